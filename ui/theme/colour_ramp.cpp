#include "theme/colour_ramp.h"

#include <algorithm>
#include <cmath>

namespace linecheck::ui {
namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

int encoded(double linear) {
  const double channel =
      linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
  return static_cast<int>(std::lround(255.0 * std::clamp(channel, 0.0, 1.0)));
}

QRgb rgb(const OkLab& c) {
  const double l = std::pow(c.lightness + 0.3963377774 * c.a + 0.2158037573 * c.b, 3.0);
  const double m = std::pow(c.lightness - 0.1055613458 * c.a - 0.0638541728 * c.b, 3.0);
  const double s = std::pow(c.lightness - 0.0894841775 * c.a - 1.2914855480 * c.b, 3.0);
  return qRgb(encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
              encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
              encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

}  // namespace

OkLab okLab(const QColor& colour) {
  const double r = linear(colour.redF());
  const double g = linear(colour.greenF());
  const double b = linear(colour.blueF());
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

ColourRamp::ColourRamp(const QColor& first, const QColor& last) {
  const OkLab from = okLab(first);
  const OkLab to = okLab(last);
  for (int step = 0; step < kSteps; ++step) {
    const double share = step / (kSteps - 1.0);
    colours_[static_cast<std::size_t>(step)] =
        rgb({from.lightness + (to.lightness - from.lightness) * share,
             from.a + (to.a - from.a) * share, from.b + (to.b - from.b) * share});
  }
}

}  // namespace linecheck::ui
