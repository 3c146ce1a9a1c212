#include "profiles/figure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profiles/loader.h"
#include "profiles/sensitivity.h"
#include "profiles/test_support.h"

namespace linecheck::profiles {
namespace {

using testing::DoubleNear;

/// The profile's only port, with the figure at `key` in it.
Port portWith(std::string_view key, std::string_view figure) {
  const std::string provenance = R"("source": "manual", "confidence": "datasheet")";
  std::string text = profileWith("");
  const std::string port =
      R"("ports": [{"id": "out", "name": "Out", "direction": "out", "connector": "rca",
                    "channels": 2, "signals": ["line"], )" +
      provenance + ", \"" + std::string(key) + "\": {" + std::string(figure) + ", " + provenance +
      "}}]";
  text.replace(text.find(R"("ports": [])"), 11, port);
  const auto profile = loadText(text);
  if (!profile) {
    for (const std::string& line : messages(profile.error())) ADD_FAILURE() << line;
    return {};
  }
  return profile->ports.front();
}

Figure<Ohms> ohms(std::string_view figure) {
  return portWith("impedance", figure).impedance.value_or(Figure<Ohms>());
}
Figure<DecibelsU> level(std::string_view figure) {
  return portWith("maximum_level", figure).maximumLevel.value_or(Figure<DecibelsU>());
}
Figure<Volts> noise(std::string_view figure) {
  return portWith("noise", figure).noise.value_or(Figure<Volts>());
}

TEST(Figure, ArrivesInItsUnit) {
  EXPECT_EQ(ohms(R"("value": 75, "unit": "ohm")").value.nominal, Ohms::of(75));
  EXPECT_EQ(ohms(R"("value": 10, "unit": "kΩ")").value.nominal, Ohms::of(10000));
  EXPECT_THAT(ohms(R"("value": 31.5, "unit": "mohm")").value.nominal.value(),
              DoubleNear(0.0315, 1e-12));
  EXPECT_EQ(level(R"("value": 20, "unit": "dBu")").value.nominal, DecibelsU::of(20));
  // The trade's figures: 2 V is 8.24 dBu, 4 V 14.26 dBu, 0 dBV 2.218 dBu.
  EXPECT_THAT(level(R"("value": 2, "unit": "V")").value.nominal.value(), DoubleNear(8.24, 5e-3));
  EXPECT_THAT(level(R"("value": 4000, "unit": "mV")").value.nominal.value(),
              DoubleNear(14.26, 5e-3));
  EXPECT_THAT(level(R"("value": 0, "unit": "dBV")").value.nominal.value(), DoubleNear(2.218, 5e-4));
  for (const char* same : {R"("value": 0.3, "unit": "uV")", R"("value": 0.3, "unit": "µV")",
                           R"("value": 300, "unit": "nV")", R"("value": 0.0003, "unit": "mV")"}) {
    EXPECT_THAT(noise(same).value.nominal.value(), DoubleNear(0.3e-6, 1e-18)) << same;
  }
  // −130.5 dBu is 0.7746 V · 10^(−6.525) = 0.2313 µV.
  EXPECT_THAT(noise(R"("value": -130.5, "unit": "dBu")").value.nominal.value(),
              DoubleNear(0.2313e-6, 1e-10));
}

TEST(Figure, DistortionIsADistanceFromTheSignal) {
  const auto profile = loadText(profileWith(
      R"("figures": {"thd": {"value": 0.00479, "unit": "%", "source": "manual",
                             "confidence": "measured"},
                     "thd_plus_noise": {"value": 1, "unit": "%", "source": "manual",
                                        "confidence": "measured"}},)"));
  ASSERT_TRUE(profile);
  EXPECT_THAT(profile->figures.thd->value.nominal.value(), DoubleNear(-86.4, 0.01));
  EXPECT_THAT(profile->figures.thdPlusNoise->value.nominal.value(), DoubleNear(-40.0, 1e-9));
}

