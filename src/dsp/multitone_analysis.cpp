#include "dsp/multitone_analysis.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

#include "dsp/averaging.h"
#include "dsp/multitone_fit.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;

constexpr double kGreatestOffset = 150e-6;
constexpr double kFewestPeriods = 8.0;
constexpr std::size_t kFewestSamples = 1024;
// Tones' power to that of all else from which their clock is known.
constexpr double kStandsOut = 10.0;

bool canBeToldApart(std::span<const double> samples, std::span<const double> cycles) {
  if (samples.size() < kFewestSamples || samples.size() > RealFft::kMaxLength || cycles.empty()) {
    return false;
  }
  const double least = kFewestPeriods / static_cast<double>(samples.size());
  double before = 0.0;
  for (const double tone : cycles) {
    if (!(tone - before >= least)) return false;
    before = tone;
  }
  // The other clock may shift the highest tone upwards.
  return 0.5 - before * (1.0 + kGreatestOffset) >= least &&
         std::all_of(samples.begin(), samples.end(), [](double v) { return std::isfinite(v); });
}

// Bins of about 1.5 Hz, and at least seven frames half over each other.
PowerSpectrum spectrumFor(std::size_t samples, Hertz sampleRate) {
  constexpr double kBinWidth = 1.5;
  const auto wanted = static_cast<std::size_t>(sampleRate.value() / kBinWidth);
  const std::size_t most = std::bit_floor(samples / 4);
  return {WindowKind::blackmanHarris7, std::clamp(std::bit_ceil(wanted), std::size_t{1}, most)};
}

std::vector<double> meanPowers(std::span<const double> rest, PowerSpectrum& spectrum) {
  SpectrumAverage average(spectrum.bins(), Averaging::linear);
  OverlappedFrames frames(spectrum.length(), spectrum.length() / 2);
  frames.push(rest, [&](std::span<const double> frame) { average.add(spectrum.compute(frame)); });
  return {average.powers().begin(), average.powers().end()};
}

// Bins first…end − 1.
struct Gap {
  std::size_t first = 0;
  std::size_t end = 0;
};

std::vector<Gap> gapsAt(std::span<const double> toneBins, double reach, std::size_t bins) {
  std::vector<Gap> gaps;
  for (const double bin : toneBins) {
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(bin - reach)));
    const auto end = std::min(bins, static_cast<std::size_t>(std::ceil(bin + reach)) + 1);
    if (!gaps.empty() && first <= gaps.back().end) {
      gaps.back().end = end;
    } else {
      gaps.push_back({first, end});
    }
  }
  return gaps;
}

std::optional<double> meanOf(std::span<const double> powers) {
  if (powers.empty()) return std::nullopt;
  double sum = 0.0;
  for (const double power : powers) sum += power;
  return sum / static_cast<double>(powers.size());
}

// Fills each gap along a straight line between the means on its two sides.
void fillGaps(std::span<double> powers, std::span<const Gap> gaps) {
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const Gap gap = gaps[i];
    const std::size_t width = gap.end - gap.first;
    const std::size_t from =
        std::max(i > 0 ? gaps[i - 1].end : 0, gap.first - std::min(gap.first, width));
    const std::size_t to =
        std::min(i + 1 < gaps.size() ? gaps[i + 1].first : powers.size(), gap.end + width);
    const auto before = meanOf(powers.subspan(from, gap.first - from));
    const auto behind = meanOf(powers.subspan(gap.end, to - gap.end));
    const double low = before.value_or(behind.value_or(0.0));
    const double high = behind.value_or(low);
    for (std::size_t k = gap.first; k < gap.end; ++k) {
      const double part = (static_cast<double>(k - gap.first) + 0.5) / static_cast<double>(width);
      powers[k] = low + part * (high - low);
    }
  }
}

}  // namespace

std::optional<MultitoneAnalysis> analyzeMultitone(std::span<const double> samples, Hertz sampleRate,
                                                  std::span<const Hertz> frequencies,
                                                  const MultitoneOptions& options) {
  std::vector<double> cycles(frequencies.size());
  std::transform(frequencies.begin(), frequencies.end(), cycles.begin(),
                 [&](Hertz f) { return f / sampleRate; });
  if (!canBeToldApart(samples, cycles)) return std::nullopt;
  const MultitoneFit fit = fitMultitone(samples, cycles, kGreatestOffset);

  MultitoneAnalysis result;
  double power = 0.0;
  std::vector<double> received(cycles.size());
  for (std::size_t i = 0; i < cycles.size(); ++i) {
    received[i] = cycles[i] * (1.0 + fit.offset);
    const auto amplitude = fit.amplitudes[i];
    power += std::norm(amplitude);
    // A cosine at the centre as a sine at sample 0.
    const double phase =
        std::arg(amplitude) + 0.5 * pi - 2.0 * pi * std::fmod(received[i] * fit.centre, 1.0);
    result.lines.push_back({received[i] * sampleRate, dbfsFromSinePeak(std::abs(amplitude)),
                            std::remainder(phase, 2.0 * pi)});
  }
  result.signal = levelFromPower(power);

  auto spectrum = spectrumFor(samples.size(), sampleRate);
  result.scale = spectrum.scale(sampleRate);
  result.powers = meanPowers(withoutMultitone(samples, cycles, fit), spectrum);
  std::vector<double> toneBins(received.size());
  std::transform(received.begin(), received.end(), toneBins.begin(),
                 [&](double tone) { return tone * static_cast<double>(spectrum.length()); });
  const auto gaps = gapsAt(toneBins, spectrum.window().firstNullBins + 1.0, result.powers.size());
  fillGaps(result.powers, gaps);
  const double rest = bandPower(result.powers, result.scale, options.bandLow, options.bandHigh);
  result.noiseAndDistortion = levelFromPower(rest);
  constexpr double kMillion = 1e6;
  if (power > kStandsOut * rest && power > 0.0) result.clockPpm = kMillion * fit.offset;
  return result;
}

}  // namespace linecheck::dsp
