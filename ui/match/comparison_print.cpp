#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include "match/candidate_column.h"
#include "match/comparison_export.h"
#include "match/match_charts.h"
#include "plots/chart_painting.h"
#include "text/match_text.h"
#include "text/reading.h"
#include "theme/theme.h"
#include "widgets/tone_delegate.h"

namespace linecheck::ui {
namespace {

using Column = CandidateColumn;

class Text {
  Q_DECLARE_TR_FUNCTIONS(MatchPrint)
};

constexpr qreal kRow = 19;
constexpr qreal kBetween = 14;

/// Draws from the top of a page to its bottom, in logical pixels.
class Page {
 public:
  Page(QPainter& painter, const QSizeF& size) : painter_(painter), size_(size) {}

  void write(const QString& text, TextSize size, QFont::Weight weight, Role role) {
    painter_.setFont(textFont(size, weight));
    painter_.setPen(palette_[role]);
    const QRectF room(0, y_, size_.width(), size_.height());
    const int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap;
    QRectF used;
    painter_.drawText(room, flags, text, &used);
    y_ = used.bottom() + 4;
  }
  void skip(qreal by) { y_ += by; }
  void restart() { y_ = 0; }
  void row(const std::vector<QString>& cells, const std::vector<qreal>& widths,
           QFont::Weight weight, Role role) {
    painter_.setFont(textFont(TextSize::caption, weight));
    painter_.setPen(palette_[role]);
    const QFontMetricsF metrics(painter_.font());
    qreal x = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const qreal width = widths[i] * size_.width();
      painter_.drawText(QPointF(x, y_ + kRow / 2 + metrics.capHeight() / 2),
                        metrics.elidedText(cells[i], Qt::ElideRight, width - 8));
      x += width;
    }
    y_ += kRow;
    painter_.setPen(palette_[Role::line]);
    painter_.drawLine(QPointF(0, y_), QPointF(size_.width(), y_));
  }
  [[nodiscard]] bool hasRoom(qreal height) const { return y_ + height <= size_.height(); }
  /// Two in a row, over the whole page.
  void charts(const std::vector<std::shared_ptr<const Chart>>& all) {
    const std::size_t lines = (all.size() + 1) / 2;
    const auto rows = static_cast<qreal>(lines);
    const QSizeF cell((size_.width() - 2 * kBetween) / 2,
                      (size_.height() - 2 * kBetween * (rows - 1)) / rows);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::size_t row = i / 2;
      const QPointF at(static_cast<qreal>(i % 2) * (cell.width() + 2 * kBetween),
                       static_cast<qreal>(row) * (cell.height() + 2 * kBetween));
      all[i]->draw(painter_, QRectF(at, cell), palette_, std::nullopt);
    }
  }

 private:
  QPainter& painter_;
  QSizeF size_;
  Palette palette_ = Palette::light();
  qreal y_ = 0;
};

QString requestText(const matching::Request& request) {
  const auto spl = [](DecibelsSpl level) {
    return Reading{numberText(level.value(), 0), QStringLiteral("dB SPL")}.text();
  };
  QString text =
      Text::tr("Loudest peak %1, listening at %2, amplifiers fed with %3.")
          .arg(spl(request.peak), spl(request.listening), voltsReading(request.feed, 2).text());
  if (request.sourceImpedance) {
    text += u' ' +
            Text::tr("Every output is supposed to have %1.")
                .arg(Reading{numberText(request.sourceImpedance->value(), 0), QStringLiteral("Ω")}
                         .text());
  }
  return text;
}

void printTable(Page& page, const Candidates& all, QPagedPaintDevice& device) {
  constexpr std::array kColumns{Column::mark,   Column::verdict, Column::source,
                                Column::output, Column::maximum, Column::headroom,
                                Column::loss,   Column::damping, Column::deviation,
                                Column::noise,  Column::gain,    Column::knob};
  const std::vector<qreal> widths{0.03, 0.08, 0.17, 0.13, 0.09, 0.09,
                                  0.08, 0.07, 0.08, 0.08, 0.05, 0.05};
  std::vector<QString> heads;
  std::vector<QString> units;
  for (const Column column : kColumns) {
    heads.push_back(columnName(column));
    units.push_back(columnUnit(column));
  }
  const auto printHeads = [&] {
    page.row(heads, widths, QFont::DemiBold, Role::text);
    page.row(units, widths, QFont::Normal, Role::quietText);
  };
  printHeads();
  for (const std::size_t index : all.ranking()) {
    if (!page.hasRoom(kRow)) {
      device.newPage();
      page.restart();
      printHeads();
    }
    std::vector<QString> cells;
    cells.reserve(kColumns.size());
    for (const Column column : kColumns) cells.push_back(cellText(column, all, index).text());
    page.row(cells, widths, QFont::Normal, Role::text);
  }
}

}  // namespace

bool printComparison(const Candidates& all, QPagedPaintDevice& device) {
  QPainter painter;
  if (!painter.begin(&device)) return false;
  const int dpi = painter.device()->logicalDpiX();
  const qreal perPixel = dpi / 96.0;
  const QSizeF size = QSizeF(device.pageLayout().paintRectPixels(dpi).size()) / perPixel;
  painter.scale(perPixel, perPixel);
  painter.setRenderHint(QPainter::Antialiasing);
  Page page(painter, size);
  const auto best = all.best();
  const BannerState banner =
      matchBanner(best ? &all.matches()[*best] : nullptr, best ? &all.outputs()[*best] : nullptr,
                  all.load() ? &*all.load() : nullptr, all.request());
  page.write(banner.sentence, TextSize::heading, QFont::DemiBold, Role::text);
  page.write(banner.detail, TextSize::body, QFont::Normal, Role::text);
  page.write(requestText(all.request()), TextSize::body, QFont::Normal, Role::quietText);
  page.skip(kBetween);
  printTable(page, all, device);
  device.newPage();
  page.charts(matchCharts(all));
  return painter.end();
}

Result<QByteArray> comparisonAsPdf(const Candidates& all) {
  QByteArray content;
  QBuffer buffer(&content);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setTitle(Text::tr("Headphones and amplifiers compared"));
    writer.setCreator(QStringLiteral("Linecheck"));
    if (!printComparison(all, writer)) return fail(ErrorCode::io, "The PDF cannot be drawn.");
  }
  return content;
}

Result<void> saveComparison(const QString& file, const QByteArray& content) {
  QSaveFile save(file);
  if (!save.open(QIODevice::WriteOnly) || save.write(content) != content.size() || !save.commit()) {
    return fail(ErrorCode::io, Text::tr("%1 cannot be written: %2. Choose another folder.")
                                   .arg(file, save.errorString())
                                   .toStdString());
  }
  return {};
}

}  // namespace linecheck::ui
