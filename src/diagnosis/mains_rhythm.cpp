#include "diagnosis/mains_rhythm.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <span>
#include <utility>

#include "dsp/fft.h"

namespace linecheck::diagnosis {
namespace {

constexpr double kLn2 = 0.6931471805599453;
constexpr std::array<std::pair<double, double>, 3> kBands = {
    {{1500.0, 4000.0}, {4000.0, 9000.0}, {9000.0, 18000.0}}};
constexpr int kRhythmHarmonics = 4;
// Hz beside a rhythm's harmonic, where its floor is; a search of 1 % reaches half as far.
constexpr double kBesideFrom = 8.0;
constexpr double kBesideTo = 30.0;
// Of a sum of four exponential variables of mean 1, the greatest of some hundred trials reaches 20
// once in 10⁵ captures.
constexpr double kThreshold = 22.0;
constexpr double kClip = 12.0;  // dB: a beat of a drum is not to outweigh a second of hash.
constexpr double kTrendSeconds = 0.05;
constexpr int kPhases = 20;

// Level of one band against time, dB.
std::vector<double> bandLevels(const Spectrogram& coarse, double low, double high) {
  const std::size_t first = coarse.binAt(low), last = std::min(coarse.binAt(high), coarse.bins);
  std::vector<double> levels(coarse.frames);
  for (std::size_t i = 0; i < coarse.frames; ++i) {
    const auto frame = coarse.frame(i);
    double sum = 0.0;
    for (std::size_t k = first; k < last; ++k) sum += static_cast<double>(frame[k]);
    levels[i] = 10.0 * std::log10(std::max(sum / coarse.enbwBins, 1e-30));
  }
  return levels;
}

// What is left when the median of every 50 ms, joined by straight lines, is taken out.
std::vector<double> withoutTrend(std::span<const double> levels, std::size_t block) {
  std::vector<double> medians, scratch;
  for (std::size_t i = 0; i + block <= levels.size(); i += block) {
    const auto part = levels.subspan(i, block);
    scratch.assign(part.begin(), part.end());
    medians.push_back(quantile(scratch, 0.5));
  }
  std::vector<double> rest(levels.size());
  if (medians.empty()) return rest;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const double at = std::clamp(static_cast<double>(i) / static_cast<double>(block) - 0.5, 0.0,
                                 static_cast<double>(medians.size() - 1));
    const auto index = std::min(static_cast<std::size_t>(at), medians.size() - 1);
    const double part = at - static_cast<double>(index);
    const double next = medians[std::min(index + 1, medians.size() - 1)];
    rest[i] = std::clamp(levels[i] - (1.0 - part) * medians[index] - part * next, -kClip, kClip);
  }
  return rest;
}

// The same for each unbroken run of frames; at their places in time, with zeros in the gaps.
struct Series {
  std::vector<double> values;
  std::vector<bool> isThere;
};

Series seriesOf(const Spectrogram& coarse, const std::vector<double>& levels, std::size_t block) {
  Series series;
  const auto placeOf = [&](std::size_t frame) {
    return static_cast<std::size_t>(
        std::llround((coarse.begins[frame] - coarse.begins.front()) / coarse.hop));
  };
  series.values.assign(placeOf(coarse.frames - 1) + 1, 0.0);
  series.isThere.assign(series.values.size(), false);
  for (std::size_t i = 0; i < coarse.frames;) {
    std::size_t end = i + 1;
    while (coarse.goesOn(end)) ++end;
    const auto rest = withoutTrend(std::span(levels).subspan(i, end - i), block);
    for (std::size_t j = i; j < end && end - i >= block; ++j) {
      series.values[placeOf(j)] = rest[j - i];
      series.isThere[placeOf(j)] = true;
    }
    i = end;
  }
  return series;
}

struct Best {
  double statistic = 0.0;
  double twice = 0.0;
};

// The frequency in the ranges at which level and rhythm agree best.
Best searchRhythm(const Series& series, double frameRate,
                  const std::vector<std::pair<double, double>>& ranges, int harmonics) {
  const std::vector<double>& rest = series.values;
  dsp::RealFft fft(std::bit_ceil(4 * rest.size()));
  std::fill(fft.input().begin(), fft.input().end(), 0.0);
  double mean = 0.0, count = 0.0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (series.isThere[i]) mean += rest[i], count += 1.0;
  }
  mean /= std::max(count, 1.0);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (series.isThere[i]) fft.input()[i] = rest[i] - mean;
  }
  const auto bins = fft.transform();
  const double width = frameRate / static_cast<double>(fft.length());
  // What modulates a programme is no white noise, so each harmonic has the floor beside it.
  std::vector<double> beside;
  const auto floorAt = [&](double frequency) {
    beside.clear();
    const double step = 2.0 * width;
    const int steps = static_cast<int>(std::ceil((kBesideTo - kBesideFrom) / step));
    for (int i = 0; i < steps; ++i) {
      const double away = kBesideFrom + i * step;
      for (const double f : {frequency - away, frequency + away}) {
        const auto bin = static_cast<std::size_t>(std::max(0.0, std::round(f / width)));
        if (bin < bins.size()) beside.push_back(std::norm(bins[bin]));
      }
    }
    return quantile(beside, 0.5) / kLn2;
  };
  Best best;
  for (const auto& [low, high] : ranges) {
    std::vector<double> floors;
    for (int k = 1; k <= harmonics; ++k) floors.push_back(floorAt(0.5 * k * (low + high)));
    const int candidates = static_cast<int>((high - low) / (0.5 * width));
    for (int i = 0; i <= candidates; ++i) {
      const double twice = low + i * 0.5 * width;
      double sum = 0.0;
      for (int k = 1; k <= harmonics; ++k) {
        const auto bin = static_cast<std::size_t>(std::round(k * twice / width));
        const double floor = floors[static_cast<std::size_t>(k) - 1];
        if (bin < bins.size() && floor > 0.0) sum += std::norm(bins[bin]) / floor;
      }
      if (sum > best.statistic) best = {sum, twice};
    }
  }
  return best;
}

