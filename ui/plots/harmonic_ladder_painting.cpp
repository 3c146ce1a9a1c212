// How the ladder is drawn.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "plots/chart_painting.h"
#include "plots/harmonic_ladder.h"
#include "plots/ladder_text.h"
#include "plots/ticks.h"
#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

constexpr qreal kLeft = 40.0, kRight = 12.0, kTop = 20.0;
constexpr qreal kLabelGap = 5.0;
constexpr qreal kArrow = 6.0;
constexpr qreal kLeastLine = 22.0;  // Between level lines.

// A small triangle whose point is at `tip`.
void drawArrow(QPainter& painter, QPointF tip, bool isUp, const QColor& colour) {
  const qreal foot = isUp ? kArrow : -kArrow;
  QPainterPath path(tip);
  path.lineTo(tip + QPointF(-kArrow * 0.6, foot));
  path.lineTo(tip + QPointF(kArrow * 0.6, foot));
  path.closeSubpath();
  painter.fillPath(path, colour);
}

}  // namespace

QRectF HarmonicLadder::area() const {
  const QFontMetricsF metrics(textFont(TextSize::caption));
  return QRectF(rect()).adjusted(kLeft, kTop, -kRight, -2 * (metrics.height() + 1) - 4);
}

qreal HarmonicLadder::columnWidth() const {
  return area().width() / static_cast<qreal>(std::max<std::size_t>(rungs_.size(), 1));
}

qreal HarmonicLadder::yOf(double dbfs) const {
  const QRectF area = this->area();
  return area.bottom() - area.height() * std::clamp(levels_.shareOf(dbfs), 0.0, 1.0);
}

QPointF HarmonicLadder::topOf(std::size_t column) const {
  return {area().left() + (static_cast<qreal>(column) + 0.5) * columnWidth(),
          yOf(rungs_[column].level.value())};
}

void HarmonicLadder::drawScale(QPainter& painter) const {
  const QRectF area = this->area();
  painter.setFont(textFont(TextSize::caption));
  const QFontMetricsF metrics(painter.font());
  const bool isVolts = levelScale_.unit() == LevelUnit::volts;
  const double step = std::max(10.0, niceStep(kLeastLine * levels_.span() / area.height()));
  const auto ticks = isVolts ? voltTicks(levels_, levelScale_.offset())
                             : decibelTicks(levels_, step, levelScale_.offset());
  qreal free = INFINITY;
  for (const Tick& tick : ticks) {
    const qreal y = std::floor(yOf(tick.value)) + 0.5;
    painter.setPen(theme_[Role::line]);
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    if (y + metrics.height() / 2 > free) continue;
    free = y - metrics.height() / 2;
    painter.setPen(theme_[Role::quietText]);
    painter.drawText(QPointF(area.left() - kLabelGap - metrics.horizontalAdvance(tick.label),
                             y + metrics.capHeight() / 2),
                     tick.label);
  }
  if (isVolts) return;
  painter.setPen(theme_[Role::quietText]);
  painter.drawText(QPointF(kLabelGap, metrics.ascent() + 1), unitName(levelScale_.unit()));
}

void HarmonicLadder::drawChange(QPainter& painter, const LadderRung& rung,
                                const QRectF& box) const {
  if (!rung.change || !rung.verdict) return;
  const double level = rung.level.value();
  const qreal was = yOf(level - rung.change->value());
  const qreal is = yOf(level);
  const qreal above = std::min(was, is) - 3;
  const qreal middle = box.center().x();
  switch (*rung.verdict) {
    case LadderRung::Verdict::changed: {
      const bool rose = rung.change->value() > 0.0;
      const QColor colour = theme_[rose ? Role::bad : Role::good];
      // The part that came or went, in a second tone.
      const QRectF part(QPointF(box.left(), std::min(was, is)),
                        QPointF(box.right(), std::max(was, is)));
      painter.fillRect(part, mixed(theme_[Role::ground], colour, rose ? 0.8 : 0.35));
      drawArrow(painter, {middle, rose ? above - kArrow : above}, rose, colour);
      break;
    }
    case LadderRung::Verdict::unchanged:
      // On the pixel; this is "=".
      for (const qreal up : {5.0, 2.0}) {
        painter.fillRect(QRectF(std::floor(middle) - 3, std::floor(above) - up, 6, 2),
                         theme_[Role::quietText]);
      }
      break;
    case LadderRung::Verdict::cannotTell:
      painter.setFont(textFont(TextSize::caption));
      painter.setPen(theme_[Role::quietText]);
      painter.drawText(QRectF(middle - 8, above - 14, 16, 14), Qt::AlignCenter,
                       QStringLiteral("?"));
      break;
  }
}

