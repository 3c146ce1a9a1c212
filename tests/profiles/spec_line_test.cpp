#include "profiles/spec_line.h"

#include <gmock/gmock.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace linecheck::profiles {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Reference = Sensitivity::Reference;

Written exactly(double value, const std::string& unit) {
  return {value, std::nullopt, std::nullopt, unit};
}

Written between(double low, double high, const std::string& unit) {
  return {std::nullopt, low, high, unit};
}

struct HeadphoneCase {
  const char* line;
  double ohms;
  double decibels;
  std::optional<Reference> reference;
};

class HeadphoneLine : public ::testing::TestWithParam<HeadphoneCase> {};

TEST_P(HeadphoneLine, GivesImpedanceAndSensitivity) {
  const HeadphoneCase& expected = GetParam();
  const SpecLine read = parseSpecLine(expected.line);
  EXPECT_THAT(read.faults, IsEmpty()) << expected.line << ": " << read.faults.front().what;
  ASSERT_TRUE(read.impedance) << expected.line;
  EXPECT_EQ(*read.impedance, exactly(expected.ohms, "ohm")) << expected.line;
  ASSERT_TRUE(read.sensitivity) << expected.line;
  EXPECT_EQ(read.sensitivity->level, exactly(expected.decibels, "dB")) << expected.line;
  EXPECT_EQ(read.sensitivity->reference, expected.reference) << expected.line;
  EXPECT_EQ(read.needsReference(), !expected.reference);
}

INSTANTIATE_TEST_SUITE_P(
    AsPeopleWriteThem, HeadphoneLine,
    ::testing::Values(
        HeadphoneCase{"300 Ω, 97 dB/mW", 300, 97, Reference::milliwatt},
        HeadphoneCase{"Impedance: 32 Ohms; Sensitivity: 112 dB SPL/V @ 1 kHz", 32, 112,
                      Reference::volt},
        HeadphoneCase{"16 ohm 105dB", 16, 105, std::nullopt},
        HeadphoneCase{"Nennimpedanz 250 Ω, 96 dB", 250, 96, std::nullopt},
        HeadphoneCase{"Nennimpedanz: 250 Ohm; Kennschalldruckpegel: 96,5 dB (1 mW, 500 Hz)", 250,
                      96.5, Reference::milliwatt},
        HeadphoneCase{"38Ω,105.5dB/Vrms", 38, 105.5, Reference::volt},
        HeadphoneCase{"80 \u2126 | 96 dB SPL / 1 mW", 80, 96, Reference::milliwatt},
        HeadphoneCase{"Sensitivity: 103 dB (1 kHz, 1 Vrms)\nImpedance: 300 ohms", 300, 103,
                      Reference::volt},
        HeadphoneCase{"98 dB per mW, 55 ohms", 55, 98, Reference::milliwatt},
        HeadphoneCase{"Empfindlichkeit 102 dB SPL bei 1 V, Impedanz 50 Ohm", 50, 102,
                      Reference::volt},
        HeadphoneCase{"Sensitivity (1 mW): 100 dB, Impedance: 60 Ω", 60, 100, Reference::milliwatt},
        HeadphoneCase{"18 Ω – 98 dB/mW", 18, 98, Reference::milliwatt},
        HeadphoneCase{"32 ohm impedance, 112 dB sensitivity", 32, 112, std::nullopt},
        HeadphoneCase{"110 dB @ 1 kHz, 24 ohms", 24, 110, std::nullopt},
        HeadphoneCase{"94dB/mW@1kHz 13 ohm", 13, 94, Reference::milliwatt}));

TEST(SpecLine, KeepsRangesTolerancesAndBounds) {
  EXPECT_EQ(parseSpecLine("97 ± 3 dB/mW").sensitivity->level, (Written{97, 94, 100, "dB"}));
  EXPECT_EQ(parseSpecLine("97 dB ± 3 dB/mW").sensitivity->level, (Written{97, 94, 100, "dB"}));
  EXPECT_EQ(parseSpecLine("97 dB +/-3 dB").sensitivity->level, (Written{97, 94, 100, "dB"}));
  EXPECT_EQ(*parseSpecLine("300 Ω ± 10 %").impedance, (Written{300, 270, 330, "ohm"}));
  EXPECT_EQ(*parseSpecLine("20–27 Ω").impedance, between(20, 27, "ohm"));
  EXPECT_EQ(*parseSpecLine("20 to 27 ohm").impedance, between(20, 27, "ohm"));
  EXPECT_EQ(*parseSpecLine("20 Ω - 27 Ω").impedance, between(20, 27, "ohm"));
  EXPECT_EQ(*parseSpecLine("output impedance < 0,1 Ω").outputImpedance,
            (Written{0.1, std::nullopt, 0.1, "ohm"}));
  EXPECT_EQ(parseSpecLine("SNR > 120 dB").signalToNoise->level,
            (Written{120, 120, std::nullopt, "dB"}));
}

