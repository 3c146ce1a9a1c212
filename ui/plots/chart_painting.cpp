#include "plots/chart_painting.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qreal kSample = 16;
constexpr qreal kGap = 5;
constexpr qreal kBetween = 14;

void drawSample(QPainter& painter, const LegendEntry& entry, QPointF left) {
  if (entry.isArea) {
    painter.fillRect(QRectF(left.x(), left.y() - 5, kSample, 10), entry.colour);
    return;
  }
  painter.setPen(QPen(entry.colour, 2, entry.style, Qt::FlatCap));
  painter.drawLine(left, left + QPointF(kSample, 0));
}

}  // namespace

qreal drawChartHead(QPainter& painter, const QRectF& box, const QString& title,
                    const std::vector<LegendEntry>& entries, const Palette& palette) {
  painter.save();
  painter.setFont(textFont(TextSize::body, QFont::DemiBold));
  painter.setPen(palette[Role::text]);
  const QFontMetricsF heading(painter.font());
  painter.drawText(QPointF(box.left(), box.top() + heading.ascent()), title);
  const QFont plain = textFont(TextSize::caption);
  const QFont strong = textFont(TextSize::caption, QFont::DemiBold);
  const QFontMetricsF metrics(plain);
  const qreal line = metrics.height() + 4;
  qreal x = box.left() + heading.horizontalAdvance(title) + kBetween;
  qreal y = box.top() + heading.height() / 2;
  qreal height = heading.height();
  for (const LegendEntry& entry : entries) {
    const qreal markWidth =
        entry.mark.isEmpty() ? 0.0 : QFontMetricsF(strong).horizontalAdvance(entry.mark) + kGap;
    const qreal room = box.width() - kSample - kGap - markWidth;
    const QString name = metrics.elidedText(entry.name, Qt::ElideMiddle, room);
    const qreal width = kSample + kGap + markWidth + metrics.horizontalAdvance(name);
    if (x + width > box.right()) {
      x = box.left();
      y += height == heading.height() ? heading.height() / 2 + line / 2 : line;
      height += line;
    }
    const qreal base = y + metrics.capHeight() / 2;
    drawSample(painter, entry, {x, y});
    x += kSample + kGap;
    if (!entry.mark.isEmpty()) {
      painter.setFont(strong);
      painter.setPen(entry.colour);
      painter.drawText(QPointF(x, base), entry.mark);
      x += markWidth;
    }
    painter.setFont(plain);
    painter.setPen(palette[Role::quietText]);
    painter.drawText(QPointF(x, base), name);
    x += metrics.horizontalAdvance(name) + kBetween;
  }
  painter.restore();
  return height;
}

void drawReadout(QPainter& painter, const QRectF& area, QPointF beside, const QStringList& lines,
                 const Palette& palette) {
  constexpr qreal kInset = 8;
  constexpr qreal kAway = 10;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont font = textFont(TextSize::caption);
  const QFontMetricsF metrics(font);
  qreal width = 0.0;
  for (const QString& line : lines) width = std::max(width, metrics.horizontalAdvance(line));
  const QSizeF size(width + 2 * kInset,
                    static_cast<qreal>(lines.size()) * (metrics.height() + 2) + kInset);
  const bool isRight = beside.x() + kAway + size.width() <= area.right();
  QRectF box(QPointF(isRight ? beside.x() + kAway : beside.x() - kAway - size.width(), beside.y()),
             size);
  box.moveLeft(std::max(box.left(), area.left()));
  box.moveTop(
      std::clamp(box.top(), area.top(), std::max(area.top(), area.bottom() - box.height())));
  painter.setPen(palette[Role::line]);
  painter.setBrush(palette[Role::card]);
  painter.drawRoundedRect(box, space::kRadius, space::kRadius);
  painter.setFont(font);
  painter.setPen(palette[Role::text]);
  qreal base = box.top() + kInset / 2 + metrics.ascent() + 1;
  for (const QString& line : lines) {
    painter.drawText(QPointF(box.left() + kInset, base), line);
    base += metrics.height() + 2;
  }
  painter.restore();
}

QString csvField(const QString& text) {
  static constexpr char16_t kQuote = u'"';
  if (!text.contains(u',') && !text.contains(kQuote) && !text.contains(u'\n')) return text;
  QString quoted = text;
  return kQuote + quoted.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + kQuote;
}

QString csvNumber(std::optional<double> value, int decimals) {
  return value && std::isfinite(*value) ? QString::number(*value, 'f', decimals) : QString();
}

Role placeRole(std::size_t place) {
  static constexpr std::array<Role, 4> kRoles{Role::digital, Role::unbalanced, Role::balanced,
                                              Role::headphone};
  return kRoles[place % kRoles.size()];
}

}  // namespace linecheck::ui
