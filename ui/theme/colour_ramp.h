#pragma once

#include <QColor>
#include <array>

namespace linecheck::ui {

/// Colours from one to another in steps that look even: a straight line in OKLab (B. Ottosson,
/// "A perceptual color space for image processing", 2020).
class ColourRamp {
 public:
  static constexpr int kSteps = 256;

  ColourRamp(const QColor& first, const QColor& last);

  /// Opaque; `step` in 0…`kSteps` − 1.
  [[nodiscard]] QRgb operator[](int step) const { return colours_[static_cast<std::size_t>(step)]; }

 private:
  std::array<QRgb, kSteps> colours_;
};

/// Lightness 0…1, and how red and how yellow it is.
struct OkLab {
  double lightness = 0.0;
  double a = 0.0;
  double b = 0.0;
};
[[nodiscard]] OkLab okLab(const QColor& colour);

}  // namespace linecheck::ui
