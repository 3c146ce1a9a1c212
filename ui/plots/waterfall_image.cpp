#include "plots/waterfall_image.h"

#include <algorithm>

#include "theme/colour_ramp.h"

namespace linecheck::ui {
namespace {

using measure::WaterfallRow;

constexpr int kDash = 6;  // Pixels, of the line that marks a gap.

}  // namespace

void WaterfallImage::update(const View& view, const Palette& palette,
                            const WaterfallHistory& history, std::size_t added) {
  const bool isOtherCapture =
      history.size() > 0 && !history[0].isGap() && history[0].nyquist != nyquist_;
  if (ring_.isNull() || !(view == view_) || isOtherCapture) {
    view_ = view;
    useColours(palette);
    drawAll(history);
    return;
  }
  for (std::size_t i = std::min(added, history.size()); i-- > 0;) {
    newest_ = (newest_ == 0 ? view_.rows : newest_) - 1;
    drawRow(history[i], newest_);
  }
}

void WaterfallImage::useColours(const Palette& palette) {
  const ColourRamp ramp(palette[Role::ground], palette[Role::accent]);
  ground_ = ramp[0];
  gap_ = palette[Role::quietText].rgb();
  colours_.resize(ColourRamp::kSteps);
  for (int step = 0; step < ColourRamp::kSteps; ++step) {
    colours_[static_cast<std::size_t>(step)] = ramp[step];
  }
}

void WaterfallImage::drawAll(const WaterfallHistory& history) {
  ring_ = QImage(view_.columns.columns, view_.rows, QImage::Format_RGB32);
  ring_.fill(ground_);
  newest_ = 0;
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (history[i].isGap()) continue;
    nyquist_ = history[i].nyquist;
    columns_.emplace(view_.columns, nyquist_);
    break;
  }
  const auto count = std::min(history.size(), static_cast<std::size_t>(view_.rows));
  for (std::size_t i = 0; i < count; ++i) drawRow(history[i], static_cast<int>(i));
}

void WaterfallImage::drawRow(const WaterfallRow& row, int line) {
  auto* pixels = reinterpret_cast<QRgb*>(ring_.scanLine(line));
  const auto width = static_cast<std::size_t>(ring_.width());
  if (row.isGap() || !columns_) {
    for (std::size_t i = 0; i < width; ++i) pixels[i] = i / kDash % 2 == 0 ? gap_ : ground_;
    return;
  }
  reduced_.resize(width);
  columns_->reduce(row.levels, reduced_);
  constexpr float kUnits = WaterfallRow::kPerDecibel;
  const auto low = static_cast<float>(view_.levels.low) * kUnits;
  const float perUnit =
      (ColourRamp::kSteps - 1) / (static_cast<float>(view_.levels.span()) * kUnits);
  for (std::size_t i = 0; i < width; ++i) {
    const float step = (static_cast<float>(reduced_[i]) - low) * perUnit + 0.5F;
    const float inside = std::clamp(step, 0.0F, ColourRamp::kSteps - 1.0F);
    pixels[i] = colours_[static_cast<std::size_t>(inside)];
  }
}

void WaterfallImage::draw(QPainter& painter, QPoint topLeft) const {
  if (ring_.isNull()) return;
  const int upper = ring_.height() - newest_;
  painter.drawImage(topLeft, ring_, QRect(0, newest_, ring_.width(), upper));
  if (newest_ > 0) {
    painter.drawImage(topLeft + QPoint(0, upper), ring_, QRect(0, 0, ring_.width(), newest_));
  }
}

}  // namespace linecheck::ui
