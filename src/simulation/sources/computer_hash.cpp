#include "simulation/sources/computer_hash.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dsp/random.h"

namespace linecheck::simulation {
namespace {

using std::numbers::pi;

// Streams of random numbers, kept apart.
constexpr std::uint64_t kLoadStream = 1;
constexpr std::uint64_t kNoiseStream = 2;
constexpr std::uint64_t kBurstStream = 3;
constexpr std::uint64_t kSpellStream = 100;

constexpr double kFadeSeconds = 0.03;
// Bursts of noise: 0.3 + 0.7·u of the load's amplitude, u even in [0, 1).
constexpr double kLeastBurst = 0.3;
constexpr double kBurstPower = kLeastBurst * kLeastBurst + kLeastBurst * (1.0 - kLeastBurst) +
                               (1.0 - kLeastBurst) * (1.0 - kLeastBurst) / 3.0;
constexpr double kLoadPower = 1.0 / 3.0;  // The mean of load².

ColouredNoise noiseOf(const NoiseSourceConfig& config) {
  const std::uint64_t seed = randomBitsAt(config.seed, kNoiseStream);
  dsp::Random random(seed);
  const double slope = random.uniform(-1.0, 1.0);
  const auto density = [=](double frequency) {
    return std::pow(frequency / 1e3, slope) / (1.0 + std::pow(300.0 / frequency, 4.0)) /
           (1.0 + std::pow(frequency / 18e3, 8.0));
  };
  return {density, seed, config.sampleRate};
}

}  // namespace

ComputerHash::ComputerHash(const NoiseSourceConfig& config)
    : seed_(config.seed),
      sampleRate_(config.sampleRate),
      load_(randomBitsAt(config.seed, kLoadStream)),
      noise_(noiseOf(config)) {
  dsp::Random random(config.seed);
  lineCount_ = 3 + static_cast<std::size_t>(random.bits() % (kMostLines - 2));
  const double highest = std::min(14e3, 0.38 * sampleRate_);
  double power = 0.0;
  for (std::size_t i = 0; i < lineCount_; ++i) {
    Line& line = lines_[i];
    line.frequency = 1.2e3 * std::pow(highest / 1.2e3, random.uniform());
    line.stepByLoad = random.uniform(-0.05, 0.15);
    line.decibelsByLoad = random.uniform(-10.0, 20.0);
    line.rms = std::pow(10.0, random.uniform(-12.0, 0.0) / 20.0);
    line.wander = line.frequency * random.uniform(0.0005, 0.004);
    line.wanderRate = random.uniform(0.1, 0.8);
    line.wanderPhase = random.uniform(0.0, 2.0 * pi);
    power += line.rms * line.rms;
  }
  const double noiseShare = std::pow(10.0, random.uniform(-15.0, -3.0) / 10.0);
  burstsPerSecond_ = random.uniform(20.0, 60.0);
  const double rms = rmsFromDbfs(config.level);
  for (Line& line : lines_) line.rms *= rms * std::sqrt((1.0 - noiseShare) / power);
  noiseScale_ = rms * std::sqrt(noiseShare / (kLoadPower * kBurstPower));
}

double ComputerHash::cyclesOf(std::size_t line, std::int64_t spell, double second) const {
  const Line& it = lines_[line];
  const std::uint64_t chances =
      randomBitsAt(randomBitsAt(seed_, kSpellStream + line), static_cast<std::uint64_t>(spell));
  const double stray = 0.003 * (2.0 * uniformAt(chances, 0) - 1.0);
  const double frequency =
      it.frequency * (1.0 + it.stepByLoad * (load_.loadIn(spell) - 0.5) + stray);
  const double omega = 2.0 * pi * it.wanderRate;
  return frequency * (second - load_.beginOf(spell)) + uniformAt(chances, 1) +
         it.wander / omega * (1.0 - std::cos(omega * second + it.wanderPhase));
}

double ComputerHash::peakOf(std::size_t line, std::int64_t spell) const {
  const Line& it = lines_[line];
  // The mean of 10^(d·(load − 1/2)/10) over all loads is sinh(x)/x.
  const double x = it.decibelsByLoad * std::numbers::ln10 / 20.0;
  const double mean = std::abs(x) < 1e-6 ? 1.0 : std::sinh(x) / x;
  const double gain = std::pow(10.0, it.decibelsByLoad * (load_.loadIn(spell) - 0.5) / 20.0);
  return std::numbers::sqrt2 * it.rms * gain / std::sqrt(mean);
}

double ComputerHash::noiseIn(std::int64_t spell) const {
  return noiseScale_ * load_.loadIn(spell);
}

void ComputerHash::beginStep(std::int64_t frame) noexcept {
  const double begin = static_cast<double>(frame) / sampleRate_;
  const double end = static_cast<double>(frame + kStep) / sampleRate_;
  const std::int64_t spell = load_.spellAt(begin);
  // With the first whole step, so that nothing jumps.
  const double start = std::ceil(load_.beginOf(spell) * sampleRate_ / kStep) * kStep / sampleRate_;
  const auto comeAt = [&](double second) {
    return std::clamp((second - start) / kFadeSeconds, 0.0, 1.0);
  };
  const Ramp come{comeAt(begin), comeAt(end)};
  const auto fade = [](double part) { return std::sin(0.5 * pi * part); };
  for (std::size_t i = 0; i < lineCount_; ++i) {
    const double now = peakOf(i, spell);
    sounding_[2 * i].cycles = {cyclesOf(i, spell, begin), cyclesOf(i, spell, end)};
    sounding_[2 * i].peak = {now * fade(come.begin), now * fade(come.end)};
    auto& gone = sounding_[2 * i + 1];
    gone = {};
    if (come.begin < 1.0) {
      const double before = peakOf(i, spell - 1);
      gone.cycles = {cyclesOf(i, spell - 1, begin), cyclesOf(i, spell - 1, end)};
      gone.peak = {before * fade(1.0 - come.begin), before * fade(1.0 - come.end)};
    }
  }
  const auto burst = static_cast<std::uint64_t>(burstsPerSecond_ * begin);
  const double activity =
      kLeastBurst + (1.0 - kLeastBurst) * uniformAt(randomBitsAt(seed_, kBurstStream), burst);
  const auto noiseAt = [&](double part) {
    return activity * ((1.0 - part) * noiseIn(spell - 1) + part * noiseIn(spell));
  };
  noiseRms_ = {noiseAt(come.begin), noiseAt(come.end)};
}

void ComputerHash::addWithin(std::span<double> mono, std::int64_t first, double part) noexcept {
  for (double& sample : mono) {
    for (std::size_t i = 0; i < 2 * lineCount_; ++i) {
      const Sounding& line = sounding_[i];
      if (line.peak.begin == 0.0 && line.peak.end == 0.0) continue;
      sample += line.peak.at(part) * std::sin(2.0 * pi * std::fmod(line.cycles.at(part), 1.0));
    }
    sample += noiseRms_.at(part) * noise_.at(first);
    ++first;
    part += kPart;
  }
}

}  // namespace linecheck::simulation
