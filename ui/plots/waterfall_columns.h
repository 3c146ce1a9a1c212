#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "units/quantity.h"

namespace linecheck::ui {

/// Which part of a waterfall row each pixel column shows: the greatest level of all that fall into
/// it, so that no line vanishes between two pixels; in a close view a straight line between two.
class WaterfallColumns {
 public:
  /// What the rows are seen through.
  struct View {
    Hertz low;
    Hertz high;
    int columns = 0;  ///< Pixels.

    bool operator==(const View&) const = default;
  };

  /// For rows up to `nyquist`.
  WaterfallColumns(const View& view, Hertz nyquist);

  [[nodiscard]] std::size_t size() const { return columns_.size(); }

  /// `levels` of a row, not of a gap, into `size()` levels.
  void reduce(std::span<const std::int16_t> levels, std::span<std::int16_t> reduced) const;

 private:
  struct Column {
    int first = 0;
    int end = 0;          ///< One past the last; equal to `first`: between `first` and the next.
    float behind = 0.0F;  ///< Then, the share of the way to the next.
  };
  std::vector<Column> columns_;
};

}  // namespace linecheck::ui
