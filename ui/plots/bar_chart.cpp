#include "plots/bar_chart.h"

#include <algorithm>
#include <cmath>

#include "plots/chart_painting.h"
#include "plots/range.h"
#include "plots/ticks.h"
#include "text/bounded_text.h"
#include "text/reading.h"
#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using Picture = BarPicture;

constexpr qreal kMarkRoom = 18;
constexpr qreal kBetweenGroups = 28;
constexpr qreal kThickest = 26;
constexpr qreal kValueRoom = 70;
constexpr double kRoomBelow = 4.0;  // How many times less than the least the axis begins.

int decimalsOf(double value) {
  if (!(value > 0.0)) return 0;
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(value))), 0, 3);
}

std::optional<double> known(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

BoundedText textOf(const Picture::Value& value) {
  const double sized = std::isfinite(value.nominal) ? value.nominal
                       : std::isfinite(value.low)   ? value.low
                                                    : value.high;
  return boundedText(known(value.nominal), known(value.low), known(value.high), decimalsOf(sized));
}

double shown(const Picture::Value& value) {
  if (std::isfinite(value.nominal)) return value.nominal;
  return std::isfinite(value.low) ? value.low : value.high;
}

/// Of the logarithm, whole decades where that does not waste much.
Range rangeOf(const Picture::Group& group) {
  double least = INFINITY;
  double most = 0.0;
  const auto include = [&](double number) {
    if (!std::isfinite(number) || number <= 0.0) return;
    least = std::min(least, number);
    most = std::max(most, number);
  };
  const auto take = [&](const Picture::Value& value) {
    include(value.nominal);
    include(value.low);
    include(value.high);
  };
  take(group.needed);
  for (const Picture::Bar& bar : group.bars) take(bar.value);
  if (most <= 0.0) return {0.0, 3.0};
  return {std::log10(least / kRoomBelow), std::log10(most * 1.25)};
}

class Panel {
 public:
  Panel(QPainter& painter, const QRectF& area, const Picture::Group& group, const Palette& palette)
      : painter_(painter), area_(area), group_(group), palette_(palette), range_(rangeOf(group)) {}

  void draw(std::optional<std::size_t> current) {
    drawScale();
    const qreal row =
        area_.height() / static_cast<qreal>(std::max<std::size_t>(1, group_.bars.size()));
    for (std::size_t i = 0; i < group_.bars.size(); ++i) {
      const QRectF box(area_.left(), area_.top() + static_cast<qreal>(i) * row, area_.width(), row);
      if (current == i) {
        painter_.fillRect(box, mixed(palette_[Role::ground], palette_[Role::text], 0.07));
      }
      drawBar(group_.bars[i], box);
    }
    drawNeeded();
  }

 private:
  [[nodiscard]] qreal xOf(double value) const {
    const double share = range_.shareOf(std::log10(value));
    return area_.left() + area_.width() * std::clamp(share, 0.0, 1.0);
  }

  void drawScale() {
    painter_.setFont(textFont(TextSize::caption));
    const QFontMetricsF metrics(painter_.font());
    painter_.setPen(palette_[Role::quietText]);
    painter_.drawText(QPointF(area_.left(), area_.top() - 6),
                      group_.name + QStringLiteral(", ") + group_.unit);
    const qreal base = area_.bottom() + 4 + metrics.ascent();
    qreal free = 0.0;
    const double low = std::pow(10.0, range_.low);
    const double high = std::pow(10.0, range_.high);
    for (const Tick& tick : frequencyTicks(low, high)) {
      const qreal x = std::floor(xOf(tick.value)) + 0.5;
      painter_.setPen(
          mixed(palette_[Role::ground], palette_[Role::line], tick.label.isEmpty() ? 0.5 : 1.0));
      painter_.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
      const QString label =
          tick.label.isEmpty() ? QString() : numberText(tick.value, decimals(tick));
      const qreal left = x - metrics.horizontalAdvance(label) / 2;
      if (label.isEmpty() || left < free) continue;
      painter_.setPen(palette_[Role::quietText]);
      painter_.drawText(QPointF(left, base), label);
      free = left + metrics.horizontalAdvance(label) + 6;
    }
  }

  static int decimals(const Tick& tick) {
    return std::max(0, static_cast<int>(-std::floor(std::log10(tick.value) + 1e-9)));
  }

  void drawBar(const Picture::Bar& bar, const QRectF& row) {
    const qreal thick = std::min(kThickest, row.height() * 0.55);
    const QRectF lane(row.left(), row.center().y() - thick / 2, row.width(), thick);
    const QColor colour = palette_[bar.colour];
    const qreal cap = QFontMetricsF(painter_.font()).capHeight();
    painter_.setFont(textFont(TextSize::caption, QFont::DemiBold));
    painter_.setPen(colour);
    painter_.drawText(QPointF(row.left() - kMarkRoom + 4, row.center().y() + cap / 2), bar.mark);
    painter_.setFont(textFont(TextSize::caption));
    const BoundedText text = textOf(bar.value);
    qreal end = row.left();
    if (text.isKnown) {
      const double value = shown(bar.value);
      end = xOf(value);
      QColor fill = colour;
      fill.setAlphaF(std::isfinite(bar.value.nominal) ? 0.75F : 0.3F);
      painter_.fillRect(QRectF(lane.left(), lane.top(), end - lane.left(), thick), fill);
      drawWhisker(bar.value, lane, colour);
      if (std::isfinite(bar.value.high)) end = std::max(end, xOf(bar.value.high));
    }
    const QString words = text.number;
    const qreal width = QFontMetricsF(painter_.font()).horizontalAdvance(words);
    painter_.setPen(palette_[Role::text]);
    QPointF at(end + 8, row.center().y() + cap / 2);
    if (at.x() + width > area_.right() + kValueRoom) at.setX(area_.right() + kValueRoom - width);
    painter_.drawText(at, words);
  }

  void drawWhisker(const Picture::Value& value, const QRectF& lane, const QColor& colour) {
    if (!std::isfinite(value.low) || !std::isfinite(value.high) || value.low == value.high) return;
    painter_.setPen(QPen(mixed(colour, palette_[Role::text], 0.5), 1.4));
    const qreal y = lane.center().y();
    painter_.drawLine(QPointF(xOf(value.low), y), QPointF(xOf(value.high), y));
    for (const double end : {value.low, value.high}) {
      painter_.drawLine(QPointF(xOf(end), y - 4), QPointF(xOf(end), y + 4));
    }
  }

  void drawNeeded() {
    if (!std::isfinite(group_.needed.nominal)) return;
    if (std::isfinite(group_.needed.low) && std::isfinite(group_.needed.high)) {
      QColor tint = palette_[Role::accent];
      tint.setAlphaF(0.14F);
      painter_.fillRect(QRectF(QPointF(xOf(group_.needed.low), area_.top()),
                               QPointF(xOf(group_.needed.high), area_.bottom())),
                        tint);
    }
    const qreal x = std::floor(xOf(group_.needed.nominal)) + 0.5;
    painter_.setPen(QPen(palette_[Role::accent], 2));
    painter_.drawLine(QPointF(x, area_.top() - 3), QPointF(x, area_.bottom()));
  }

  QPainter& painter_;
  QRectF area_;
  const Picture::Group& group_;
  const Palette& palette_;
  Range range_;
};

}  // namespace