struct Fold {
  double depth = 0.0;
  double error = 0.0;
  double powerShare = 0.0;  // Of the quietest phase's power, what the mean lies above it.
};

Fold foldAt(const Series& series, double periodFrames) {
  std::array<std::vector<double>, kPhases> byPhase;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (!series.isThere[i]) continue;
    const double cycles = static_cast<double>(i) / periodFrames;
    const auto phase = static_cast<std::size_t>((cycles - std::floor(cycles)) * kPhases);
    byPhase[std::min<std::size_t>(phase, kPhases - 1)].push_back(series.values[i]);
  }
  std::array<double, kPhases> profile{};
  double spread = 0.0, count = 0.0;
  for (std::size_t p = 0; p < kPhases; ++p) {
    auto& values = byPhase[p];
    profile[p] = quantile(values, 0.5);
    for (const double value : values) spread += std::min(36.0, std::pow(value - profile[p], 2));
    count += static_cast<double>(values.size());
  }
  Fold fold;
  const double lowest = *std::min_element(profile.begin(), profile.end());
  fold.depth = *std::max_element(profile.begin(), profile.end()) - lowest;
  fold.error = 1.25 * std::sqrt(2.0 * spread / count / (count / kPhases));
  // The extremes of noisy phases lie apart by chance: 3.7 deviations for twenty.
  fold.depth = std::max(0.0, fold.depth - 2.6 * fold.error);
  for (const double value : profile) {
    fold.powerShare += (std::pow(10.0, (value - lowest) / 10.0) - 1.0) / kPhases;
  }
  return fold;
}

}  // namespace

std::optional<MainsRhythm> mainsRhythm(const SoundView& view) {
  const Spectrogram& coarse = view.coarse;
  const double frameRate = 1.0 / coarse.hop;
  const auto block = static_cast<std::size_t>(kTrendSeconds * frameRate);
  if (coarse.frames < 2 * block) return std::nullopt;
  std::vector<std::pair<double, double>> ranges;
  if (view.hum.present) {
    const double twice = 2.0 * view.hum.fundamental.value();
    const double reach = 0.1 + 2.0 * view.hum.fundamentalStandardError.value();
    ranges.push_back({twice - reach, twice + reach});
  } else {
    ranges = {{99.0, 101.0}, {119.0, 121.0}};
  }
  MainsRhythm rhythm;
  double greatest = 0.0;
  for (const auto& [low, high] : kBands) {
    if (high > 0.5 * view.rate.value()) continue;
    const std::vector<double> levels = bandLevels(coarse, low, high);
    std::vector<double> quiet = levels;
    if (quantile(quiet, 0.5) < -250.0) continue;  // Digital silence.
    const Series rest = seriesOf(coarse, levels, block);
    const Best best = searchRhythm(rest, frameRate, ranges, kRhythmHarmonics);
    const double twice = best.twice > 0.0 ? best.twice : ranges.front().first;
    const Fold fold = foldAt(rest, frameRate / twice);
    const bool isThere = best.statistic > kThreshold;
    if (isThere) {
      std::vector<double> powers(levels.size());
      std::transform(levels.begin(), levels.end(), powers.begin(),
                     [](double level) { return std::pow(10.0, level / 10.0); });
      // Quiet part of the typical moment, times what comes on top of it.
      const double base = quantile(powers, 0.25);
      rhythm.power += base * fold.powerShare;
    }
    if (best.statistic > greatest) {
      greatest = best.statistic;
      rhythm.isThere = isThere;
      rhythm.twice = twice;
      rhythm.share = isThere ? fold.powerShare / (1.0 + fold.powerShare) : 0.0;
      rhythm.depth = fold.depth;
      rhythm.depthError = fold.error;
    }
  }
  if (greatest == 0.0) return std::nullopt;
  return rhythm;
}

