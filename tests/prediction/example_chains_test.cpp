// The chains of docs/examples, and interfaces as they are shipped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "chain/file.h"
#include "prediction/compare.h"
#include "prediction/predict.h"
#include "support/prediction/loop_desk.h"

namespace linecheck::prediction {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using chain::Setting;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const profiles::Profile* profileOf(std::string_view id) {
  static const profiles::Library kShipped = profiles::Library::load(
      {std::filesystem::path(LINECHECK_SOURCE_DIR) / "device-profiles", {}});
  const auto* entry = kShipped.find(id);
  return entry ? &entry->profile : nullptr;
}

chain::Desk example(const std::string& name) {
  const auto file =
      std::filesystem::path(LINECHECK_SOURCE_DIR) / "docs/examples" / (name + ".chain.json");
  return chain::Desk(chain::loadFile(file, profileOf).value().chain, profileOf);
}

LoopChoice between(const std::string& from, const std::string& fromPort, const std::string& to,
                   const std::string& toPort) {
  return {chain::Socket{chain::DeviceId(from), fromPort, {}},
          chain::Socket{chain::DeviceId(to), toPort, {}}};
}
const LoopChoice kZenGo = between("zen-go", "line-out", "zen-go", "in-1");

measure::Values noValues() {
  return measure::Values{};
}

TEST(ExampleChains, AskWhichOfTheZenGosOutputsIsMeant) {
  const auto unclear = findLoop(example("zen-go-l30-ii"));
  ASSERT_FALSE(unclear);
  EXPECT_THAT(unclear.error().where, HasSubstr("Line Out, Monitor"));
}

TEST(ExampleChains, SayNothingOfAGainThatNoProfileTells) {
  const chain::Desk desk = example("zen-go-l30-ii");
  const Loop loop = findLoop(desk, kZenGo).value();
  // Nobody knows what the Zen Go's inputs take.
  EXPECT_THAT(predict(loop, "path", noValues()).figures, IsEmpty());
}

TEST(ExampleChains, ReachTheMonitorsSocketThroughTheAmplifier) {
  const chain::Desk desk = example("zen-go-l30-ii");
  const Loop loop = findLoop(desk, between("l30-ii", "pre-out", "zen-go", "in-1")).value();
  EXPECT_EQ(textOf(loop.lanes.at(0).route),
            "computer:usb-c zen-go:usb zen-go:line-out l30-ii:line-in l30-ii:pre-out zen-go:in-1");
}

TEST(ExampleChains, HaveNoLimiterPastOrBelowTheMixersKnee) {
  // By ASIO; and at 80 %, which takes 3.3 dB.
  for (const char* name : {"zen-go-l30-ii", "zen-go-l30-ii-faults"}) {
    const chain::Desk desk = example(name);
    const Loop loop = findLoop(desk, kZenGo).value();
    const Prediction prediction = predict(loop, "limiter", noValues());
    ASSERT_TRUE(prediction.statement("limiter", 0)) << name;
    EXPECT_EQ(prediction.statement("limiter", 0)->word, "none") << name;
  }
}

TEST(ExampleChains, KnowTheImpedanceOfTheHeadphones) {
  const chain::Desk desk = example("zen-go-l30-ii");
  const Loop loop = findLoop(desk, kZenGo).value();
  const Prediction prediction = predict(loop, "headphone-impedance", noValues());
  ASSERT_TRUE(prediction.figure("impedance_1k"));
  EXPECT_EQ(prediction.figure("impedance_1k")->value.nominal,
            profileOf("neuropunk-m1")->headphones->impedance->value.nominal.value());
}

TEST(ExampleChains, TellAHeadphoneOutputFromALineOutput) {
  const chain::Desk desk = example("zen-go-l30-ii");
  const Loop loop = findLoop(desk, between("zen-go", "headphones-1", "zen-go", "in-1")).value();
  const Prediction prediction = predict(loop, "output-impedance", noValues());
  const auto* expected = prediction.figure("output_impedance", 0);
  ASSERT_TRUE(expected);
  EXPECT_EQ(expected->value.low, 20.0);
  EXPECT_EQ(expected->value.high, 27.0);
  measure::Reading reading;
  reading.figures.push_back({"output_impedance", measure::Unit::ohms, 0, 24.0, 0.1});
  EXPECT_THAT(compare(loop, reading, prediction).findings, IsEmpty());
  reading.figures[0].value = 100.0;
  EXPECT_EQ(compare(loop, reading, prediction).findings.size(), 1u);
}

TEST(ExampleChains, TurnALoopThatCameBack6DecibelsLowerIntoATrim) {
  const chain::Desk desk = example("zen-go-l30-ii");
  const Loop loop = findLoop(desk, kZenGo).value();
  const Prediction prediction =
      predict(loop, "path", noValues(), {KnownGain{dB(-2.0), dB(0.01)}, {}});
  measure::Reading reading;
  reading.figures.push_back({"gain", measure::Unit::db, 0, -8.0, 0.005});
  const Comparison comparison = compare(loop, reading, prediction);
  ASSERT_EQ(comparison.findings.size(), 1u);
  const auto& causes = comparison.findings[0].causes;
  ASSERT_GE(causes.size(), 2u);
  EXPECT_EQ(causes[0].where.text(), "zen-go:line-out-trim");
  EXPECT_EQ(causes[0].would, std::optional<Setting>(dBu(14.0)));
  const bool hasFader = std::any_of(causes.begin(), causes.end(), [](const Cause& cause) {
    return cause.where.text() == "zen-go:computer-playback" &&
           cause.would == std::optional<Setting>(dB(-6.0));
  });
  EXPECT_TRUE(hasFader);
}

TEST(ExampleChains, FindNoInputOnALaptop) {
  const auto none = findLoop(example("laptop-onboard"));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::usage);
}