TEST(Figure, KeepsItsRange) {
  const Figure<Ohms> both = ohms(R"("value": 25, "range": [20, 27], "unit": "ohm")");
  EXPECT_EQ(both.value, (Interval<Ohms>{25_ohm, 20_ohm, 27_ohm}));
  const Figure<Ohms> only = ohms(R"("range": [20, 27], "unit": "ohm")");
  EXPECT_EQ(only.value, (Interval<Ohms>{23.5_ohm, 20_ohm, 27_ohm}))
      << "without a value the middle is taken";
  const Figure<Ohms> below = ohms(R"("value": 0.1, "range": [null, 0.1], "unit": "ohm")");
  EXPECT_EQ(below.value, (Interval<Ohms>{0.1_ohm, std::nullopt, 0.1_ohm}));
  EXPECT_TRUE(ohms(R"("value": 1, "unit": "ohm")").value.isExact());
}

TEST(Figure, KeepsWhatOthersSay) {
  const auto profile = loadText(profileWith(
      R"("figures": {"dynamic_range": {
           "value": 115, "unit": "dB", "weighting": "A", "source": "manual", "where": "table 2",
           "confidence": "measured", "note": "In a loop.",
           "alternatives": [{"value": 125.5, "unit": "dB", "source": "manual",
                             "confidence": "datasheet"}],
           "chosen_because": "It was measured."}},)"));
  ASSERT_TRUE(profile) << profile.error().front().message();
  const Figure<Decibels>& figure = *profile->figures.dynamicRange;
  EXPECT_EQ(figure.value.nominal, Decibels::of(115));
  EXPECT_EQ(figure.weighting, Weighting::a);
  EXPECT_EQ(figure.provenance.source.citation, "Maker, Manual, page 7");
  EXPECT_EQ(figure.provenance.where, "table 2");
  EXPECT_EQ(figure.provenance.confidence, Confidence::measured);
  EXPECT_EQ(figure.provenance.note, "In a loop.");
  EXPECT_EQ(figure.chosenBecause, "It was measured.");
  ASSERT_EQ(figure.alternatives.size(), 1U);
  EXPECT_EQ(figure.alternatives[0].value.nominal, Decibels::of(125.5));
  EXPECT_EQ(figure.alternatives[0].weighting, std::nullopt);
}

TEST(Figure, IsShownAsItsSourcePrintsIt) {
  EXPECT_EQ(toText(ohms(R"("range": [20, 27], "unit": "ohm")").written), "20–27\u2009Ω");
  EXPECT_EQ(toText(Written{91, 87, 95, "dB/mW"}), "91\u2009dB/mW (87–95)");
  EXPECT_EQ(toText(Written{110, 110, std::nullopt, "dB SPL"}), "at least 110\u2009dB SPL");
  EXPECT_EQ(toText(Written{0.00006, std::nullopt, 0.00006, "%"}), "at most 0.00006\u2009%");
  EXPECT_EQ(toText(Written{7, std::nullopt, 9, "V"}), "7\u2009V (at most 9)");
  EXPECT_EQ(toText(Written{-128, std::nullopt, std::nullopt, "dBu"}), "−128\u2009dBu");
  EXPECT_EQ(toText(Written{0.3, std::nullopt, std::nullopt, "uV"}), "0.3\u2009µV");
  EXPECT_EQ(toText(Written{10, std::nullopt, std::nullopt, "kohm"}), "10\u2009kΩ");
}

TEST(Sensitivity, ChangesItsReferenceWithTheImpedance) {
  // 1 V into 16 Ω is 62.5 mW: 17.96 dB above 1 mW.
  const Sensitivity perMilliwatt = Sensitivity::perMilliwatt(DecibelsSpl::of(91));
  EXPECT_THAT(perMilliwatt.atOneVolt(16_ohm).value(), DoubleNear(108.96, 5e-3));
  EXPECT_EQ(perMilliwatt.atOneMilliwatt(16_ohm), DecibelsSpl::of(91));
  const Sensitivity perVolt = Sensitivity::perVolt(DecibelsSpl::of(103.7));
  EXPECT_THAT(perVolt.atOneMilliwatt(300_ohm).value(), DoubleNear(98.47, 5e-3));
  EXPECT_EQ(perVolt.atOneVolt(300_ohm), DecibelsSpl::of(103.7));
  EXPECT_EQ(Sensitivity::perVolt(perMilliwatt.atOneVolt(1000_ohm)).atOneVolt(50_ohm),
            DecibelsSpl::of(91))
      << "at 1 kΩ both are the same";
}

}  // namespace
}  // namespace linecheck::profiles
