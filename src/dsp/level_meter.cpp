#include "dsp/level_meter.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/check.h"

namespace linecheck::dsp {
namespace {

struct Destroy {
  void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};

double greatestOf(std::optional<int> bits) {
  if (!bits || !LC_VERIFY(*bits >= 2 && *bits <= 32)) return 1.0;
  return 1.0 - std::ldexp(1.0, 1 - *bits);
}

}  // namespace

LevelReadings measureLevels(std::span<const double> samples, std::optional<int> bits) {
  LevelReadings readings;
  if (samples.empty()) return readings;
  const double fullScale = greatestOf(bits);
  double peak = 0.0;
  double sum = 0.0;
  double squares = 0.0;
  std::int64_t run = 0;
  int runSide = 0;
  for (const double sample : samples) {
    peak = std::max(peak, std::abs(sample));
    sum += sample;
    squares += sample * sample;
    const int side = (sample >= fullScale ? 1 : 0) - (sample <= -fullScale ? 1 : 0);
    run = side != 0 && side == runSide ? run + 1 : 1;
    runSide = side;
    // The second sample of a run makes the first one count too.
    if (side != 0 && run >= 2) readings.clippedSamples += run == 2 ? 2 : 1;
  }
  const auto count = static_cast<double>(samples.size());
  readings.peak = DecibelsPeak::of(20.0 * std::log10(peak));
  readings.rms = dbfsFromMeanSquare(squares / count);
  readings.dc = DecibelsPeak::of(20.0 * std::log10(std::abs(sum / count)));
  return readings;
}

std::optional<DecibelsTruePeak> measureTruePeak(std::span<const double> samples) {
  // The interpolator works on samples and knows no rate, but the library turns it down at high
  // rates: it is always told 48 kHz, so that every file is interpolated 4 times.
  const std::unique_ptr<ebur128_state, Destroy> state(
      ebur128_init(1, 48000, EBUR128_MODE_TRUE_PEAK));
  if (!state) return std::nullopt;
  if (ebur128_add_frames_double(state.get(), samples.data(), samples.size()) != EBUR128_SUCCESS) {
    return std::nullopt;
  }
  double peak = 0.0;
  if (ebur128_true_peak(state.get(), 0, &peak) != EBUR128_SUCCESS) return std::nullopt;
  return DecibelsTruePeak::of(20.0 * std::log10(peak));
}

}  // namespace linecheck::dsp