std::size_t BarChart::rows() const {
  std::size_t most = 0;
  for (const Picture::Group& group : picture_.groups) most = std::max(most, group.bars.size());
  return most;
}

std::size_t BarChart::rowAt(double cursor) const {
  const std::size_t all = std::max<std::size_t>(rows(), 1);
  return std::min(static_cast<std::size_t>(cursor * static_cast<double>(all)), all - 1);
}

double BarChart::cursorStep() const {
  return 1.0 / static_cast<double>(std::max<std::size_t>(rows(), 1));
}

void BarChart::draw(QPainter& painter, const QRectF& box, const Palette& palette,
                    std::optional<double> cursor) const {
  painter.save();
  std::vector<LegendEntry> legend;
  if (!picture_.groups.empty()) {
    for (const Picture::Bar& bar : picture_.groups.front().bars) {
      legend.push_back({bar.mark, bar.name, palette[bar.colour], Qt::SolidLine, true});
    }
  }
  legend.push_back({{}, picture_.neededName, palette[Role::accent], Qt::SolidLine, false});
  const qreal head = drawChartHead(painter, box, picture_.title, legend, palette);
  const QFontMetricsF metrics(textFont(TextSize::caption));
  const qreal foot = metrics.height() + 6 + (picture_.note.isEmpty() ? 0 : metrics.height() + 2);
  const auto groups = static_cast<qreal>(std::max<std::size_t>(picture_.groups.size(), 1));
  const qreal width = (box.width() - (groups - 1) * kBetweenGroups) / groups;
  qreal left = box.left();
  const QRectF all = box.adjusted(0, head + metrics.height() + 10, 0, -foot);
  if (all.height() > 20 && width > kMarkRoom + kValueRoom + 20) {
    for (const Picture::Group& group : picture_.groups) {
      const QRectF area(left + kMarkRoom, all.top(), width - kMarkRoom - kValueRoom, all.height());
      Panel(painter, area, group, palette)
          .draw(cursor ? std::optional(rowAt(*cursor)) : std::nullopt);
      left += width + kBetweenGroups;
    }
    painter.setFont(textFont(TextSize::caption));
    painter.setPen(palette[Role::quietText]);
    if (!picture_.note.isEmpty()) {
      painter.drawText(QPointF(box.left(), box.bottom() - metrics.descent()), picture_.note);
    }
    if (cursor && rows() > 0) {
      // In the half where the row is not.
      const bool isAbove = 2 * rowAt(*cursor) + 1 < rows();
      drawReadout(painter, all, {all.center().x(), isAbove ? all.bottom() : all.top()},
                  readingLines(*cursor), palette);
    }
  }
  painter.restore();
}

