#include "diagnosis/unsteady.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "diagnosis/mains_rhythm.h"
#include "dsp/spectrum.h"

namespace linecheck::diagnosis {
namespace {

constexpr double kLn2 = 0.6931471805599453;
constexpr double kPhoneHz = 26e6 / 120000.0;
constexpr int kPhoneOrders = 14;
constexpr double kPhoneOverFloor = 12.0;  // dB: less is a chord's or a voice's.

struct Peak {
  double frequency = 0.0;
  double power = 0.0;
};

constexpr double kWanderFromHz = 1000.0;
constexpr double kOverFloor = 15.0;
constexpr double kSideLobes = 3e-9;
// A computer's load stays for so long, and another one makes its whine louder or fainter by so much
// (one standard deviation), also where it stayed the same all the while.
constexpr double kLoadSeconds = 1.75;
constexpr double kLoadSpread = 3.0;

// The window's side lobes lie 92 dB below a loud tone.
double sideLobes(std::span<const float> frame) {
  return kSideLobes * static_cast<double>(*std::max_element(frame.begin(), frame.end()));
}

// What is played, its multiples and what of them folds back.
bool isPlayed(const SoundView& view, double frequency, double power) {
  const double lobe = view.medium.lobe;
  const bool isTone = std::any_of(view.played.begin(), view.played.end(), [&](Hertz tone) {
    const double order = std::round(frequency / tone.value());
    return order >= 1.0 && std::abs(frequency - order * tone.value()) < lobe;
  });
  return isTone ||
         view.folded.mayBe(Hertz::of(frequency), Hertz::of(lobe), dsp::levelFromPower(power));
}

std::vector<Peak> peaksOf(const SoundView& view, std::size_t index, const SteadyLines& steady) {
  const Spectrogram& medium = view.medium;
  const auto frame = medium.frame(index);
  std::vector<Peak> peaks;
  const std::size_t lobe = medium.lobeBins();
  const std::size_t first = medium.binAt(kWanderFromHz);
  const std::size_t last =
      std::min(medium.binAt(view.highest()), medium.bins - 1 - medium.lobeBins());
  auto line = steady.lines.begin();
  const double lobes = sideLobes(frame);
  for (std::size_t k = first; k < last; ++k) {
    const auto power = static_cast<double>(frame[k]);
    if (frame[k] < frame[k - 1] || frame[k] <= frame[k + 1]) continue;
    const double frequency = static_cast<double>(k) * medium.binWidth;
    const double floor = view.noise.densityAt(frequency) * medium.enbwBins * medium.binWidth;
    if (power < std::max(kOverFloor * floor, lobes)) continue;
    // A line is narrow.
    if (power < 6.0 * static_cast<double>(std::max(frame[k - lobe], frame[k + lobe]))) continue;
    while (line != steady.lines.end() && line->frequency < frequency - 3.0 * medium.binWidth)
      ++line;
    if (line != steady.lines.end() && line->frequency < frequency + 3.0 * medium.binWidth) continue;
    if (isPlayed(view, frequency, power)) continue;
    peaks.push_back({frequency, power});
  }
  return peaks;
}

// A line's power is spread over its lobe.
constexpr double kLobePower = 2.6;

// Power of all that stands out of the noise from 60 Hz up, but for steady lines.
double excessOf(const SoundView& view, std::size_t index, const SteadyLines& steady) {
  const Spectrogram& medium = view.medium;
  const auto frame = medium.frame(index);
  const std::size_t last = std::min(medium.binAt(view.highest()), medium.bins);
  double sum = 0.0;
  const double lobes = sideLobes(frame);
  auto line = steady.lines.begin();
  for (std::size_t k = medium.binAt(100.0); k < last; ++k) {
    const double frequency = static_cast<double>(k) * medium.binWidth;
    while (line != steady.lines.end() && line->frequency < frequency - 4.5 * medium.binWidth)
      ++line;
    if (line != steady.lines.end() && line->frequency < frequency + 4.5 * medium.binWidth) continue;
    if (view.hum.present && frequency < 2500.0) continue;
    const double floor = view.noise.densityAt(frequency) * medium.enbwBins * medium.binWidth;
    const auto power = static_cast<double>(frame[k]);
    if (power > std::max(kOverFloor * floor, lobes) && !isPlayed(view, frequency, power))
      sum += power;
  }
  return sum / medium.enbwBins;
}

std::optional<PhoneBursts> burstsIn(const SoundView& view, const Spectrogram& frames) {
  if (frames.frames < 2) return std::nullopt;
  std::vector<double> scores, scratch, ratios;
  double power = 0.0;
  const auto binsOf = [&](double hertz) {
    return static_cast<std::size_t>(std::round(hertz / frames.binWidth));
  };
  const std::size_t reach = std::max<std::size_t>(1, binsOf(3.0));
  const std::size_t near = std::max(binsOf(18.0), binsOf(frames.lobe) + 1);
  const std::size_t far = std::max(binsOf(53.0), near + 2);
  for (std::size_t i = 0; i < frames.frames; ++i) {
    const auto frame = frames.frame(i);
    ratios.clear();
    double comb = 0.0;
    for (int order = 1; order <= kPhoneOrders && order * kPhoneHz < view.highest(); ++order) {
      const std::size_t centre = binsOf(order * kPhoneHz);
      if (centre < far || centre + far >= frames.bins) continue;
      double line = 0.0;
      for (std::size_t k = centre - reach; k <= centre + reach; ++k) {
        line = std::max(line, static_cast<double>(frame[k]));
      }
      scratch.clear();
      for (std::size_t d = near; d <= far; ++d) {
        scratch.push_back(static_cast<double>(frame[centre - d]));
        scratch.push_back(static_cast<double>(frame[centre + d]));
      }
      const double floor = std::max(quantile(scratch, 0.5) / kLn2, 1e-30);
      // Of five bins of noise the greatest is 2.3 times the mean.
      ratios.push_back(10.0 * std::log10(std::max(line / floor / 2.3, 1e-3)));
      comb += std::max(0.0, line - 2.3 * floor);
    }
    // Most of the orders have to carry it: half of the notes of a chord do not make a phone.
    const double score = quantile(ratios, 0.3);
    scores.push_back(score);
    if (score > 6.0) power += comb / static_cast<double>(frames.frames);
  }
  return PhoneBursts{quantile(scores, 0.85), power};
}

}  // namespace

std::optional<WanderingLines> findWanderingLines(const SoundView& view, const SteadyLines& steady) {
  if (view.medium.frames < 3 || !view.noise.isKnown()) return std::nullopt;
  std::vector<std::vector<Peak>> frames;
  for (std::size_t i = 0; i < view.medium.frames; ++i) frames.push_back(peaksOf(view, i, steady));
  // A peak counts if the next frame or the one before has it too, nearly in place.
  const auto goesOn = [&](const Peak& peak, std::size_t frame) {
    const double reach = 1.2 * view.medium.binWidth + 0.002 * peak.frequency;
    return std::any_of(frames[frame].begin(), frames[frame].end(), [&](const Peak& other) {
      return std::abs(other.frequency - peak.frequency) < reach && other.power > 0.1 * peak.power &&
             other.power < 10.0 * peak.power;
    });
  };
  std::vector<double> powers, restless;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const bool hasBefore = view.medium.goesOn(i), hasAfter = view.medium.goesOn(i + 1);
    if (!hasBefore && !hasAfter) continue;
    double sum = 0.0;
    for (const Peak& peak : frames[i]) {
      if ((!hasBefore || goesOn(peak, i - 1)) && (!hasAfter || goesOn(peak, i + 1))) {
        sum += peak.power;
      }
    }
    powers.push_back(sum);
    restless.push_back(std::max(0.0, excessOf(view, i, steady) - kLobePower * sum));
  }
  if (powers.empty()) return std::nullopt;
  WanderingLines result;
  result.power = quantile(powers, 0.4);
  result.restless = quantile(restless, 0.6);
  result.limit =
      kOverFloor * view.noise.densityAt(4000.0) * view.medium.enbwBins * view.medium.binWidth;
  return result;
}

