#pragma once

#include <complex>
#include <cstdint>
#include <functional>

#include "measure/procedure_run.h"

namespace linecheck::measure::testing {

/// A path of which every response is known in closed form.
struct SyntheticPath {
  /// Response from output `from` to input `to`, both 0-based, at a frequency in hertz.
  std::function<std::complex<double>(int from, int to, double frequency)> response;
  double latency = 0.0;                      ///< Frames, fractions too; at most 0.4 s.
  DecibelsFs noise = DecibelsFs::silence();  ///< White, at each input.
  std::uint64_t seed = 1;
  double hum = 0.0;  ///< Peak of 50 Hz and each of its odd harmonics up to the 9th.
};

inline constexpr int kSyntheticRate = 48000;

/// What a step of a procedure would record through this path with two outputs and two inputs. The
/// gate's report is the truth: each input hears the output of its number, with this latency.
[[nodiscard]] Recording syntheticRecording(const Procedure& procedure, std::size_t step,
                                           const Values& values, const SyntheticPath& path);

/// The same, stopped half-way through the procedure's own part.
[[nodiscard]] Recording cutShort(Recording recording);

}  // namespace linecheck::measure::testing