TEST(SpecLine, ReadsFiguresOfAmplifiers) {
  const SpecLine line = parseSpecLine(
      "3.5 W @ 16 Ω, 580 mW into 32 ohm, output impedance < 0.1 Ω, SNR 120 dB(A), "
      "noise 0.3 µVrms, max output 7.5 Vrms, dynamic range: 144 dB");
  EXPECT_THAT(line.faults, IsEmpty()) << line.faults.front().what;
  ASSERT_THAT(line.powers, SizeIs(2));
  EXPECT_EQ(line.powers[0].power, exactly(3.5, "W"));
  EXPECT_EQ(line.powers[0].load, Ohms::of(16));
  EXPECT_EQ(line.powers[1].power, exactly(580, "mW"));
  EXPECT_EQ(line.powers[1].load, Ohms::of(32));
  EXPECT_EQ(line.outputImpedance->high, 0.1);
  EXPECT_EQ(line.signalToNoise->level, exactly(120, "dB"));
  EXPECT_EQ(line.signalToNoise->weighting, Weighting::a);
  EXPECT_EQ(line.noise->level, exactly(0.3, "uV"));
  EXPECT_EQ(*line.maximumLevel, exactly(7.5, "V"));
  EXPECT_EQ(line.dynamicRange->level, exactly(144, "dB"));
  EXPECT_FALSE(line.impedance);
  EXPECT_FALSE(line.sensitivity);
}

TEST(SpecLine, FindsTheLoadOfAPowerWhereverItStands) {
  for (const char* text : {"580 mW into 32 ohm", "580mW@32Ω", "580 mW x2 @ 32 Ω",
                           "580 mW x 2 (32 Ω)", "580 mW per channel into 32 ohms", "32 Ω: 580 mW",
                           "Leistung: 580 mW an 32 Ohm", "580 mW/32 Ω"}) {
    const SpecLine line = parseSpecLine(text);
    EXPECT_THAT(line.faults, IsEmpty()) << text;
    ASSERT_THAT(line.powers, SizeIs(1)) << text;
    EXPECT_EQ(line.powers[0].power, exactly(580, "mW")) << text;
    EXPECT_EQ(line.powers[0].load, Ohms::of(32)) << text;
    EXPECT_FALSE(line.impedance) << text;
  }
}

struct FaultCase {
  const char* line;
  const char* part;
  const char* says;
};

class FaultyLine : public ::testing::TestWithParam<FaultCase> {};

TEST_P(FaultyLine, TellsWhatAndWhereAndTakesNothingFromThere) {
  const FaultCase& expected = GetParam();
  const SpecLine line = parseSpecLine(expected.line);
  ASSERT_THAT(line.faults, SizeIs(1)) << expected.line;
  const SpecRemark& fault = line.faults.front();
  EXPECT_EQ(fault.text, expected.part);
  EXPECT_EQ(std::string(expected.line).substr(fault.begin, fault.length), expected.part);
  EXPECT_THAT(fault.what, HasSubstr(expected.says));
}

INSTANTIATE_TEST_SUITE_P(
    Everywhere, FaultyLine,
    ::testing::Values(FaultCase{"1,000 Ω", "1,000 Ω", "1.000 or 1000"},
                      FaultCase{"1.000 Ω", "1.000 Ω", "1.000 or 1000"},
                      FaultCase{"300 Ω, 32 Ω", "32 Ω", "second impedance"},
                      FaultCase{"Impedance: 32", "32", "unit is missing"},
                      FaultCase{"3.5 W", "3.5 W", "which load"},
                      FaultCase{"3.5 W @ 16 Ω, 120 dB", "120 dB", "what this is"},
                      FaultCase{"32 Ω, 108 dB/0.179 V", "108 dB", "neither 1 mW nor 1 V"},
                      FaultCase{"110 dB @ 100 mW", "110 dB", "neither 1 mW nor 1 V"},
                      FaultCase{"97 dB (1 mW, 1 V)", "97 dB", "Two references"},
                      FaultCase{"16 - 105 dB/mW", "16 - 105 dB", "between 50 and 150"},
                      FaultCase{"27–20 Ω", "27–20 Ω", "lower bound"},
                      FaultCase{"0 Ω", "0 Ω", "greater than 0"},
                      FaultCase{"300 Ω, 7 V", "7 V", "what this is"},
                      FaultCase{"max output 20 Vpp", "20 Vpp", "peak"},
                      FaultCase{"12 dB/mW", "12 dB", "between 50 and 150"}));

