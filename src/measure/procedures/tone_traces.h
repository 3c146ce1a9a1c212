#pragma once

#include <optional>
#include <string>

#include "measure/procedures/tone_figures.h"
#include "measure/reading.h"

namespace linecheck::measure {

/// Tones one after the other, along a level or a frequency: traces "gain", "thd" and "thdn".
class ToneTraces {
 public:
  ToneTraces(int channel, const char* xName, Unit xUnit);

  /// A tone played at `played`; none leaves gaps.
  void add(double x, DecibelsFs played, const std::optional<ToneFigures>& tone);

  /// The index of the point nearest to `x` that was heard; none if nothing was.
  [[nodiscard]] std::optional<std::size_t> nearest(double x) const;
  [[nodiscard]] double gain(std::size_t point) const { return gain_.y[point]; }
  [[nodiscard]] double gainSe(std::size_t point) const { return gainSe_[point]; }
  [[nodiscard]] std::size_t size() const { return gain_.x.size(); }
  [[nodiscard]] bool isHeard(std::size_t point) const;

  /// Trace "deviation", of the gain from that at `reference`, and figures "gain" there, "deviation"
  /// (greatest less least) and "deviation_low" and "deviation_high"; then the traces.
  void finish(std::size_t reference, Reading& reading) const;

 private:
  Trace gain_;
  Trace thd_;
  Trace thdn_;
  std::vector<double> gainSe_;
};

}  // namespace linecheck::measure
