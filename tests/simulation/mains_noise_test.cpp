#include <gtest/gtest.h>

#include <map>

#include "simulation/mains.h"
#include "simulation/noise_probe.h"

namespace linecheck::simulation {
namespace {

constexpr std::uint64_t kSeeds = 61;

// dBc of each order up to the 50th, one list for each seed.
std::vector<std::vector<double>> ordersOf(NoiseKind kind, double mains = 50.0) {
  std::vector<std::vector<double>> all;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const auto power = powerSpectrum(noiseOf(kind, seed, kNoiseRate, mains));
    auto& orders = all.emplace_back(1, 0.0);
    for (int order = 1; order <= 50; ++order) {
      orders.push_back(againstLine(power, order * mains, mains));
    }
  }
  return all;
}

double medianOrder(const std::vector<std::vector<double>>& all, std::size_t order) {
  std::vector<double> levels;
  levels.reserve(all.size());
  for (const auto& orders : all) levels.push_back(orders[order]);
  return medianOf(levels);
}

// Bounds of medians: four standard deviations of a median of 61 whose spread is 5 dB, 3.2 dB.
TEST(MainsNoise, GroundLoopHasTheGridsOddOrders) {
  for (const double mains : {50.0, 60.0}) {
    const auto all = ordersOf(NoiseKind::groundLoop, mains);
    const std::map<std::size_t, double> medians = {{3, -32.5}, {5, -33.6}, {7, -39.7},
                                                   {9, -42.6}, {11, -43},  {13, -44}};
    for (const auto& [order, median] : medians) {
      // On average, the path lifts them by 3 dB per decade. One voltage in six is clean from order
      // 9 on, 25 dB down: the median of all is then the others' quantile of 0.4, −1.3 dB of their 5
      // dB.
      const double lifted = median + 3.0 * std::log10(static_cast<double>(order));
      const double clean = order >= 9 ? -1.3 : 0.0;
      EXPECT_NEAR(medianOrder(all, order), lifted + clean, 3.2) << order;
    }
    std::size_t rectified = 0;
    for (const auto& orders : all) {
      if (orders[2] > -60.0) ++rectified;
      EXPECT_LE(orders[2], -45.0);
      for (std::size_t order = 4; order <= 50; order += 2) ASSERT_LE(orders[order], -59.9);
      EXPECT_GT(*std::max_element(orders.begin() + 3, orders.end()), -45.0);
    }
    EXPECT_GT(rectified, kSeeds / 10);
    EXPECT_LT(rectified, kSeeds / 2);
  }
}

TEST(MainsNoise, LeakageHardlyFallsUpToTheFortiethOrder) {
  const auto all = ordersOf(NoiseKind::leakage);
  EXPECT_NEAR(medianOrder(all, 3), -23.0 + 2.0, 3.2);  // Triplens are 2 dB up on average.
  EXPECT_NEAR(medianOrder(all, 13), -22.0, 3.2);
  EXPECT_GT(medianOrder(all, 37), -35.0);
  double triplens = 0.0;
  double neighbours = 0.0;
  for (const std::size_t order : {9, 15, 21, 27, 33}) {
    triplens += medianOrder(all, order) / 5.0;
    neighbours += (medianOrder(all, order - 2) + medianOrder(all, order + 2)) / 10.0;
  }
  EXPECT_GT(triplens, neighbours);
  for (const auto& orders : all) {
    for (std::size_t order = 41; order <= 50; ++order) ASSERT_LT(orders[order], -100.0);
  }
}

TEST(MainsNoise, MagneticPickupIsNearlyPure) {
  std::size_t screens = 0;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const auto power = powerSpectrum(noiseOf(NoiseKind::magneticPickup, seed, kNoiseRate, 60.0));
    const auto dbc = [&](int order) { return againstLine(power, order * 60.0, 60.0); };
    // The screen's line leaks 15 kHz far, a hundredth of a decibel at most.
    EXPECT_GT(dbc(3), -55.1);
    EXPECT_LT(dbc(3), -39.9);
    EXPECT_GT(dbc(2), -60.1);
    EXPECT_LT(dbc(2), -44.9);
    EXPECT_GT(dbc(5), -65.1);
    EXPECT_LT(dbc(5), -49.9);
    for (const int order : {4, 6, 7, 8, 9, 11, 13, 25}) ASSERT_LT(dbc(order), -80.0) << order;
    const double line = bandPower(power, 15'700, 15'770);
    if (10.0 * std::log10(line / power[60]) > -41.0) ++screens;
  }
  EXPECT_GE(screens, 2U);
  EXPECT_LE(screens, 20U);
}