TEST(SpecLine, LeavesWhatNoFigureTakesAndTellsIt) {
  const SpecLine line = parseSpecLine(
      "Sennheiser HD 650: 300 Ω, 103 dB/V, frequency response 10–41,000 Hz, THD 0.05 %, "
      "cable 3 m, max SPL 130 dB");
  EXPECT_THAT(line.faults, IsEmpty()) << line.faults.front().what;
  EXPECT_EQ(*line.impedance, exactly(300, "ohm"));
  EXPECT_EQ(line.sensitivity->level, exactly(103, "dB"));
  std::vector<std::string> unused;
  for (const SpecRemark& remark : line.unused) unused.push_back(remark.text);
  EXPECT_THAT(unused, ::testing::ElementsAre("650", "10–41,000 Hz", "0.05 %", "3 m", "130 dB"));
}

TEST(SpecLine, IsEmptyWhereNothingIsSaid) {
  for (const char* text : {"", "   ", "a fine pair of headphones", ":;,()/@±"}) {
    const SpecLine line = parseSpecLine(text);
    EXPECT_TRUE(line.isEmpty()) << text;
    EXPECT_THAT(line.faults, IsEmpty()) << text;
  }
}

TEST(SpecLine, ConvertsBothReadingsOfALevelWithoutReference) {
  // 10·log10(1000 / 250) = 6.0206 dB
  const auto [perMilliwatt, perVolt] = sensitivityReadings(exactly(96, "dB"), Ohms::of(250));
  EXPECT_EQ(perMilliwatt.reference, Reference::milliwatt);
  EXPECT_EQ(perMilliwatt.written, exactly(96, "dB/mW"));
  EXPECT_NEAR(perMilliwatt.inOtherUnit->value(), 102.0206, 1e-4);
  EXPECT_EQ(perVolt.written, exactly(96, "dB/V"));
  EXPECT_NEAR(perVolt.inOtherUnit->value(), 89.9794, 1e-4);
  EXPECT_FALSE(sensitivityReadings(exactly(96, "dB"), std::nullopt)[0].inOtherUnit);
}

RC_GTEST_PROP(SpecLine, ReadsBackWhateverNumbersItIsGiven, ()) {
  const double ohms = *rc::gen::inRange(1, 60'000) / 100.0;
  const double level = *rc::gen::inRange(600, 1300) / 10.0;
  const bool isVolt = *rc::gen::arbitrary<bool>();
  const bool isComma = *rc::gen::arbitrary<bool>();
  const auto digits = [&](double number, int decimals) {
    std::string text = std::to_string(number);
    text.resize(text.find('.') + 1 + static_cast<std::size_t>(decimals));
    if (isComma) text[text.find('.')] = ',';
    return text;
  };
  const SpecLine line =
      parseSpecLine(digits(ohms, 2) + " Ω, " + digits(level, 1) + (isVolt ? " dB/V" : " dB/mW"));
  RC_ASSERT(line.faults.empty());
  RC_ASSERT(std::abs(*line.impedance->value - ohms) < 0.0101);
  RC_ASSERT(std::abs(*line.sensitivity->level.value - level) < 0.1001);
  RC_ASSERT(line.sensitivity->reference == (isVolt ? Reference::volt : Reference::milliwatt));
}

RC_GTEST_PROP(SpecLine, SurvivesAnyBytes, (const std::string& noise)) {
  const SpecLine line = parseSpecLine(noise + " 32 Ω " + noise);
  for (const SpecRemark& remark : line.faults) {
    RC_ASSERT(remark.begin + remark.length <= 2 * noise.size() + 8);
  }
}

}  // namespace
}  // namespace linecheck::profiles