TEST(ShippedInterfaces, AScarlettLoopsAtItsTwoLevels) {
  LoopDesk desk(*profileOf("focusrite-scarlett-2i2-4th-gen"));
  desk.unplug("loop");
  const Loop loop = desk.loop();
  ASSERT_EQ(loop.lanes.size(), 2u);
  EXPECT_EQ(loop.lanes[0].route.back().port, "line-in-1");
  EXPECT_EQ(loop.lanes[1].route.back().port, "line-in-2");
  const Prediction prediction = predict(loop, "path", noValues());
  const auto* gain = prediction.figure("gain", 0);
  ASSERT_TRUE(gain);
  // 16 dBu from 100 Ω into an input that takes 22 dBu, and of 10 kΩ, or of 5 kΩ at the least: the
  // divider takes 0.086 dB, or up to 0.172 dB.
  EXPECT_NEAR(gain->value.nominal.value(), -6.0864, 1e-3);
  EXPECT_NEAR(gain->value.low.value(), -6.1720, 1e-3);
  EXPECT_NEAR(gain->value.high.value(), -6.0, 1e-9);
  EXPECT_EQ(
      predict(loop, "output-impedance", noValues()).figure("output_impedance", 0)->value.nominal,
      100.0);
}

TEST(ShippedInterfaces, OfNoneIsAnAssumedImpedancePredicted) {
  for (const char* id :
       {"generic-audio-interface", "topping-e2x2-otg", "motu-m2", "zoom-uac-232"}) {
    LoopDesk desk(*profileOf(id));
    desk.unplug("loop");
    for (const Port& port : profileOf(id)->ports) {
      const auto loop =
          findLoop(desk.desk(), {chain::Socket{chain::DeviceId("box"), port.id, {}}, {}});
      if (!loop) continue;
      const auto prediction = predict(*loop, "output-impedance", noValues());
      EXPECT_EQ(prediction.figure("output_impedance", 0) != nullptr, port.impedance.has_value())
          << id << ':' << port.id;
    }
  }
}

TEST(ShippedInterfaces, ALevelThatIsOffIsFoundThoughAnImpedanceIsNotTold) {
  LoopDesk desk(*profileOf("focusrite-scarlett-2i2-4th-gen"));
  desk.unplug("loop");
  const Loop loop = desk.loop();
  const Prediction prediction = predict(loop, "path", noValues());
  measure::Reading reading;
  for (int channel = 0; channel < 2; ++channel) {
    reading.figures.push_back({"gain", measure::Unit::db, channel, -6.3, 0.01});
  }
  EXPECT_THAT(compare(loop, reading, prediction).findings, IsEmpty());
  for (auto& figure : reading.figures) figure.value = -12.1;
  const Comparison comparison = compare(loop, reading, prediction);
  ASSERT_EQ(comparison.findings.size(), 1u);
  EXPECT_EQ(comparison.findings[0].causes.at(0).id, "one-contact-lost");
}

}  // namespace
}  // namespace linecheck::prediction
