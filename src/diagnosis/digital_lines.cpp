#include "diagnosis/digital_lines.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace linecheck::diagnosis {
namespace {

constexpr double kUsbFrameHz = 1000.0;
// Crystal clocks keep 100 ppm; the search itself resolves a fraction of a bin.
constexpr double kClockTolerance = 2e-4;
constexpr double kResolutionHz = 0.5;
constexpr double kDriftTolerance = 5e-4;  // Of the grid within a capture.
constexpr Decibels kCombSpread = Decibels::of(12.0);

bool isMultipleOf(double frequency, double base, double tolerance) {
  const double order = std::round(frequency / base);
  return order >= 1.0 && std::abs(frequency - order * base) <= tolerance;
}

bool isUsbFrame(double frequency) {
  return isMultipleOf(frequency, kUsbFrameHz, kResolutionHz + kClockTolerance * frequency);
}

// 1000 Hz is 20 × 50 Hz too. A harmonic of the mains stands in a comb, with neighbours of about its
// own strength; a frame tone stands alone.
bool isInMainsComb(const dsp::SpectralLine& line, const measure::ChannelAnalysis& channel) {
  if (!channel.hum.present) return false;
  const double mains = channel.hum.fundamental.value();
  return std::any_of(
      channel.lines.begin(), channel.lines.end(), [&](const dsp::SpectralLine& other) {
        const double frequency = other.frequency.value();
        return std::abs(frequency - line.frequency.value()) < 4.5 * mains &&
               !isUsbFrame(frequency) &&
               isMultipleOf(frequency, mains, kResolutionHz + kDriftTolerance * frequency) &&
               other.level > line.level - kCombSpread;
      });
}

bool isTestTone(const dsp::SpectralLine& line, const measure::ChannelAnalysis& channel) {
  const double frequency = line.frequency.value();
  return channel.tone && isMultipleOf(frequency, channel.tone->frequency.value(),
                                      kResolutionHz + kClockTolerance * frequency);
}

}  // namespace

std::optional<DigitalLines> digitalLines(const measure::ChannelAnalysis& channel) {
  DigitalLines result;
  int usbFrames = 0;
  double power = 0.0;
  for (const dsp::SpectralLine& line : channel.lines) {
    if (!isUsbFrame(line.frequency.value()) || isTestTone(line, channel) ||
        isInMainsComb(line, channel)) {
      continue;
    }
    ++usbFrames;
    power += std::pow(10.0, line.level.value() / 10.0);
    if (line.level > result.strongest.level) result.strongest = line;
  }
  if (usbFrames < 2) return std::nullopt;
  result.total = DecibelsFs::of(10.0 * std::log10(power));
  result.probability = usbFrames >= 3 ? 0.95 : 0.9;
  return result;
}

}  // namespace linecheck::diagnosis
