#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dsp/trace_reduction.h"
#include "measure/spectrum_frame.h"

namespace linecheck::ui {

/// A spectrum as it is drawn: for each pixel column the greatest and the mean level of the bins
/// that fall into it.
class SpectrumColumns {
 public:
  /// The columns of `frame` from `lowHz` to `highHz`, dBFS.
  void reduce(const measure::SpectrumFrame& frame, double lowHz, double highHz, int columns);

  [[nodiscard]] std::span<const float> greatest() const { return greatest_; }
  [[nodiscard]] std::span<const float> mean() const { return mean_; }
  /// The greatest level since the peak hold was set; empty without it.
  [[nodiscard]] std::span<const float> held() const { return held_; }

  /// What the level axis has to hold: the greatest level, and the level below which a twentieth
  /// of the mean trace lies, both of the finite ones. Nothing for digital silence.
  struct Extent {
    double greatest = 0.0;
    double floor = 0.0;
  };
  [[nodiscard]] std::optional<Extent> extent() const;

 private:
  // What the reduction was made for.
  struct Layout {
    double lowHz = 0.0, highHz = 0.0, binHz = 0.0;
    int columns = 0;
    std::size_t bins = 0;

    bool operator==(const Layout&) const = default;
  };

  std::optional<dsp::TraceReduction> reduction_;
  Layout layout_;
  std::vector<float> greatest_, mean_, held_, unused_;
  mutable std::vector<float> sorted_;
};

}  // namespace linecheck::ui