TEST(MainsNoise, SupplyRippleIsOfEvenOrdersThatFallAsAPower) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const auto power = powerSpectrum(noiseOf(NoiseKind::supplyRipple, seed, kNoiseRate));
    const double exponent = -againstLine(power, 200, 100) / (20.0 * std::log10(2.0));
    EXPECT_GT(exponent, 0.99);
    EXPECT_LT(exponent, 2.01);
    for (int order = 6; order <= 30; order += 2) {
      EXPECT_NEAR(againstLine(power, 50.0 * order, 100), -20.0 * exponent * std::log10(0.5 * order),
                  0.01);
    }
    EXPECT_GT(againstLine(power, 50, 100), -35.01);
    EXPECT_LT(againstLine(power, 50, 100), -11.99);
    EXPECT_LT(againstLine(power, 150, 100), -11.99);
  }
}

TEST(MainsNoise, DimmerSpikesTwiceInAPeriodAndReachesIntoTheKilohertz) {
  constexpr std::size_t kPeriod = kNoiseRate / 50;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto samples = noiseOf(NoiseKind::dimmer, seed, kNoiseRate);
    const auto louder = [](double a, double b) { return std::abs(a) < std::abs(b); };
    const auto peak = std::max_element(samples.begin(), samples.begin() + kPeriod, louder);
    const auto other = std::max_element(peak + kPeriod / 4, peak + 3 * kPeriod / 4, louder);
    EXPECT_NEAR(static_cast<double>(other - peak), kPeriod / 2.0, 4.0) << seed;
    EXPECT_LT(*peak * *other, 0.0);
    EXPECT_NEAR(std::abs(*other / *peak), 1.0, 0.5);

    const auto power = powerSpectrum(samples);
    double odd = 0.0;
    double even = 0.0;
    for (std::size_t order = 1; order < 100; ++order) {
      (order % 2 == 1 ? odd : even) += power[50 * order];
    }
    EXPECT_GT(odd, 3.0 * even);
    // Per order, flat or falling as 1/l and the choke's 1/l² at most.
    const auto oddFrom = [&](std::size_t low) {
      double sum = 0.0;
      for (std::size_t order = low; order < 2 * low; order += 2)
        sum += power[50 * order] / static_cast<double>(low);
      return 10.0 * std::log10(sum);
    };
    EXPECT_LT(oddFrom(81), oddFrom(21) + 3.0);
    EXPECT_GT(oddFrom(81), oddFrom(21) - 12.0);
    EXPECT_GT(oddFrom(161), oddFrom(81) - 12.0);
  }
}

// Power of what lies above 1 kHz, by the part of a mains period.
TEST(MainsNoise, HashComesInBurstsTwiceInAPeriod) {
  constexpr std::size_t kPeriod = kNoiseRate / 50;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto samples = noiseOf(NoiseKind::mainsHash, seed, 4 * kNoiseSecond);
    std::vector<double> part(kPeriod);
    for (std::size_t i = 0; i < samples.size(); ++i) part[i % kPeriod] += samples[i] * samples[i];
    // Both half waves have a burst, and in between there is silence but for clicks, which are
    // louder than the bursts but at few places.
    std::vector<double> sorted = part;
    std::sort(sorted.begin(), sorted.end());
    const double loud = sorted[sorted.size() * 93 / 100];
    double open = 0.0;
    for (std::size_t i = 0; i < kPeriod / 2; ++i) {
      if (std::min(part[i], part[i + kPeriod / 2]) > 0.02 * loud) open += 2.0 / kPeriod;
    }
    EXPECT_GT(open, 0.05) << seed;
    EXPECT_LT(open, 0.42) << seed;
    const auto power = powerSpectrum(samples);
    const double all = bandPower(power, 1, power.size());
    // 700 Hz to 20 kHz in bins of 1/4 Hz.
    EXPECT_GT(bandPower(power, 2'800, 80'000) / all, 0.9) << seed;
  }
}

TEST(MainsNoise, ScreenAndDimmerStayBelowNyquist) {
  // At 8 kHz no order above the 79th can be told from one below: what is left out keeps the level.
  const auto power = powerSpectrum(noiseOf(NoiseKind::dimmer, 3, 8000, 50.0, 8000));
  double comb = 0.0;
  for (std::size_t order = 1; order < 80; ++order) comb += power[50 * order];
  EXPECT_NEAR(10.0 * std::log10(comb), -40.0, 0.001);
}

}  // namespace
}  // namespace linecheck::simulation
