#include "dsp/hum_straighten.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dsp/hum_window.h"

namespace linecheck::dsp::hum {
namespace {

using std::numbers::pi;

constexpr std::size_t kHalf = 16;
constexpr std::size_t kTaps = 2 * kHalf;
constexpr std::size_t kOffsets = 512;

// Windowed sinc: kTaps for each of kOffsets + 1 places between two samples. Between the places the
// taps are interpolated.
std::vector<double> tabulateTaps() {
  const std::vector<double> window = kaiserWindow(kTaps * kOffsets + 1, 12.0);
  std::vector<double> taps((kOffsets + 1) * kTaps);
  for (std::size_t offset = 0; offset <= kOffsets; ++offset) {
    for (std::size_t i = 0; i < kTaps; ++i) {
      const std::size_t place = (i + 1) * kOffsets - offset;  // From the window's start.
      const double x = pi * (static_cast<double>(place) / kOffsets - static_cast<double>(kHalf));
      taps[offset * kTaps + i] = window[place] * (x == 0.0 ? 1.0 : std::sin(x) / x);
    }
  }
  return taps;
}

}  // namespace

std::vector<double> straighten(std::span<const double> whole, std::size_t blockStart,
                               std::size_t blockLength, double sampleRate, double fundamental,
                               const PhaseTrack& track) {
  const std::vector<double> taps = tabulateTaps();
  std::vector<double> result;
  result.reserve(blockLength);
  const double middle = static_cast<double>(blockLength - 1) / 2.0;
  const double radiansPerSecond = 2.0 * pi * fundamental;
  for (std::size_t n = 0; n < blockLength; ++n) {
    const double t = (static_cast<double>(n) - middle) / sampleRate;
    // The time at which the fundamental has the phase that a constant one has at t.
    double shift = -track.bendAt(t) / radiansPerSecond;
    shift = -track.bendAt(t + shift) / radiansPerSecond;
    const double position = static_cast<double>(blockStart + n) + shift * sampleRate;
    const double before = std::floor(position);
    const double first = before - static_cast<double>(kHalf) + 1.0;
    if (first < 0.0 || first + static_cast<double>(kTaps) > static_cast<double>(whole.size())) {
      continue;
    }
    const double fine = (position - before) * kOffsets;
    const std::size_t offset = std::min(static_cast<std::size_t>(fine), kOffsets - 1);
    const double* lower = &taps[offset * kTaps];
    const double* upper = lower + kTaps;
    const double* x = &whole[static_cast<std::size_t>(first)];
    double a = 0.0;
    double b = 0.0;
    for (std::size_t i = 0; i < kTaps; ++i) {
      a += lower[i] * x[i];
      b += upper[i] * x[i];
    }
    result.push_back(a + (fine - static_cast<double>(offset)) * (b - a));
  }
  return result;
}

}  // namespace linecheck::dsp::hum
