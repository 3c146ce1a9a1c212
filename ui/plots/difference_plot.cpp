#include "plots/difference_plot.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

#include "plots/spectrum_plot.h"
#include "plots/spectrum_traces.h"
#include "plots/ticks.h"
#include "text/reading.h"
#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

constexpr qreal kLabelGap = 6.0;
constexpr double kMostRange = 120.0;
constexpr double kRangeStep = 20.0;
// Where 0 dB lies on the level axis that is borrowed: with room to both sides within its limits.
constexpr double kZero = -100.0;

// Silence in either has no difference, and lies on the zero line.
std::vector<float> difference(std::span<const float> live, std::span<const float> kept) {
  std::vector<float> result(std::min(live.size(), kept.size()));
  for (std::size_t i = 0; i < result.size(); ++i) {
    const float by = live[i] - kept[i];
    result[i] = std::isfinite(by) ? by : 0.0F;
  }
  return result;
}

}  // namespace

DifferencePlot::DifferencePlot(const Theme& theme, SpectrumPlot& spectrum, QWidget* parent)
    : AxisPane(theme, spectrum, parent) {
  setAccessibleName(tr("Difference to A"));
  connect(&spectrum, &SpectrumPlot::frameShown, this, [this] { update(); });
  describe();
}

void DifferencePlot::describe() {
  const QString why = obstacle();
  setAccessibleDescription(
      why.isEmpty() ? tr("Live spectrum less A in decibels, over the frequencies of the spectrum. "
                         "The keys are the spectrum's.")
                    : why);
}

QString DifferencePlot::obstacle() const {
  const auto& kept = spectrum().overlays()[OverlaySlot::a];
  const measure::SpectrumFrame& live = spectrum().frame();
  if (!kept) return tr("Mark A to see what changes from then on.");
  if (live.average.empty()) return tr("Press Start to see the difference.");
  const bool isAlike = live.fftLength == kept->frame.fftLength &&
                       live.sampleRate == kept->frame.sampleRate &&
                       live.window == kept->frame.window;
  if (!isAlike) return tr("A was taken with another FFT length, window or rate. Mark it anew.");
  return {};
}

void DifferencePlot::drawGrid(QPainter& painter, const PlotScales& scales) const {
  const QRectF& area = scales.area();
  painter.setFont(textFont(TextSize::caption));
  const QFontMetricsF metrics(painter.font());
  for (const Tick& tick : frequencyTicks(scales.lowHz(), scales.highHz())) {
    const qreal x = std::floor(scales.xOf(tick.value)) + 0.5;
    painter.setPen(
        mixed(theme()[Role::ground], theme()[Role::line], tick.label.isEmpty() ? 0.55 : 1.0));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
  }
  const qreal perStep = area.height() / (2 * range_) * (range_ / 2);
  const int steps = perStep >= metrics.height() ? 2 : 1;  // From the middle to an edge.
  for (int i = -steps; i <= steps; ++i) {
    const double level = range_ * i / steps;
    const qreal y = std::floor(scales.yOf(kZero + level)) + 0.5;
    painter.setPen(level == 0.0 ? theme()[Role::quietText] : theme()[Role::line]);
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    const QString sign = level > 0.0 ? QStringLiteral("+") : QString();
    const QString unit = level == 0.0 ? QStringLiteral("\u2009dB") : QString();
    const QString label = sign + numberText(level, 0) + unit;
    painter.setPen(theme()[Role::quietText]);
    painter.drawText(QPointF(area.left() - kLabelGap - metrics.horizontalAdvance(label),
                             y + metrics.capHeight() / 2),
                     label);
  }
}

void DifferencePlot::drawNote(QPainter& painter, const QString& note) const {
  painter.setFont(textFont(TextSize::body));
  painter.setPen(theme()[Role::quietText]);
  painter.drawText(scales().area(), Qt::AlignCenter, note);
}

void DifferencePlot::drawPane(QPainter& painter) {
  const QString why = obstacle();
  std::vector<float> levels;
  if (why.isEmpty()) {
    levels = difference(spectrum().mean(), spectrum().overlays().mean(OverlaySlot::a));
    for (const float level : levels) {
      const double needed = std::ceil(std::abs(level) / kRangeStep) * kRangeStep;
      range_ = std::clamp(needed, range_, kMostRange);
    }
  }
  PlotScales scales = this->scales();
  scales.setLevels({kZero - range_, kZero + range_});
  drawGrid(painter, scales);
  if (!why.isEmpty()) return drawNote(painter, why);
  for (float& level : levels) level += static_cast<float>(kZero);
  drawTrace(painter, scales, levels, theme()[Role::digital]);
  const QRectF& area = scales.area();
  painter.setFont(textFont(TextSize::caption));
  painter.setPen(theme()[Role::quietText]);
  const QString name = tr("Live − A");
  painter.drawText(QPointF(area.right() - 8 - QFontMetricsF(painter.font()).horizontalAdvance(name),
                           area.top() + 16),
                   name);
}

}  // namespace linecheck::ui
