#pragma once

#include <QPainter>
#include <QString>
#include <optional>

#include "theme/palette.h"

namespace linecheck::ui {

/// A picture of figures that stands still: drawn on the screen and on paper alike. It is read at a
/// cursor, which is a share of the way along its main direction, 0…1.
class Chart {
 public:
  Chart() = default;
  Chart(const Chart&) = delete;
  Chart& operator=(const Chart&) = delete;
  virtual ~Chart() = default;

  [[nodiscard]] virtual QString title() const = 0;
  /// Fills `box` in the painter's own units, which are logical pixels.
  virtual void draw(QPainter& painter, const QRectF& box, const Palette& palette,
                    std::optional<double> cursor) const = 0;
  /// Where a point of the same box would put the cursor.
  [[nodiscard]] virtual double cursorAt(const QRectF& box, QPointF point) const = 0;
  /// How far one press of an arrow key moves it.
  [[nodiscard]] virtual double cursorStep() const = 0;
  /// Whether Up and Down move it, not Left and Right.
  [[nodiscard]] virtual bool isUpright() const { return false; }
  /// What stands at the cursor, in words.
  [[nodiscard]] virtual QString reading(double cursor) const = 0;
  /// As comma-separated values with a line of names; numbers are plain, with a point.
  [[nodiscard]] virtual QString csv() const = 0;
};

}  // namespace linecheck::ui