std::optional<HighTones> findHighTones(const SoundView& view, const SteadyLines& steady) {
  const Spectrogram& medium = view.medium;
  if (medium.frames < 3 || !view.noise.isKnown()) return std::nullopt;
  // Lines that belong to something else take the bins of their lobes with them.
  const std::size_t first = medium.binAt(kWanderFromHz);
  const std::size_t last = std::min(medium.binAt(view.highest()), medium.bins);
  std::vector<bool> isOthers(last, false);
  for (const SteadyLine& line : steady.lines) {
    if (line.owner == LineOwner::stray) continue;
    const double reach = 1.1 * medium.lobe;
    const std::size_t end = std::min(last, medium.binAt(line.frequency + reach));
    for (std::size_t k = medium.binAt(std::max(0.0, line.frequency - reach)); k < end; ++k) {
      isOthers[k] = true;
    }
  }
  std::vector<double> levels;
  for (std::size_t i = 0; i < medium.frames; ++i) {
    const auto frame = medium.frame(i);
    const double lobes = sideLobes(frame);
    double sum = 0.0;
    for (std::size_t k = first; k < last; ++k) {
      if (isOthers[k]) continue;
      const double frequency = static_cast<double>(k) * medium.binWidth;
      const double floor = view.noise.densityAt(frequency) * medium.enbwBins * medium.binWidth;
      const auto power = static_cast<double>(frame[k]);
      if (power <= std::max(kOverFloor * floor, lobes) || isPlayed(view, frequency, power)) {
        continue;
      }
      sum += power / medium.enbwBins;
    }
    if (sum > 0.0) levels.push_back(10.0 * std::log10(sum));
  }
  if (2 * levels.size() < medium.frames) return std::nullopt;
  double mean = 0.0, square = 0.0;
  const auto n = static_cast<double>(levels.size());
  for (const double level : levels) mean += level / n;
  for (const double level : levels) square += std::pow(level - mean, 2) / n;
  const double loads = std::max(1.0, view.duration().value() / kLoadSeconds);
  return HighTones{mean, std::max(std::sqrt(square), kLoadSpread) / std::sqrt(loads)};
}

