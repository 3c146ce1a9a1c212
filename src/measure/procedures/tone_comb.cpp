#include "measure/procedures/tone_comb.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <string>

#include "base/check.h"
#include "dsp/generators.h"

namespace linecheck::measure {
namespace {

// The longest latency that a run waits for, and some time for filters to settle.
constexpr Seconds kLead = Seconds::ofMilli(600.0);

// Under a Hann window a line this far off has fallen by 64 dB.
constexpr double kMainsBins = 8.0;
// Above it a hum's harmonics are too weak to matter and too many to keep clear of.
constexpr double kHighestHum = 2500.0;

double distanceToMains(double frequency) {
  double least = frequency;
  for (const double mains : {50.0, 60.0}) {
    const double order = std::max(1.0, std::round(frequency / mains));
    least = std::min(least, std::abs(frequency - order * mains));
  }
  return least;
}

// The nearest bin that is clear of the mains.
std::int64_t clearBin(std::int64_t bin, double binWidth) {
  const auto isClear = [&](std::int64_t at) {
    const double frequency = static_cast<double>(at) * binWidth;
    return frequency > kHighestHum || distanceToMains(frequency) >= kMainsBins * binWidth;
  };
  for (std::int64_t step = 0;; ++step) {
    if (isClear(bin + step)) return bin + step;
    if (bin > step && isClear(bin - step)) return bin - step;
  }
}

// Sines of equal level with Schroeder's phases (IEEE Trans. IT-16 (1970) 85–89), which keep the
// peak low. All of them are found in one table, for each passes through whole cycles of it.
std::vector<double> onePeriod(const ToneComb& comb) {
  const auto length = static_cast<std::size_t>(comb.frames);
  std::vector<double> table(length);
  for (std::size_t i = 0; i < length; ++i) {
    table[i] =
        std::sin(2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(length));
  }
  std::vector<double> samples(length);
  if (length == 0) return samples;
  const auto count = static_cast<double>(comb.bins.size());
  for (std::size_t k = 0; k < comb.bins.size(); ++k) {
    const auto order = static_cast<double>(k);
    const double turns = 1.0 - std::fmod(0.5 * order * (order + 1.0) / count, 1.0);
    auto at = static_cast<std::size_t>(turns * static_cast<double>(length)) % length;
    const auto step = static_cast<std::size_t>(comb.bins[k]);
    for (double& sample : samples) {
      sample += table[at];
      at += step;
      if (at >= length) at -= length;
    }
  }
  return samples;
}

}  // namespace

Hertz ToneComb::frequency(std::size_t tone) const {
  return Hertz::of(static_cast<double>(bins[tone]) * sampleRate / static_cast<double>(frames));
}

ToneComb makeComb(const CombRange& range, Seconds period, int sampleRate) {
  constexpr double kOfSampleRate = 0.45;
  ToneComb comb;
  comb.sampleRate = sampleRate;
  comb.frames = std::llround(period.value() * sampleRate);
  const double binWidth = sampleRate / static_cast<double>(comb.frames);
  const double highest = std::min(range.to.value(), kOfSampleRate * sampleRate);
  // A little beyond the end, so that a tone that rounding puts there is not left out.
  const auto count = static_cast<int>(
      std::floor(range.tonesPerOctave * std::log2(highest / range.from.value()) + 1e-6));
  for (int i = 0; i <= count; ++i) {
    const double wanted = range.from.value() * std::exp2(i / range.tonesPerOctave);
    const std::int64_t bin = clearBin(std::llround(wanted / binWidth), binWidth);
    if (bin < 1) continue;
    if (!comb.bins.empty() && bin < comb.bins.back() + ToneComb::kLeastGap) continue;
    comb.bins.push_back(bin);
  }
  return comb;
}

void addComb(Sequence& sequence, std::string_view id, const ToneComb& comb, DecibelsFs level,
             std::optional<int> output) {
  if (!LC_VERIFY(!comb.bins.empty() && sequence.sampleRate() == comb.sampleRate)) return;
  const auto framesOf = [&](Seconds time) { return std::llround(time.value() * comb.sampleRate); };
  const auto lead = static_cast<std::size_t>(framesOf(kLead + kRamp));
  const auto period = static_cast<std::size_t>(comb.frames);
  const auto fade = static_cast<std::size_t>(framesOf(kRamp));

  const auto once = onePeriod(comb);
  double peak = 0.0;
  for (const double sample : once) peak = std::max(peak, std::abs(sample));
  // Rounded to a float it must not become louder than was asked for.
  const double scale = (1.0 - 1e-6) * sinePeakFromDbfs(level) / peak;
  std::vector<double> samples(lead + period + fade);
  for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = scale * once[i % period];
  dsp::applyRamps(samples, Hertz::of(comb.sampleRate), kRamp);

  const std::span<const double> all = samples;
  const std::string name(id);
  sequence.add(name + ".lead", all.first(lead), output);
  sequence.add(name, all.subspan(lead, period), output);
  sequence.add(name + ".fade", all.last(fade), output);
}

}  // namespace linecheck::measure
