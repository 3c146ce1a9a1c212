#include <gtest/gtest.h>

#include "simulation/noise.h"
#include "simulation/noise_probe.h"
#include "simulation/sources/clicks.h"
#include "simulation/sources/computer_load.h"

namespace linecheck::simulation {
namespace {

TEST(DeviceNoise, UsbFramesAreACombOfOneKilohertzWhoseEighthStandsOut) {
  std::size_t standsOut = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto power = powerSpectrum(noiseOf(NoiseKind::usbFrames, seed, kNoiseRate));
    double comb = 0.0;
    // 100 ppm of 23 kHz are 2.3 bins, and a line between bins leaks.
    for (std::size_t order = 1; order < 24; ++order) {
      comb += bandPower(power, 1000 * order - 20, 1000 * order + 21);
    }
    EXPECT_GT(comb, 0.9 * bandPower(power, 1, power.size())) << seed;
    EXPECT_GT(bandPower(power, 990, 1011), 0.0);
    const auto line = [&](std::size_t order) {
      return bandPower(power, 1000 * order - 5, 1000 * order + 6);
    };
    if (line(8) > line(7) && line(8) > line(9)) ++standsOut;
  }
  EXPECT_GE(standsOut, 15U);
}

TEST(DeviceNoise, UsbClockIsOffByUpToAHundredPpm) {
  double least = 1.0;
  double greatest = -1.0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    // The turn of 1 kHz's phase from one second to the one 2 s later.
    const auto phase = [&](std::int64_t second) {
      const auto samples =
          noiseOf(NoiseKind::usbFrames, seed, 4800, 50.0, kNoiseRate, second * kNoiseRate);
      std::complex<double> sum;
      for (std::size_t n = 0; n < samples.size(); ++n) {
        sum += samples[n] *
               std::polar(1.0, -2.0 * std::numbers::pi * static_cast<double>(n % 48) / 48.0);
      }
      return sum;
    };
    const double turns = std::arg(phase(2) / phase(0)) / (2.0 * std::numbers::pi);
    const double ppm = turns / 2.0 / 1000.0 * 1e6;
    EXPECT_LT(std::abs(ppm), 101.0);
    least = std::min(least, ppm);
    greatest = std::max(greatest, ppm);
  }
  EXPECT_LT(least, -50.0);
  EXPECT_GT(greatest, 50.0);
}

TEST(DeviceNoise, ComputerHashStepsAndWandersBetweenOneAndSixteenKilohertz) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    std::vector<double> strongest;
    std::vector<double> levels;
    for (std::int64_t second = 0; second < 12; ++second) {
      const auto power = powerSpectrum(noiseOf(NoiseKind::computerHash, seed, kNoiseRate, 50.0,
                                               kNoiseRate, second * kNoiseRate));
      strongest.push_back(
          static_cast<double>(std::max_element(power.begin(), power.end()) - power.begin()));
      levels.push_back(10.0 * std::log10(bandPower(power, 1, power.size())));
      EXPECT_GT(bandPower(power, 1000, 16'500), 0.6 * bandPower(power, 1, power.size()));
    }
    const auto [lowest, highest] = std::minmax_element(strongest.begin(), strongest.end());
    EXPECT_GT(*highest - *lowest, 10.0) << seed;
    const auto [least, greatest] = std::minmax_element(levels.begin(), levels.end());
    EXPECT_GT(*greatest - *least, 1.0) << seed;
  }
}

TEST(DeviceNoise, ComputersLoadChangesEveryHalfToThreeSeconds) {
  const ComputerLoad load(9);
  double shortest = 9.0;
  double longest = 0.0;
  for (std::int64_t spell = 0; spell < 500; ++spell) {
    const double length = load.beginOf(spell + 1) - load.beginOf(spell);
    shortest = std::min(shortest, length);
    longest = std::max(longest, length);
    EXPECT_EQ(load.spellAt(load.beginOf(spell) + 1e-6), spell);
    EXPECT_EQ(load.spellAt(load.beginOf(spell + 1) - 1e-6), spell);
  }
  EXPECT_GE(shortest, 0.5);
  EXPECT_LT(shortest, 0.8);
  EXPECT_LE(longest, 3.0);
  EXPECT_GT(longest, 2.7);
}

// Seconds in which the phone sends all the time, found by their level.
std::vector<std::vector<double>> talkingSeconds(std::uint64_t seed) {
  std::vector<std::vector<double>> seconds;
  // 0.12 s is a whole number of bursts and of multiframes.
  const auto samples = noiseOf(NoiseKind::mobilePhone, seed, 60 * kNoiseSecond);
  constexpr std::size_t kLength = 46'080;
  for (std::size_t begin = 0; begin + kLength <= samples.size(); begin += 5760) {
    bool talks = true;
    for (std::size_t part = begin; part < begin + kLength; part += 480) {
      talks = talks && samples[part] != 0.0;
    }
    if (talks) {
      seconds.emplace_back(samples.begin() + static_cast<std::ptrdiff_t>(begin + 960),
                           samples.begin() + static_cast<std::ptrdiff_t>(begin + kLength - 4800));
    }
  }
  return seconds;
}

