#pragma once

#include <QColor>

namespace linecheck::ui {

/// WCAG 2.1 contrast of two opaque colours, 1…21; order does not matter.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

/// `colour`, moved towards black or white (whichever `ground` lacks) just as far as `ratio` asks.
[[nodiscard]] QColor withContrast(const QColor& colour, const QColor& ground, double ratio);

/// `share` (0…1) of `over` mixed into `ground`, opaque.
[[nodiscard]] QColor mixed(const QColor& ground, const QColor& over, double share);

}  // namespace linecheck::ui
