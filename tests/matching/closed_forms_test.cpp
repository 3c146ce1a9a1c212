// Values worked out by hand, each beside where it comes from. "Article" is the text on the signal
// chain that the project starts from, "thread" the discussion of balanced lines; where their number
// is rounded or wrong, the exact one stands here and theirs in the comment.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "levels/divider.h"
#include "levels/noise.h"
#include "levels/power_rating.h"
#include "matching/curves.h"
#include "matching/dose.h"
#include "matching/match.h"
#include "matching/steps.h"
#include "support/matching/pairs.h"

namespace linecheck::matching {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

struct Row {
  const char* what;
  double got;
  double exact;
};

double loss(double source, double load) {
  return match(openOutput(source), perMilliwatt(load, 91.0), {}).loss.nominal()->value();
}

double deviation(double source, double least, double greatest) {
  Load load = perMilliwatt(least, 91.0);
  load.curve = {{Hertz::of(100.0), Ohms::of(greatest)}, {Hertz::of(1000.0), Ohms::of(least)}};
  return match(openOutput(source, 1.0), load, {}).deviation.nominal()->value();
}

/// The loudest sine, with a rating into just this load.
double loudest(double level, double watts, double ohm) {
  Output output = openOutput(0.0);
  rate(output, watts, ohm);
  return match(output, perMilliwatt(ohm, level), {}).maximum.nominal()->value();
}

/// The loudest sine of a voltage behind an impedance.
double loudestOf(double volts, double source, const Load& load) {
  return match(openOutput(source, volts), load, {}).maximum.nominal()->value();
}

double hiss(double microvolts, double source, const Load& load) {
  Output output = openOutput(source, 1.0);
  setNoise(output, microvolts);
  return match(output, load, {}).noise.nominal()->value();
}

double perVoltOf(double ohm, double level) {
  return atOneVolt(perMilliwatt(ohm, level)).nominal()->value();
}

double perMilliwattOf(double ohm, double level) {
  return profiles::Sensitivity::perVolt(DecibelsSpl::of(level))
      .atOneMilliwatt(Ohms::of(ohm))
      .value();
}

Demand demand(const Load& load, double level) {
  return demandAt(load, DecibelsSpl::of(level));
}
double milliwatts(const Load& load, double level) {
  return 1e3 * demand(load, level).power.nominal()->value();
}
double volts(const Load& load, double level) {
  return demand(load, level).voltage.nominal()->value();
}
double milliamperes(const Load& load, double level) {
  return 1e3 * demand(load, level).current.nominal()->value();
}

double ratedVolts(double watts, double ohm) {
  return levels::ratedVoltage(Watts::of(watts), Ohms::of(ohm)).value();
}

/// What must come in for 3.5 W into 16 Ω, with a gain.
double feedFor(double gain) {
  Output output = amplifier(0.0, 3.5, 16.0);
  addStep(output, "only", gain);
  return stepResults(output, m1(), {}).at(0).feedForLimit.nominal()->value();
}

/// The loudest that 2 V at the input give with a gain, if the amplifier can.
double fedLoudest(double gain) {
  Output output = amplifier(0.0, 100.0, 16.0);
  addStep(output, "only", gain);
  return match(output, m1(), {}).maximum.nominal()->value();
}

double hours(double level) {
  return weeklyTime(DecibelsSpl::of(level)).value() / 3600.0;
}

double travel(profiles::Taper taper, double gain) {
  return travelOf(Knob{profiles::VolumeTechnology::potentiometer, taper},
                  Bounded<Decibels>::exactly(Decibels::of(gain)))
      .nominal()
      ->fraction;
}

double thermal(double ohm) {
  return dbuFromVolts(levels::thermalNoise(Ohms::of(ohm))).value();
}

double threshold(double hertz) {
  return hearingThreshold(Hertz::of(hertz))->value();
}

TEST(ClosedForms, DecibelsAreRightToAHundredth) {
  const std::vector<Row> rows = {
      // Divider, 20·log10(Z/(Z + Zo)).
      {"1 into 16 ohm", loss(1, 16), -0.5266},        // Article: "about -0.5 dB".
      {"20 into 16 ohm", loss(20, 16), -7.0437},      // Article: "already -7 dB".
      {"23.5 into 16 ohm", loss(23.5, 16), -7.8495},  // Middle of the article's "20-27 ohm".
      {"27 into 16 ohm", loss(27, 16), -8.5870},      // Article: "20-27 ohm about 7 dB"; no: 8.6.
      {"75 into 16 ohm", loss(75, 16), -15.0984},     // Article: "-15 dB".
      {"0.1 into 16 ohm", loss(0.1, 16), -0.0541},    // Article: "a fraction of a decibel".
      {"2 into 16 ohm", loss(2, 16), -1.0231},        // The 1/8 rule.
      {"4 into 32 ohm", loss(4, 32), -1.0231},        // The same ratio.
      {"37.5 into 300 ohm", loss(37.5, 300), -1.0231},
      {"75 into 300 ohm", loss(75, 300), -1.9382},  // Article: high impedance is no problem.
      {"75 into 32 ohm", loss(75, 32), -10.4847},
      {"120 into 32 ohm", loss(120, 32), -13.5339},  // The old IEC 61938 source.
      {"10 into 150 ohm", loss(10, 150), -0.5606},
      {"0.5 into 32 ohm", loss(0.5, 32), -0.1347},
      {"23.5 into 250 ohm", loss(23.5, 250), -0.7803},
      {"1 into 32 ohm", loss(1, 32), -0.2673},
      // The response, from the least to the greatest impedance.
      {"75 ohm, 290 to 550", deviation(75, 290, 550), 0.8876},
      {"23.5 ohm, 32 to 80", deviation(23.5, 32, 80), 2.5459},
      {"1 ohm, 16 to 40", deviation(1, 16, 40), 0.3121},
      {"120 ohm, 300 to 650", deviation(120, 300, 650), 1.4510},
      {"10 ohm, 18 to 60", deviation(10, 18, 60), 2.4988},
      {"0.1 ohm, 300 to 550", deviation(0.1, 300, 550), 0.0013},
      // dB/V = dB/mW + 10·log10(1000/Z), and back.
      {"91 dB/mW at 16 ohm", perVoltOf(16, 91), 108.9588},
      {"97 dB/mW at 300 ohm", perVoltOf(300, 97), 102.2288},
      {"103 dB/mW at 32 ohm", perVoltOf(32, 103), 117.9485},
      {"96 dB/mW at 600 ohm", perVoltOf(600, 96), 98.2185},
      {"99 dB/mW at 55 ohm", perVoltOf(55, 99), 111.5964},
      {"112 dB/mW at 32 ohm", perVoltOf(32, 112), 126.9485},
      {"105 dB/mW at 18 ohm", perVoltOf(18, 105), 122.4473},
      {"1000 ohm changes nothing", perVoltOf(1000, 100), 100.0},
      {"108.9588 dB/V at 16 ohm", perMilliwattOf(16, 108.9588), 91.0},
      {"102 dB/V at 300 ohm", perMilliwattOf(300, 102), 96.7712},
      // Loudness at a rating, 91 dB/mW into 16 ohm.
      {"3.5 W", loudest(91, 3.5, 16), 126.4407},    // Article: L30 II and L70.
      {"580 mW", loudest(91, 0.58, 16), 118.6343},  // Article's drawing: E2x2, at 16 ohm.
      {"290 mW", loudest(91, 0.29, 16), 115.6240},  // What its current gives there; rated at 32.
      {"200 mW", loudest(91, 0.2, 16), 114.0103},   // Article: "a hundred or two mW".
      {"100 mW", loudest(91, 0.1, 16), 111.0},      // Article: Zen Go, iD4.
      {"30 mW", loudest(91, 0.03, 16), 105.7712},   // Article: onboard; see the next three.
      {"1 V behind 75 ohm", loudestOf(1.0, 75, m1()), 93.8601},             // 1.93 mW
      {"2 V behind 75 ohm", loudestOf(2.0, 75, m1()), 99.8807},             // 7.73 mW
      {"3.9404 V behind 75 ohm", loudestOf(3.940416, 75, m1()), 105.7712},  // 30 mW take that.
      {"2.8460 V behind 20 ohm", loudestOf(2.846050, 20, m1()), 111.0},     // 100 mW into 16 ohm.
      {"3.3994 V behind 27 ohm", loudestOf(3.399448, 27, m1()), 111.0},
      {"1 V into 102 dB/V", loudestOf(1.0, 0, perVolt(300, 102)), 102.0},
      // Fed with 2 V: 108.9588 + 6.0206 + gain.
      {"L30 II at L", fedLoudest(-14.0), 100.9794},  // Article: "at low gain the source will not".
      {"L30 II at M", fedLoudest(0.0), 114.9794},
      {"L30 II at H", fedLoudest(16.5), 131.4794},
      {"L70 at High", fedLoudest(13.8), 128.7794},
      // Hiss: dB/V + 20·log10(V) + loss.
      {"0.3 uV, 91 dB/mW, 16 ohm", hiss(0.3, 0, m1()), -21.4988},  // Article: "absolute silence".
      {"1 uV behind 1 ohm", hiss(1, 1, m1()), -11.5678},
      {"10 uV, 112 dB/mW, 32 ohm", hiss(10, 0, perMilliwatt(32, 112)), 26.9485},
      {"3 uV, 128 dB/V, 16 ohm", hiss(3, 0, perVolt(16, 128)), 17.5424},
      {"0.3 uV, 97 dB/mW, 300 ohm", hiss(0.3, 0.1, perMilliwatt(300, 97)), -28.2317},
      {"2 uV behind 10 ohm, 105 dB/mW, 18 ohm", hiss(2, 10, perMilliwatt(18, 105)), 4.6302},
      // Thermal noise over 20 kHz at 25 °C, dBu.
      {"600 ohm", thermal(600), -124.82},     // Thread: right.
      {"10 kohm", thermal(10'000), -112.60},  // Thread: the bottom of an unbalanced volume knob.
      {"91 ohm", thermal(91), -133.01},       // Thread: a strong balanced line.
      {"16 ohm", thermal(16), -140.56},
      // Levels.
      {"20 dBu in dBV", dbvFromVolts(voltsFromDbu(DecibelsU::of(20.0))).value(), 17.7815},
      {"2 V in dBu", dbuFromVolts(Volts::of(2.0)).value(), 8.2391},   // Thread: +8.24 dBu.
      {"4 V in dBu", dbuFromVolts(Volts::of(4.0)).value(), 14.2597},  // Thread: +14.26 dBu.
      // ISO 226:2003.
      {"threshold at 50 Hz", threshold(50), 44.0},
      {"threshold at 100 Hz", threshold(100), 26.5},
      {"threshold at 1 kHz", threshold(1000), 2.4},
      {"threshold at 3.15 kHz", threshold(3150), -6.0},
  };
  EXPECT_GE(rows.size(), 60u);
  for (const Row& row : rows) EXPECT_NEAR(row.got, row.exact, 0.01) << row.what;
}

TEST(ClosedForms, OtherFiguresAreRightToAThousandth) {
  const Load hd = perMilliwatt(300, 97);
  const std::vector<Row> rows = {
      // √(P·R) and √(P/R).
      {"3.5 W into 16 ohm, V", ratedVolts(3.5, 16), 7.48331},  // Article's L30 II; 468 mA.
      {"580 mW into 32 ohm, V", ratedVolts(0.58, 32), 4.30813},
      {"100 mW into 16 ohm, V", ratedVolts(0.1, 16), 1.26491},
      {"30 mW into 16 ohm, V", ratedVolts(0.03, 16), 0.692820},  // ·91/16 = 3.94 V without load.
      {"250 mW into 300 ohm, V", ratedVolts(0.25, 300), 8.66025},
      {"7.5 W into 32 ohm, V", ratedVolts(7.5, 32), 15.49193},
      // What headphones take.
      {"M1 at 110 dB, mW", milliwatts(m1(), 110), 79.4328},  // Article: "a hundred or two mW".
      {"M1 at 115 dB, mW", milliwatts(m1(), 115), 251.1886},
      {"M1 at 115 dB, V", volts(m1(), 115), 2.004750},
      {"M1 at 115 dB, mA", milliamperes(m1(), 115), 125.2968},
      {"90 dB/mW at 110 dB, mW", milliwatts(perMilliwatt(16, 90), 110), 100.0},
      {"92 dB/mW at 115 dB, mW", milliwatts(perMilliwatt(16, 92), 115), 199.5262},
      {"87 dB/mW at 110 dB, mW", milliwatts(perMilliwatt(16, 87), 110), 199.5262},
      {"95 dB/mW at 115 dB, mW", milliwatts(perMilliwatt(16, 95), 115), 100.0},
      {"97 dB/mW, 300 ohm at 115 dB, mW", milliwatts(hd, 115), 63.0957},
      {"97 dB/mW, 300 ohm at 115 dB, V", volts(hd, 115), 4.350712},
      {"97 dB/mW, 300 ohm at 115 dB, mA", milliamperes(hd, 115), 14.50237},
      {"102 dB/V, 300 ohm at 115 dB, V", volts(perVolt(300, 102), 115), 4.466836},
      {"102 dB/V, 300 ohm at 115 dB, mW", milliwatts(perVolt(300, 102), 115), 66.50874},
      {"128 dB/V, 16 ohm at 115 dB, mV", 1e3 * volts(perVolt(16, 128), 115), 223.8721},
      {"112 dB/mW, 32 ohm at 115 dB, mW", milliwatts(perMilliwatt(32, 112), 115), 1.995262},
      {"96 dB/mW, 600 ohm at 110 dB, V", volts(perMilliwatt(600, 96), 110), 3.882180},
      // What an L30 II needs at its input for 3.5 W into 16 ohm.
      {"at L, V", feedFor(-14.0), 37.50542},
      {"at M, V", feedFor(0.0), 7.483315},
      {"at H, V", feedFor(16.5), 1.119680},
      {"L70 at High, V", feedFor(13.8), 1.527897},
      {"20 dBu, V", voltsFromDbu(DecibelsU::of(20.0)).value(), 7.745967},  // Article: "about 7.75".
      // A week's dose.
      {"80 dB(A), h", hours(80), 40.0},
      {"83 dB(A), h", hours(83), 20.0},
      {"89 dB(A), h", hours(89), 5.0},
      {"100 dB(A), min", 60.0 * hours(100), 23.62352},
      {"110 dB(A), min", 60.0 * hours(110), 2.34375},
      // Knobs: 10^(g/20), and ln(1 + 10^(g/20)·(b − 1))/ln(b) with b = (1/0.15 − 1)².
      {"linear at -20 dB", travel(profiles::Taper::linear, -20.0), 0.1},
      {"linear at -6.0206 dB", travel(profiles::Taper::linear, -6.0206), 0.5},
      {"audio at -6 dB", travel(profiles::Taper::audio, -6.0), 0.8096819},
      {"audio at -20 dB", travel(profiles::Taper::audio, -20.0), 0.4074981},
      {"audio at -40 dB", travel(profiles::Taper::audio, -40.0), 0.07807990},
      {"audio at its half", travel(profiles::Taper::audio, 20.0 * std::log10(0.15)), 0.5},
  };
  for (const Row& row : rows) {
    EXPECT_NEAR(row.got, row.exact, 1e-3 * std::abs(row.exact)) << row.what;
  }
}

TEST(ClosedForms, DampingIsTheRatioOfImpedances) {
  EXPECT_DOUBLE_EQ(match(openOutput(0.1), m1(), {}).damping.nominal()->value(), 160.0);
  EXPECT_DOUBLE_EQ(match(openOutput(75.0), m1(), {}).damping.nominal()->value(), 16.0 / 75.0);
}

}  // namespace
}  // namespace linecheck::matching