void HarmonicLadder::drawRung(QPainter& painter, std::size_t column) const {
  const LadderRung& rung = rungs_[column];
  const QRectF area = this->area();
  const qreal width = columnWidth();
  const QPointF top = topOf(column);
  if (current_ == column) {
    painter.fillRect(QRectF(top.x() - width / 2, area.top(), width, area.height()),
                     mixed(theme_[Role::ground], theme_[Role::text], 0.09));
  }
  const qreal thick = std::clamp(std::floor(width * 0.6), 3.0, 18.0);
  const qreal left = std::floor(top.x() - thick / 2);
  const QRectF box(QPointF(left, std::floor(top.y())), QPointF(left + thick, area.bottom()));
  if (rung.level.isSilent()) return;
  if (rung.detected) {
    painter.fillRect(box, theme_[Role::loop]);
  } else {
    // Open below a lid: it is somewhere under this.
    const QColor quiet = withContrast(mixed(theme_[Role::ground], theme_[Role::quietText], 0.6),
                                      theme_[Role::ground], 3.0);
    painter.setPen(QPen(quiet, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
  }
  drawChange(painter, rung, box);
}

// Orders in the upper line, hertz in the lower, as many of each as there is room for; odd ones,
// which a loop is made of, come first.
void HarmonicLadder::drawLabels(QPainter& painter) const {
  const QRectF area = this->area();
  const QFont quiet = textFont(TextSize::caption);
  const QFont strong = textFont(TextSize::caption, QFont::DemiBold);
  const QFontMetricsF metrics(strong);
  const qreal first = area.bottom() + 3 + metrics.ascent();
  const qreal second = first + metrics.height() + 1;
  const auto drawLine = [&](qreal base, auto labelOf, qreal gap) {
    std::vector<std::pair<qreal, qreal>> taken;
    for (const bool isOdd : {true, false}) {
      for (std::size_t i = 0; i < rungs_.size(); ++i) {
        if ((rungs_[i].order % 2 == 1) != isOdd) continue;
        const QString label = labelOf(rungs_[i]);
        const qreal width = metrics.horizontalAdvance(label);
        const qreal left = topOf(i).x() - width / 2;
        const bool isFree = left + width <= QWidget::width() &&
                            std::none_of(taken.begin(), taken.end(), [&](const auto& other) {
                              return left < other.second + gap && left + width + gap > other.first;
                            });
        if (!isFree) continue;
        taken.emplace_back(left, left + width);
        painter.setFont(rungs_[i].detected ? strong : quiet);
        painter.setPen(rungs_[i].detected ? theme_[Role::text] : theme_[Role::quietText]);
        painter.drawText(QPointF(left, base), label);
      }
    }
  };
  drawLine(
      first, [](const LadderRung& rung) { return QStringLiteral("%1×").arg(rung.order); }, 3);
  drawLine(
      second, [](const LadderRung& rung) { return numberText(rung.frequency.value(), 0); }, 6);
  painter.setFont(quiet);
  painter.setPen(theme_[Role::quietText]);
  painter.drawText(QPointF(kLabelGap, second), QStringLiteral("Hz"));
}

void HarmonicLadder::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::ground]);
  if (rungs_.empty()) {
    painter.setFont(textFont(TextSize::body));
    painter.setPen(theme_[Role::quietText]);
    painter.drawText(QRectF(rect()).adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Harmonics are shown once the mains frequency is known."));
  } else {
    drawScale(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < rungs_.size(); ++i) drawRung(painter, i);
    drawLabels(painter);
    if (current_) {
      drawReadout(painter, area(), topOf(*current_), rungLines(rungs_[*current_], levelScale_),
                  theme_.palette());
    }
  }
  if (hasFocus() && showsFocus_) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme_[Role::accent]);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

}  // namespace linecheck::ui
