#include "plots/mains_lane.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "text/reading.h"
#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qreal kTickHeight = 5.0;
constexpr qreal kLabelGap = 5.0;

QString labelOf(const MainsMarks::Mark& mark) {
  return mark.order == 1 ? numberText(mark.frequency.value(), 0)
                         : QStringLiteral("%1×").arg(mark.order);
}

}  // namespace

void drawMainsLane(QPainter& painter, const PlotScales& scales, const MainsMarks& mains,
                   const Palette& palette) {
  // Detected ones first: they get their label where there is no room for all.
  std::vector<MainsMarks::Mark> marks = mains.marks;
  std::stable_partition(marks.begin(), marks.end(),
                        [](const MainsMarks::Mark& m) { return m.detected; });
  const QRectF& area = scales.area();
  const QFont quiet = textFont(TextSize::caption);
  const QFont strong = textFont(TextSize::caption, QFont::DemiBold);
  const QColor trail = mixed(palette[Role::ground], palette[Role::loop], 0.45);
  std::vector<QRectF> taken;
  painter.save();
  for (const MainsMarks::Mark& mark : marks) {
    const qreal x = std::floor(scales.xOf(mark.frequency.value())) + 0.5;
    if (x < area.left() || x > area.right()) continue;
    painter.setFont(mark.detected ? strong : quiet);
    const QFontMetricsF metrics(painter.font());
    const QString label = labelOf(mark);
    const qreal width = metrics.horizontalAdvance(label);
    const qreal left =
        std::clamp(x - width / 2, area.left(), std::max(area.left(), area.right() - width));
    const qreal base = area.top() - kTickHeight - 3;
    const QRectF box(left - kLabelGap, base - metrics.ascent(), width + 2 * kLabelGap,
                     metrics.height());
    const bool isFree = std::none_of(taken.begin(), taken.end(),
                                     [&](const QRectF& other) { return other.intersects(box); });
    painter.setPen(mark.detected ? palette[Role::loop] : palette[Role::quietText]);
    painter.drawLine(QPointF(x, area.top() - kTickHeight), QPointF(x, area.top()));
    if (isFree) {
      taken.push_back(box);
      painter.drawText(QPointF(left, base), label);
    }
    if (mark.detected) {
      painter.setPen(QPen(trail, 1, Qt::DotLine));
      painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
  }
  painter.restore();
}

}  // namespace linecheck::ui
