#include "wizard/checklist_print.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>

#include "setup/words.h"
#include "text/sentence_text.h"
#include "text/setup_text.h"
#include "theme/palette.h"
#include "theme/theme.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

constexpr qreal kIcon = 16;
constexpr qreal kIndent = 26;
constexpr qreal kGap = 6;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Checklist)
};

// Writes down a page, and goes on to the next where it is full. Logical pixels.
class Sheet {
 public:
  Sheet(QPainter& painter, QPagedPaintDevice& device)
      : painter_(painter), device_(device), scale_(painter.device()->logicalDpiX() / 96.0) {
    const QRect page =
        device.pageLayout().paintRectPixels(static_cast<int>(painter.device()->logicalDpiX()));
    size_ = QSizeF(page.size()) / scale_;
    painter_.scale(scale_, scale_);
  }

  [[nodiscard]] qreal width() const { return size_.width(); }
  [[nodiscard]] qreal y() const { return y_; }

  /// Makes room for so much that must not be parted.
  void need(qreal height) {
    if (y_ + height <= size_.height() || y_ == 0) return;
    device_.newPage();
    y_ = 0;
  }
  qreal height(const QString& text, const QFont& font, qreal indent) {
    painter_.setFont(font);
    return painter_.boundingRect(QRectF(indent, 0, width() - indent, 1e4), Qt::TextWordWrap, text)
        .height();
  }
  void write(const QString& text, const QFont& font, const QColor& ink, qreal indent) {
    const qreal tall = height(text, font, indent);
    painter_.setPen(ink);
    painter_.drawText(QRectF(indent, y_, width() - indent, tall + 1), Qt::TextWordWrap, text);
    y_ += tall;
  }
  void skip(qreal height) { y_ += height; }

 private:
  QPainter& painter_;
  QPagedPaintDevice& device_;
  qreal scale_;
  QSizeF size_;
  qreal y_ = 0;
};

}  // namespace

bool printChecklist(std::span<const setup::StepState> steps, const QString& deskName,
                    std::chrono::sys_seconds now, QPagedPaintDevice& device) {
  QPainter painter;
  if (!painter.begin(&device)) return false;
  const Palette palette = Palette::light();
  Sheet sheet(painter, device);
  const QFont body = textFont(TextSize::body);
  const QFont caption = textFont(TextSize::caption);
  const QFont strong = textFont(TextSize::heading, QFont::DemiBold);
  sheet.write(deskName.isEmpty() ? Text::tr("Set-up of my desk") : deskName,
              textFont(TextSize::verdict, QFont::DemiBold), palette[Role::text], 0);
  const auto when = QDateTime::fromSecsSinceEpoch(now.time_since_epoch().count());
  sheet.write(QLocale().toString(when, QLocale::LongFormat), caption, palette[Role::quietText], 0);
  sheet.skip(kGap);
  for (const setup::StepState& step : steps) {
    if (step.items.empty()) continue;
    sheet.need(90);
    sheet.skip(2 * kGap);
    sheet.write(translated(setup::wordsOf(step.id).title), strong, palette[Role::text], 0);
    sheet.skip(kGap);
    for (const setup::ItemState& item : step.items) {
      const QString text = translated(item.item.text);
      QString how = stateText(item.state);
      if (item.knownBy && item.state != setup::State::unknown) {
        how += QStringLiteral(" · ") + knownByText(item, now);
      }
      if (item.found && item.state == setup::State::wrong) {
        how += QStringLiteral(" · ") + translated(*item.found);
      }
      const qreal tall =
          sheet.height(text, body, kIndent) + sheet.height(how, caption, kIndent) + kGap;
      sheet.need(tall);
      const auto tone = toneOf(item);
      drawToneIcon(painter, QRectF(0, sheet.y(), kIcon + 4, kIcon + 4), tone, palette[roleOf(tone)],
                   Qt::white);
      sheet.write(text, body, palette[Role::text], kIndent);
      sheet.write(how, caption, palette[Role::quietText], kIndent);
      sheet.skip(kGap);
    }
  }
  return painter.end();
}

}  // namespace linecheck::ui
