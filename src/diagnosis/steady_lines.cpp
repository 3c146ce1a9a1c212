#include "diagnosis/steady_lines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "dsp/spectrum.h"

namespace linecheck::diagnosis {
namespace {

constexpr double kLowestHz = 8.0;
// A line holds its power in all but the weakest quarter of the frames; of noise, so many frames
// never reach nine times their mean at one place.
constexpr double kHeldShare = 0.25;
constexpr double kOverFloor = 9.0;
// Over what is beside it: a hump of music or rumble is no line.
constexpr double kOverBeside = 9.0;
constexpr std::size_t kBesideBins = 30;
constexpr double kSideLobes = 3e-9;
constexpr double kFrameHz = 1000.0;
constexpr double kPhoneHz = 26e6 / 120000.0;  // GSM's frame: 13 MHz / 60000.
constexpr std::array<double, 2> kScreenHz = {15625.0, 15734.27};
constexpr double kClockTolerance = 1.5e-4;
constexpr double kScreenTolerance = 1.5e-3;
constexpr double kResolutionHz = 0.6;
constexpr double kComparable = 0.06;  // 12 dB.

bool isMultiple(double frequency, double base, double tolerance) {
  const double order = std::round(frequency / base);
  return order >= 1.0 &&
         std::abs(frequency - order * base) <= kResolutionHz + tolerance * frequency;
}

bool isScreen(double frequency) {
  return std::any_of(kScreenHz.begin(), kScreenHz.end(), [&](double line) {
    return std::abs(frequency - line) <= kScreenTolerance * line;
  });
}

// Per bin the power that it holds in three quarters of the frames.
std::vector<double> heldPowers(const Spectrogram& fine) {
  std::vector<double> held(fine.bins), values(fine.frames);
  for (std::size_t k = 0; k < fine.bins; ++k) {
    for (std::size_t i = 0; i < fine.frames; ++i) {
      values[i] = static_cast<double>(fine.frame(i)[k]);
    }
    held[k] = quantile(values, kHeldShare);
  }
  return held;
}

double beside(const std::vector<double>& powers, std::size_t bin, std::size_t lobe,
              std::vector<double>& scratch) {
  scratch.clear();
  for (std::size_t d = lobe; d <= kBesideBins; ++d) {
    if (bin >= d) scratch.push_back(powers[bin - d]);
    if (bin + d < powers.size()) scratch.push_back(powers[bin + d]);
  }
  return quantile(scratch, 0.5);
}

// 1000 Hz is 20 × 50 Hz too. A harmonic of the mains has neighbours of its own strength in the
// comb; a frame's tone stands alone.
bool hasMainsNeighbours(const SoundView& view, const std::vector<SteadyLine>& lines,
                        const SteadyLine& line) {
  const double mains = view.hum.fundamental.value();
  return std::any_of(lines.begin(), lines.end(), [&](const SteadyLine& other) {
    const double distance = std::abs(other.frequency - line.frequency);
    return distance > 0.5 * mains && distance < 2.5 * mains && view.isMainsLine(other.frequency) &&
           other.power > kComparable * line.power;
  });
}

LineOwner ownerOf(const SoundView& view, const std::vector<SteadyLine>& lines,
                  const SteadyLine& line) {
  const double frequency = line.frequency;
  if (view.isPlayed(frequency) || view.folded.mayBe(Hertz::of(frequency), Hertz::of(kResolutionHz),
                                                    dsp::levelFromPower(line.power))) {
    return LineOwner::played;
  }
  const bool isFrame = isMultiple(frequency, kFrameHz, kClockTolerance);
  const bool isMains = view.isMainsLine(frequency);
  if (isMains && (!isFrame || hasMainsNeighbours(view, lines, line))) return LineOwner::mains;
  if (isFrame) return LineOwner::frame;
  if (isScreen(frequency)) return LineOwner::screen;
  return LineOwner::stray;
}

}  // namespace

double SteadyLines::power(LineOwner owner) const {
  double sum = 0.0;
  for (const SteadyLine& line : lines) sum += line.owner == owner ? line.power : 0.0;
  return sum;
}

int SteadyLines::count(LineOwner owner) const {
  return static_cast<int>(std::count_if(lines.begin(), lines.end(),
                                        [owner](const auto& line) { return line.owner == owner; }));
}

double leastLinePower(const SoundView& view, double frequency) {
  return kOverFloor * view.noise.densityAt(frequency) * view.fine.enbwBins * view.fine.binWidth;
}

SteadyLines findSteadyLines(const SoundView& view) {
  SteadyLines result;
  if (view.fine.frames < 2) return result;
  const std::vector<double> held = heldPowers(view.fine);
  std::vector<double> scratch;
  const std::size_t lobe = std::max<std::size_t>(5, view.fine.lobeBins() + 1);
  const std::size_t first = std::max(view.fine.binAt(kLowestHz), lobe);
  const std::size_t last = std::min(view.fine.binAt(view.highest()), view.fine.bins - 1 - lobe);
  // The window's side lobes lie 92 dB below a loud tone.
  const double leak = kSideLobes * *std::max_element(held.begin(), held.end());
  for (std::size_t k = first; k < last; ++k) {
    if (held[k] < held[k - 1] || held[k] <= held[k + 1] || held[k] <= leak) continue;
    const double frequency = static_cast<double>(k) * view.fine.binWidth;
    if (held[k] < leastLinePower(view, frequency)) continue;
    if (held[k] < kOverBeside * beside(held, k, lobe, scratch)) continue;
    if (held[k] < 4.0 * std::min(held[k - lobe], held[k + lobe])) continue;
    const double a = std::log(held[k - 1]), b = std::log(held[k]), c = std::log(held[k + 1]);
    const double curve = a - 2.0 * b + c;
    const double offset = curve < 0.0 ? 0.5 * (a - c) / curve : 0.0;
    result.lines.push_back({(static_cast<double>(k) + offset) * view.fine.binWidth,
                            std::exp(b - 0.25 * (a - c) * offset)});
  }
  const std::vector<SteadyLine> all = result.lines;
  for (SteadyLine& line : result.lines) line.owner = ownerOf(view, all, line);
  // A phone's bursts are a comb; one line at its place is somebody else's.
  int phone = 0;
  const auto isPhone = [](const SteadyLine& line) {
    return line.owner == LineOwner::stray && isMultiple(line.frequency, kPhoneHz, kClockTolerance);
  };
  for (const SteadyLine& line : result.lines) phone += isPhone(line) ? 1 : 0;
  for (SteadyLine& line : result.lines) {
    if (phone >= 3 && isPhone(line)) line.owner = LineOwner::phone;
  }
  return result;
}

}  // namespace linecheck::diagnosis
