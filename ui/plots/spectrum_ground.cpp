#include "plots/spectrum_ground.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plots/device_columns.h"
#include "plots/spectrum_grid.h"
#include "plots/spectrum_legend.h"

namespace linecheck::ui {
namespace {

// One colour mixed into opaque pixels, in 1/256.
class Tint {
 public:
  explicit Tint(const QColor& colour)
      : share_(static_cast<unsigned>(std::lround(colour.alphaF() * 256.0F))),
        red_(static_cast<unsigned>(colour.red()) * share_),
        green_(static_cast<unsigned>(colour.green()) * share_),
        blue_(static_cast<unsigned>(colour.blue()) * share_) {}

  [[nodiscard]] QRgb over(QRgb ground) const {
    const unsigned rest = 256 - share_;
    const auto mix = [rest](int channel, unsigned tint) {
      return static_cast<int>((static_cast<unsigned>(channel) * rest + tint) >> 8);
    };
    return qRgb(mix(qRed(ground), red_), mix(qGreen(ground), green_), mix(qBlue(ground), blue_));
  }

 private:
  unsigned share_, red_, green_, blue_;
};

}  // namespace

void SpectrumGround::drawAnew(const View& view, const Palette& palette) {
  view_ = view;
  grid_ = QImage((QSizeF(view.size) * view.pixelRatio).toSize(), QImage::Format_RGB32);
  grid_.setDevicePixelRatio(view.pixelRatio);
  grid_.fill(palette[Role::ground]);
  QPainter painter(&grid_);
  drawGrid(painter, view.scales, view.levels, palette);
  painter.end();
  tinted_ = grid_.copy();
  tops_.clear();
}

const QImage& SpectrumGround::image(const View& view, const Palette& palette,
                                    std::span<const float> mean) {
  if (grid_.isNull() || !(view == view_)) drawAnew(view, palette);
  const DeviceColumns columns(view.scales, view.pixelRatio);
  const int bottom = std::min(static_cast<int>(columns.bottom), grid_.height());
  const int top = static_cast<int>(columns.top);
  const int count = std::min(
      {columns.count, static_cast<int>(mean.size()), std::max(0, grid_.width() - columns.left)});
  tops_.resize(static_cast<std::size_t>(count), bottom);
  const Tint tint(traceColours(palette).tint);
  const auto stride = grid_.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
  const auto* grid = reinterpret_cast<const QRgb*>(grid_.constBits()) + columns.left;
  auto* tinted = reinterpret_cast<QRgb*>(tinted_.bits()) + columns.left;
  for (int i = 0; i < count; ++i) {
    const auto column = static_cast<std::size_t>(i);
    const int wanted = std::clamp(static_cast<int>(columns.yOf(mean[column])) + 1, top, bottom);
    int& now = tops_[column];
    for (; now > wanted; --now)
      tinted[(now - 1) * stride + i] = tint.over(grid[(now - 1) * stride + i]);
    for (; now < wanted; ++now) tinted[now * stride + i] = grid[now * stride + i];
  }
  return tinted_;
}

}  // namespace linecheck::ui