std::optional<LoadNoise> loadNoise(const SoundView& view) {
  const Spectrogram& medium = view.medium;
  const auto frames = static_cast<std::size_t>(std::round(0.5 / medium.hop));
  if (!view.quiet.isWhole || medium.frames < 3 * frames) return std::nullopt;
  const std::size_t first = medium.binAt(2000.0);
  const std::size_t last = medium.binAt(std::min(10000.0, view.highest()));
  std::vector<double> levels, scratch, part;
  for (std::size_t i = 0; i + frames <= medium.frames; i += frames) {
    part.clear();
    for (std::size_t j = i; j < i + frames; ++j) {
      const auto frame = medium.frame(j).subspan(first, last - first);
      scratch.assign(frame.begin(), frame.end());
      part.push_back(quantile(scratch, 0.5));
    }
    levels.push_back(10.0 * std::log10(std::max(quantile(part, 0.3), 1e-30)));
  }
  double mean = 0.0, square = 0.0;
  const auto n = static_cast<double>(levels.size());
  for (const double level : levels) mean += level / n;
  for (const double level : levels) square += std::pow(level - mean, 2) / (n - 1.0);
  const double spread = std::sqrt(square);
  return LoadNoise{spread, spread / std::sqrt(2.0 * (n - 1.0)) + 0.05};
}

std::optional<PhoneBursts> findPhoneBursts(const SoundView& view) {
  // One that rings only now and then does so in a programme too, so all of the capture counts.
  auto bursts = burstsIn(view, view.whole);
  if (!bursts) return bursts;
  // A voice of 217 Hz in a frame or two is no phone, and its power is not a phone's.
  if (bursts->overFloor < kPhoneOverFloor) bursts->power = 0.0;
  if (view.quiet.isWhole) return bursts;
  if (const auto paused = burstsIn(view, view.fine)) {
    if (paused->overFloor >= kPhoneOverFloor) bursts->power = paused->power;
    bursts->overFloor = std::max(bursts->overFloor, paused->overFloor);
  }
  const std::array everything = {Stretch{0, view.samples.size()}};
  const Spectrogram coarse = makeSpectrogram(
      view.samples, view.rate, everything, dsp::WindowKind::hann, 2 * (view.coarse.bins - 1),
      static_cast<std::size_t>(std::lround(view.coarse.hop * view.rate.value())));
  if (const auto rhythm = phoneRhythm(coarse)) {
    bursts->overFloor = std::max(bursts->overFloor, *rhythm);
  }
  return bursts;
}

std::optional<MainsSpikes> mainsSpikes(const SoundView& view, double mains) {
  const Spectrogram& fine = view.fine;
  if (fine.frames < 2 || mains <= 0.0) return std::nullopt;
  double on = 0.0, between = 0.0;
  int count = 0;
  std::vector<double> values(fine.frames);
  const auto heldAt = [&](double frequency) {
    const auto centre = static_cast<std::size_t>(std::round(frequency / fine.binWidth));
    for (std::size_t i = 0; i < fine.frames; ++i) {
      const auto frame = fine.frame(i);
      values[i] =
          static_cast<double>(std::max({frame[centre - 1], frame[centre], frame[centre + 1]}));
    }
    return quantile(values, 0.5);
  };
  std::vector<double> ratios;
  for (int order = static_cast<int>(2500.0 / mains);
       (order + 1) * mains < std::min(10000.0, view.highest()); ++order) {
    const double line = heldAt(order * mains), beside = heldAt((order + 0.5) * mains);
    // A whistle on one order is no comb.
    ratios.push_back(10.0 * std::log10(std::max(line, 1e-30) / std::max(beside, 1e-30)));
    on += line;
    between += beside;
    ++count;
  }
  if (count < 10 || between <= 0.0) return std::nullopt;
  MainsSpikes spikes;
  // Odd orders alone may carry it, so a high quantile; of noise it is 1.7 dB.
  spikes.overNoise = quantile(ratios, 0.7) - 1.7;
  spikes.standardError = 3.0 / std::sqrt(static_cast<double>(count));
  if (spikes.overNoise > 4.0 * spikes.standardError) spikes.power = std::max(0.0, on - between);
  return spikes;
}

}  // namespace linecheck::diagnosis
