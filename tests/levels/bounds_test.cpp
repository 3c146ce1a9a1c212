// Whoever learns more about a desk must not find that the plan was wrong before: every bound of a
// desk that is known vaguely holds for the same desk known exactly.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "support/levels/level_desk.h"

namespace linecheck::levels {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

/// A figure known as a range, and the same one known exactly.
class Draw {
 public:
  explicit Draw(unsigned seed) : random_(seed) {}

  bool isVague = true;

  double between(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_);
  }

  /// A true value somewhere in a range. Both kinds of desk draw the same numbers.
  template <class T>
  std::optional<profiles::Figure<T>> figureOf(const std::function<T(double)>& make, double low,
                                              double high) {
    const double truth = between(low, high);
    const double below = std::max(low, truth - between(0.0, 0.05 * (high - low)));
    const double above = std::min(high, truth + between(0.0, 0.05 * (high - low)));
    const double best = between(below, above);
    const bool isKnown = between(0.0, 1.0) < 0.8;
    if (!isVague) return figure(make(truth));
    if (!isKnown) return std::nullopt;
    return figure<T>(make(best), make(below), make(above));
  }

  /// A setting that a vague desk may not know.
  void set(LevelDesk& desk, const std::string& device, const std::string& control,
           const chain::Setting& setting) {
    const bool isKnown = between(0.0, 1.0) < 0.5;
    if (!isVague || isKnown) desk.set(device, control, setting);
  }

 private:
  std::mt19937 random_;
};

LevelDesk anyDesk(Draw& draw) {
  LevelDesk desk;
  Profile dac = converter();
  Port& out = dac.ports[1];
  out.maximumLevel = draw.figureOf<DecibelsU>(dBu, 6.0, 24.0);
  out.impedance = draw.figureOf<Ohms>(&Ohms::of, 10.0, 600.0);
  out.figures.dynamicRange = draw.figureOf<Decibels>(dB, 90.0, 130.0);
  profiles::Volume fader;
  fader.technology = profiles::VolumeTechnology::digital;
  dac.controls = {control("pad", {"out"}, gainSteps({{"0", 0.0}, {"10", -10.0}})),
                  control("fader", {"out"}, fader)};
  Profile amp = amplifier();
  amp.ports[0].maximumLevel = draw.figureOf<DecibelsU>(dBu, 6.0, 24.0);
  amp.ports[0].impedance = draw.figureOf<Ohms>(&Ohms::of, 1'000.0, 50'000.0);
  amp.ports[1].maximumLevel = draw.figureOf<DecibelsU>(dBu, 10.0, 26.0);
  amp.ports[1].impedance = draw.figureOf<Ohms>(&Ohms::of, 0.1, 30.0);
  amp.ports[1].noise = draw.figureOf<Volts>(&Volts::ofMicro, 0.3, 20.0);
  std::get<profiles::Volume>(amp.controls[1].action).taper = profiles::Taper::linear;
  Profile cans = headphones();
  cans.headphones->impedance = draw.figureOf<Ohms>(&Ohms::of, 16.0, 300.0);
  cans.headphones->sensitivity = draw.figureOf<profiles::Sensitivity>(
      [](double v) { return profiles::Sensitivity::perMilliwatt(DecibelsSpl::of(v)); }, 87.0,
      110.0);
  desk.device("dac", dac);
  desk.device("amp", amp);
  desk.device("cans", cans);
  desk.cable("dac:out", "amp:in");
  desk.cable("amp:phones", "cans:plug");
  draw.set(desk, "dac", "pad", chain::Position{draw.between(0.0, 1.0) < 0.5 ? "0" : "10"});
  draw.set(desk, "dac", "fader", dB(draw.between(-20.0, 0.0)));
  draw.set(desk, "amp", "gain", chain::Position{draw.between(0.0, 1.0) < 0.5 ? "low" : "high"});
  draw.set(desk, "amp", "volume", chain::Travel{draw.between(0.05, 1.0)});
  return desk;
}

template <class T>
void expectWithin(const Estimate<T>& exact, const Estimate<T>& vague, const std::string& what) {
  constexpr double kRounding = 1e-9;
  if (vague.low) {
    ASSERT_TRUE(exact.low) << what;
    EXPECT_GE(exact.low->value(), vague.low->value() - kRounding) << what;
  }
  if (vague.high) {
    ASSERT_TRUE(exact.high) << what;
    EXPECT_LE(exact.high->value(), vague.high->value() + kRounding) << what;
  }
  if (vague.low && vague.nominal) {
    EXPECT_LE(vague.low->value(), vague.nominal->value() + kRounding) << what;
  }
  if (vague.high && vague.nominal) {
    EXPECT_GE(vague.high->value(), vague.nominal->value() - kRounding) << what;
  }
  if (!vague.nominal || !vague.low || !vague.high) return;
  if (vague.low->value() < vague.high->value()) return;
  EXPECT_NEAR(exact.nominal.value().value(), vague.nominal->value(), kRounding) << what;
}

TEST(Bounds, HoldForWhateverTheTruthIs) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    Draw vagueDraw(seed);
    Draw exactDraw(seed);
    exactDraw.isVague = false;
    const Path vague = anyDesk(vagueDraw).path();
    const Path exact = anyDesk(exactDraw).path();
    ASSERT_EQ(vague.points.size(), exact.points.size());
    for (std::size_t i = 0; i < exact.points.size(); ++i) {
      const Point& e = exact.points[i];
      const Point& v = vague.points[i];
      const std::string at = std::to_string(seed) + ' ' + e.at.place().text() + ' ';
      expectWithin(e.ceiling, v.ceiling, at + "ceiling");
      expectWithin(e.peak, v.peak, at + "peak");
      expectWithin(e.working, v.working, at + "working");
      expectWithin(e.noise, v.noise, at + "noise");
      expectWithin(e.margin, v.margin, at + "margin");
      expectWithin(e.headroom, v.headroom, at + "headroom");
      expectWithin(e.snr, v.snr, at + "snr");
      expectWithin(e.dynamicRange, v.dynamicRange, at + "dynamic range");
    }
    for (std::size_t i = 0; i < exact.interfaces.size(); ++i) {
      const std::string at = std::to_string(seed) + " interface ";
      expectWithin(exact.interfaces[i].gain, vague.interfaces[i].gain, at + "gain");
      expectWithin(exact.interfaces[i].snr, vague.interfaces[i].snr, at + "snr");
      expectWithin(exact.interfaces[i].noiseFigure, vague.interfaces[i].noiseFigure, at + "figure");
    }
    const std::string at = std::to_string(seed) + ' ';
    expectWithin(exact.snr, vague.snr, at + "whole snr");
    expectWithin(*exact.loudness, *vague.loudness, at + "loudness");
    if (vague.firstLimit && vague.firstLimit->isCertain) {
      EXPECT_EQ(vague.firstLimit->point, exact.firstLimit.value().point) << at;
    }
  }
}

}  // namespace
}  // namespace linecheck::levels