double BarChart::cursorAt(const QRectF& box, QPointF point) const {
  const qreal head = 34;
  const QRectF area = box.adjusted(0, head, 0, -20);
  const double share = std::clamp((point.y() - area.top()) / area.height(), 0.0, 1.0);
  // The middle of a row, so that steps go from row to row.
  return (static_cast<double>(rowAt(share)) + 0.5) * cursorStep();
}

QStringList BarChart::readingLines(double cursor) const {
  const std::size_t row = rowAt(cursor);
  QStringList lines;
  for (const Picture::Group& group : picture_.groups) {
    if (row >= group.bars.size()) continue;
    const Picture::Bar& bar = group.bars[row];
    if (lines.isEmpty()) lines << bar.mark + QStringLiteral("  ") + bar.name;
    lines << group.name + QStringLiteral(": ") + textOf(bar.value).text(group.unit) +
                 QStringLiteral(", ") + picture_.neededName + u' ' +
                 textOf(group.needed).text(group.unit);
  }
  return lines;
}

QString BarChart::reading(double cursor) const {
  return readingLines(cursor).join(QStringLiteral(", "));
}

QString BarChart::csv() const {
  QString csv = QStringLiteral("figure,unit,name,low,nominal,high\n");
  const auto add = [&](const Picture::Group& group, const QString& name,
                       const Picture::Value& value) {
    csv += csvField(group.name) + u',' + group.unit + u',' + csvField(name) + u',' +
           csvNumber(known(value.low)) + u',' + csvNumber(known(value.nominal)) + u',' +
           csvNumber(known(value.high)) + u'\n';
  };
  for (const Picture::Group& group : picture_.groups) {
    add(group, picture_.neededName, group.needed);
    for (const Picture::Bar& bar : group.bars) add(group, bar.name, bar.value);
  }
  return csv;
}

}  // namespace linecheck::ui
