#pragma once

#include <complex>
#include <vector>

#include "dsp/sweep_response.h"
#include "measure/recording.h"
#include "measure/sequence.h"

namespace linecheck::measure {

/// A sweep played some times over on all outputs, so that its noise shows in what differs.
struct SweepRuns {
  dsp::SweptSine sweep;
  int count = 2;

  /// `from`: the lowest frequency of the response; level and wanted length of one sweep, which is
  /// made longer if it were too fast to be right at its low end. Errors: `usage`, as
  /// `dsp::SweptSine::make`.
  [[nodiscard]] static Result<SweepRuns> make(Hertz from, DecibelsFs level, Seconds length,
                                              int count, int sampleRate);

  void addTo(Sequence& sequence) const;
};

/// One sweep as one input heard it.
struct SweepRun {
  dsp::SweepResponse response;
  double latency = 0.0;  ///< Frames from sent to captured, whole ones; phases count from it.
};

/// All that were captured whole and found. `isComplete` becomes false if any was cut off.
[[nodiscard]] std::vector<SweepRun> readRuns(const Recording& recording, const SweepRuns& runs,
                                             int channel, bool& isComplete);

/// A response against ascending frequencies with the error of the mean, in dB.
struct LevelCurve {
  std::vector<Hertz> frequencies;
  std::vector<double> decibels;
  /// Standard error, from what differs between two runs within a third of an octave; empty if
  /// there was but one.
  std::vector<double> errors;

  /// On a straight line over log(frequency); at the ends that of the last point.
  [[nodiscard]] double at(Hertz frequency) const;
  [[nodiscard]] std::optional<double> errorAt(Hertz frequency) const;
};

/// The mean of several curves of the same frequencies; at least one.
[[nodiscard]] LevelCurve meanOf(const std::vector<Hertz>& frequencies,
                                const std::vector<std::vector<double>>& curves);

/// Where a harmonic, the first points of the response's grid, stands out of what differs between
/// two runs within half an octave; there its level to the fundamental. NaN elsewhere.
[[nodiscard]] std::vector<double> harmonicDbc(const std::vector<SweepRun>& runs, std::size_t index,
                                              Hertz sampleRate);

/// The pure delay that explains a response's phase from 1 to 10 kHz best, in frames, whatever its
/// polarity. Less than 20 frames.
[[nodiscard]] double pureDelay(const std::vector<Hertz>& frequencies,
                               const std::vector<std::complex<double>>& response, Hertz sampleRate);

}  // namespace linecheck::measure