std::optional<double> phoneRhythm(const Spectrogram& coarse) {
  constexpr double kPhoneHz = 26e6 / 120000.0;
  constexpr double kChance = 4.0;  // Two exponential variables of mean 1, over a few places.
  const double frameRate = 1.0 / coarse.hop;
  const auto block = static_cast<std::size_t>(kTrendSeconds * frameRate);
  if (coarse.frames < 10 * block) return std::nullopt;
  std::optional<double> best;
  for (const auto& [low, high] : kBands) {
    if (coarse.binAt(high) >= coarse.bins) continue;
    const Series rest = seriesOf(coarse, bandLevels(coarse, low, high), block);
    const Best found = searchRhythm(rest, frameRate, {{kPhoneHz - 0.1, kPhoneHz + 0.1}}, 2);
    const double clear = 10.0 * std::log10(std::max(found.statistic, 0.1) / kChance);
    best = std::max(best.value_or(clear), clear);
  }
  return best;
}

std::optional<Clicks> findClicks(const SoundView& view) {
  constexpr double kOverCrowd = 8.0;
  constexpr double kFall = 10.0;
  const Spectrogram& coarse = view.coarse;
  const double frameRate = 1.0 / coarse.hop;
  if (coarse.frames < static_cast<std::size_t>(0.15 * frameRate)) return std::nullopt;
  const std::vector<double> levels =
      bandLevels(coarse, 3000.0, std::min(18000.0, 0.45 * view.rate.value()));
  std::vector<double> energy(levels.size());
  std::transform(levels.begin(), levels.end(), energy.begin(),
                 [](double level) { return std::pow(10.0, level / 10.0); });
  const auto reach = static_cast<std::size_t>(0.05 * frameRate);
  const auto after = static_cast<std::size_t>(0.012 * frameRate);
  Clicks clicks;
  std::vector<double> crowd;
  double sum = 0.0;
  int count = 0;
  for (std::size_t block = 0; block + reach <= energy.size(); block += reach) {
    // What the surroundings reach often is their rhythm, not a click.
    const std::size_t from = block > reach ? block - reach : 0;
    const std::size_t to = std::min(energy.size(), block + 2 * reach);
    crowd.assign(energy.begin() + static_cast<std::ptrdiff_t>(from),
                 energy.begin() + static_cast<std::ptrdiff_t>(to));
    const double high = quantile(crowd, 0.9);
    for (std::size_t i = std::max<std::size_t>(block, 4);
         i < block + reach && i + after < energy.size(); ++i) {
      if (energy[i] < kOverCrowd * high || energy[i] <= energy[i - 1] ||
          energy[i] < energy[i + 1]) {
        continue;
      }
      if (coarse.begins[i + after] - coarse.begins[i - 4] >
          1.5 * static_cast<double>(after + 4) * coarse.hop) {
        continue;  // Across a gap.
      }
      if (energy[i] < kFall * energy[i - 4] || energy[i] < kFall * energy[i + after]) continue;
      ++count;
      sum += energy[i] + energy[i - 1] + energy[i + 1];
    }
  }
  const double seconds = view.duration().value();
  clicks.perSecond = count / seconds;
  clicks.standardError = std::sqrt(count + 1.0) / seconds;
  clicks.power = sum / static_cast<double>(energy.size());
  return clicks;
}

}  // namespace linecheck::diagnosis
