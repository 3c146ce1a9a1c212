#include "diagnosis/digital_lines.h"

#include <cmath>
#include <vector>

namespace linecheck::diagnosis {
namespace {

constexpr double kUsbFrameHz = 1000.0;
// Crystal clocks keep 100 ppm; the search itself resolves a fraction of a bin.
constexpr double kClockTolerance = 2e-4;
constexpr double kResolutionHz = 0.5;

bool isMultipleOf(double frequency, double base, double tolerance) {
  const double order = std::round(frequency / base);
  return order >= 1.0 && std::abs(frequency - order * base) <= tolerance;
}

bool isExplained(const dsp::SpectralLine& line, const measure::ChannelAnalysis& channel) {
  const double frequency = line.frequency.value();
  if (channel.hum.present) {
    const double mains = channel.hum.fundamental.value();
    // The grid drifts, and its harmonics with it.
    if (isMultipleOf(frequency, mains, kResolutionHz + 0.0005 * frequency)) return true;
  }
  return channel.tone && isMultipleOf(frequency, channel.tone->frequency.value(),
                                      kResolutionHz + kClockTolerance * frequency);
}

}  // namespace

std::optional<DigitalLines> digitalLines(const measure::ChannelAnalysis& channel) {
  DigitalLines result;
  int usbFrames = 0;
  double power = 0.0;
  for (const dsp::SpectralLine& line : channel.lines) {
    const double frequency = line.frequency.value();
    if (isExplained(line, channel)) continue;
    if (!isMultipleOf(frequency, kUsbFrameHz, kResolutionHz + kClockTolerance * frequency))
      continue;
    ++usbFrames;
    power += std::pow(10.0, line.level.value() / 10.0);
    if (line.level > result.strongest.level) result.strongest = line;
  }
  if (usbFrames == 0) return std::nullopt;
  result.total = DecibelsFs::of(10.0 * std::log10(power));
  // One such line may be somebody's tone; a comb of them hardly.
  result.probability = usbFrames >= 3 ? 0.95 : usbFrames == 2 ? 0.9 : 0.7;
  return result;
}

}  // namespace linecheck::diagnosis
