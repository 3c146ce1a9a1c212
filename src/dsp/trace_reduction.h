#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "units/quantity.h"

namespace linecheck::dsp {

/// A plot's frequency axis and the spectrum that is drawn on it.
struct TraceAxis {
  Hertz low = Hertz::of(10.0);  ///< Left edge; above 0 if logarithmic.
  Hertz high;                   ///< Right edge, above `low`.
  bool logarithmic = true;
  std::size_t columns = 0;  ///< Pixels from edge to edge.
  Hertz binWidth;           ///< Of the spectrum; bin k lies at k × binWidth.
  std::size_t bins = 0;
};

/// Reduces a spectrum to the greatest and the mean power of each pixel column, so that no line is
/// lost however many bins share a pixel. Columns narrower than a bin are interpolated along a
/// straight line in decibels. Where the axis ends beyond the spectrum, powers are 0.
class TraceReduction {
 public:
  explicit TraceReduction(const TraceAxis& axis);

  [[nodiscard]] std::size_t columns() const { return columns_.size(); }

  /// `powers` of all bins into `columns()` maxima and means. Realtime-safe: yes.
  void reduce(std::span<const float> powers, std::span<float> maxima, std::span<float> means) const;

 private:
  struct Column {
    std::uint32_t firstBin = 0;  ///< Bins whose centres lie inside the column: first…
    std::uint32_t endBin = 0;    ///< … to one past the last.
    float centre = -1.0F;        ///< Fraction of a bin behind `before`; negative: outside.
    std::uint32_t before = 0;
  };

  std::vector<Column> columns_;
  std::size_t bins_ = 0;
};

}  // namespace linecheck::dsp