TEST(DeviceNoise, PhoneSendsEveryEighthSlotAndLeavesOutEvery26thFrame) {
  const auto seconds = talkingSeconds(4);
  ASSERT_GT(seconds.size(), 3U);
  for (const auto& samples : seconds) {
    const double middle = 0.5 * *std::max_element(samples.begin(), samples.end());
    std::size_t high = 0;
    std::vector<std::size_t> starts;
    for (std::size_t i = 1; i < samples.size(); ++i) {
      if (samples[i] > middle) ++high;
      if (samples[i] > middle && samples[i - 1] <= middle) starts.push_back(i);
    }
    EXPECT_NEAR(static_cast<double>(high) / static_cast<double>(samples.size()), 25.0 / 26.0 / 8.0,
                0.005);
    std::vector<std::size_t> gaps;  // Numbers of the bursts before which one is missing.
    for (std::size_t i = 1; i < starts.size(); ++i) {
      const double frames = static_cast<double>(starts[i] - starts[i - 1]) / (0.120 / 26 * 48000);
      EXPECT_NEAR(frames, std::round(frames), 0.02);
      EXPECT_LE(frames, 2.1);
      if (frames > 1.5) gaps.push_back(i);
    }
    ASSERT_GE(gaps.size(), 5U);
    for (std::size_t i = 1; i < gaps.size(); ++i) EXPECT_EQ(gaps[i] - gaps[i - 1], 25U);
  }
}

TEST(DeviceNoise, PhoneTalksForOneToFourSecondsAndPauses) {
  const auto samples = noiseOf(NoiseKind::mobilePhone, 5, 200 * kNoiseSecond);
  std::vector<double> spells;
  std::size_t begin = 0;
  bool talked = true;
  // Between bursts it is not exactly 0 either.
  for (std::size_t i = 0; i < samples.size(); i += 48) {
    const bool talks = samples[i] != 0.0;
    if (talks && !talked) begin = i;
    if (!talks && talked && begin > 0)
      spells.push_back(static_cast<double>(i - begin) / kNoiseRate);
    talked = talks;
  }
  ASSERT_GT(spells.size(), 25U);
  for (const double spell : spells) {
    EXPECT_GT(spell, 0.99);
    EXPECT_LT(spell, 8.05);  // Two that meet.
  }
}

TEST(DeviceNoise, ClicksComeByChanceAtTheirRate) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    Clicks clicks(seed, 24000);
    EXPECT_GE(clicks.perSecond(), 0.3);
    EXPECT_LE(clicks.perSecond(), 5.0);
    constexpr std::int64_t kSeconds = 200;
    double count = 0.0;
    std::int64_t silent = 1000;
    double power = 0.0;
    for (std::int64_t frame = 0; frame < kSeconds * 24000; ++frame) {
      const double sample = clicks.at(frame);
      power += sample * sample / (kSeconds * 24000.0);
      if (std::abs(sample) < 1e-3) {
        ++silent;
        continue;
      }
      if (silent > 200) count += 1.0;
      silent = 0;
    }
    const double expected = clicks.perSecond() * kSeconds;
    // Some of the clicks fall together.
    EXPECT_NEAR(count, expected, 4.0 * std::sqrt(expected) + 0.05 * expected);
    EXPECT_NEAR(power, 1.0, 8.0 / std::sqrt(expected));
  }
}

TEST(DeviceNoise, ConverterNoiseIsWhiteAboveAndRisesTowardsZero) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto power = powerSpectrum(noiseOf(NoiseKind::converterNoise, seed, 16 * kNoiseSecond));
    // Bins of 1/16 Hz; means over bands, without what an idle tone adds.
    const auto density = [&](std::size_t low, std::size_t high) {
      std::vector<double> parts;
      const std::size_t step = (high - low) / 8;
      for (std::size_t at = low; at + step <= high; at += step) {
        parts.push_back(bandPower(power, 16 * at, 16 * (at + step)) / static_cast<double>(step));
      }
      return 10.0 * std::log10(medianOf(parts));
    };
    EXPECT_NEAR(density(2'000, 10'000), density(10'000, 22'000), 0.4) << seed;
    EXPECT_GT(density(4, 12), density(2'000, 10'000) + 2.0) << seed;
    EXPECT_LT(density(4, 12), density(2'000, 10'000) + 18.0) << seed;
  }
}

TEST(DeviceNoise, HissIsFlatOrFallsGentlyTo20Kilohertz) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto power =
        powerSpectrum(noiseOf(NoiseKind::hiss, seed, std::size_t{768'000}, 50.0, 96000));
    const auto octave = [&](std::size_t low) {
      return 10.0 * std::log10(bandPower(power, 8 * low, 16 * low) / static_cast<double>(low));
    };
    double before = octave(50);
    for (std::size_t low = 100; low <= 10'000; low *= 2) {
      const double now = octave(low);
      EXPECT_LT(now, before + 0.8) << seed << " " << low;
      EXPECT_GT(now, before - 2.0) << seed << " " << low;
      before = now;
    }
  }
}

}  // namespace
}  // namespace linecheck::simulation
