#pragma once

#include <optional>
#include <span>
#include <string>

#include "measure/procedures/tone_figures.h"
#include "measure/reading.h"
#include "measure/recording.h"
#include "measure/sequence.h"

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
  /// (greatest less least) and "deviation_low" and "deviation_high"; "thd_worst" and "thdn_worst",
  /// each with its place ("_at"); then the traces.
  void finish(std::size_t reference, Reading& reading) const;

 private:
  Trace gain_;
  Trace thd_;
  Trace thdn_;
  std::vector<double> gainSe_;
};

/// One tone among several that are played one after the other.
struct ToneStep {
  std::string segment;  ///< Its id.
  double x = 0.0;       ///< On the traces' axis.
  Sequence::Tone tone;
};

/// Reads all steps that are there on each channel; `reference` is the place on the axis that the
/// deviation counts from.
[[nodiscard]] Reading readSteps(const Recording& recording, std::span<const ToneStep> steps,
                                const char* xName, Unit xUnit, double reference);

}  // namespace linecheck::measure
