#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "prediction/compare.h"
#include "prediction/predict.h"
#include "support/prediction/loop_desk.h"

// A control stands elsewhere than the chain says, and the loop's gain, which was measured and
// saved while all was right, tells of it.
namespace linecheck::prediction {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using chain::AudioPath;
using chain::OperatingSystem;
using chain::Setting;
using ::testing::Field;

constexpr int kSeeds = 40;
constexpr double kSaved = 0.01;      // dB, of the saved gain.
constexpr double kMeasured = 0.005;  // dB, of the new one.

/// What compare() finds where the gain of both channels has changed by `change`.
std::vector<Finding> findingsAfter(const LoopDesk& desk, double change, std::mt19937& random) {
  std::normal_distribution<double> normal;
  const double truth = -3.0;
  const KnownGain known{dB(truth + kSaved * normal(random)), dB(kSaved)};
  const Loop loop = desk.loop();
  const Prediction prediction = predict(loop, "path", measure::Values{}, {known, {}});
  measure::Reading reading;
  for (int channel = 0; channel < 2; ++channel) {
    reading.figures.push_back({"gain", measure::Unit::db, channel,
                               truth + change + kMeasured * normal(random), kMeasured});
  }
  return compare(loop, reading, prediction).findings;
}

/// The first cause of the one finding that there must be.
Cause firstCause(const LoopDesk& desk, double change, std::mt19937& random) {
  const auto findings = findingsAfter(desk, change, random);
  EXPECT_EQ(findings.size(), 1u) << change << " dB";
  if (findings.size() != 1) return {};
  EXPECT_EQ(findings.front().id, "gain-off");
  EXPECT_EQ(findings.front().channel, std::nullopt);
  EXPECT_NEAR(findings.front().difference, change, 0.06);
  EXPECT_FALSE(findings.front().causes.empty()) << change << " dB";
  return findings.front().causes.empty() ? Cause{} : findings.front().causes.front();
}

Profile desktop() {
  Profile made = computer();
  profiles::Volume slider;
  slider.technology = profiles::VolumeTechnology::digital;
  made.controls = {control("system-volume", {"usb"}, slider)};
  return made;
}

/// With trim, fader, pads and input gain, played through Windows' mixer at full volume.
LoopDesk wholeDesk() {
  LoopDesk desk(interface());
  desk.profiles["pc"] = desktop();
  desk.control(trimControl(), dBu(20.0));
  desk.control(faderControl(), dB(0.0));
  desk.control(padControl(), chain::Position{"0 dB"});
  desk.control(gainControl(), dB(0.0));
  desk.set("pc", "system-volume", chain::Travel{1.0});
  desk.play(OperatingSystem::windows, AudioPath::sharedMixer, {});
  return desk;
}

TEST(GainCauses, NameTheSystemVolume) {
  LoopDesk desk(interface());
  desk.profiles["pc"] = desktop();
  desk.set("pc", "system-volume", chain::Travel{1.0});
  for (int seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const int percent = std::uniform_int_distribution<int>(30, 97)(random);
    const bool isWindows = seed % 2 == 0;
    desk.play(isWindows ? OperatingSystem::windows : OperatingSystem::linux, AudioPath::sharedMixer,
              {});
    const double change = (isWindows ? 34.0 : 60.0) * std::log10(percent / 100.0);
    const Cause cause = firstCause(desk, change, random);
    EXPECT_EQ(cause.id, "system-volume-elsewhere") << percent << " %";
    EXPECT_EQ(cause.where.text(), "pc:system-volume");
    ASSERT_TRUE(cause.would);
    EXPECT_NEAR(std::get<chain::Travel>(*cause.would).fraction, percent / 100.0, 1e-9);
  }
}

TEST(GainCauses, NameASystemVolumeOf80PerCentAmongAllControls) {
  const LoopDesk desk = wholeDesk();
  for (int seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    // 1.7·20·log10(0.8)
    const auto findings = findingsAfter(desk, -3.295, random);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_THAT(findings[0].causes,
                ::testing::Contains(::testing::AllOf(
                    Field(&Cause::id, "system-volume-elsewhere"),
                    Field(&Cause::would, std::optional<Setting>(chain::Travel{0.8})))));
    // No whole decibel of the trim or the fader is that.
    EXPECT_EQ(findings[0].causes.front().id, "system-volume-elsewhere");
  }
}

TEST(GainCauses, NameTheTrim) {
  const LoopDesk desk = wholeDesk();
  for (int seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const int level = std::uniform_int_distribution<int>(15, 19)(random);
    const Cause cause = firstCause(desk, level - 20.0, random);
    EXPECT_EQ(cause.where.text(), "box:trim") << level << " dBu";
    EXPECT_EQ(cause.stands, std::optional<Setting>(dBu(20.0)));
    EXPECT_EQ(cause.would, std::optional<Setting>(dBu(level)));
  }
}

TEST(GainCauses, NameATrimOf6DecibelsBesideTheBalancedLineThatLooksAlike) {
  const LoopDesk desk = wholeDesk();
  for (int seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto findings = findingsAfter(desk, -6.0, random);
    ASSERT_EQ(findings.size(), 1u);
    const auto& causes = findings[0].causes;
    ASSERT_GE(causes.size(), 2u);
    const bool isAmongFirst = std::any_of(causes.begin(), causes.begin() + 2, [](const Cause& c) {
      return c.where.text() == "box:trim" && c.would == std::optional<Setting>(dBu(14.0));
    });
    EXPECT_TRUE(isAmongFirst) << causes[0].id << ", " << causes[1].id;
  }
}

TEST(GainCauses, NameThePad) {
  const LoopDesk desk = wholeDesk();
  for (int seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const bool isTen = seed % 2 == 0;
    const Cause cause = firstCause(desk, isTen ? -10.0 : -20.0, random);
    EXPECT_EQ(cause.where.text(), "box:pad");
    EXPECT_EQ(cause.would, std::optional<Setting>(chain::Position{isTen ? "10 dB" : "20 dB"}));
  }
}

TEST(GainCauses, NameTheFader) {
  LoopDesk desk(interface());
  desk.control(faderControl(), dB(0.0));
  for (int seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    int down = std::uniform_int_distribution<int>(1, 40)(random);
    if (down == 6) down = 7;  // That is the balanced line's.
    const Cause cause = firstCause(desk, -down, random);
    EXPECT_EQ(cause.where.text(), "box:fader");
    EXPECT_EQ(cause.would, std::optional<Setting>(dB(-down)));
  }
}

TEST(GainCauses, NameTheInputsKnob) {
  const LoopDesk desk = wholeDesk();
  for (int seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const int up = std::uniform_int_distribution<int>(1, 40)(random);
    const Cause cause = firstCause(desk, up, random);
    EXPECT_EQ(cause.where.text(), "box:gain");
    ASSERT_TRUE(cause.would);
    EXPECT_NEAR(std::get<Decibels>(*cause.would).value(), up, 0.051);
  }
}

TEST(GainCauses, NameAnAdapterThatTakesOneContactOfABalancedLine) {
  LoopDesk desk(interface());
  desk.control(padControl(), chain::Position{"0 dB"});
  desk.control(faderControl(), dB(0.0));
  for (int seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const Cause cause = firstCause(desk, 20.0 * std::log10(0.5), random);
    EXPECT_EQ(cause.id, "one-contact-lost");
    EXPECT_EQ(cause.where.text(), "loop");
  }
}

TEST(GainCauses, KnowNoContactToLoseOnAnUnbalancedOutput) {
  LoopDesk desk(interface());
  desk.box().ports[1].balanced = false;
  std::mt19937 random(1);
  EXPECT_EQ(firstCause(desk, 20.0 * std::log10(0.5), random).id, "mono-sum");
}

TEST(GainCauses, NameAVolumeThatActsThoughTheChainGoesPastIt) {
  LoopDesk desk(interface());
  desk.profiles["pc"] = desktop();
  desk.set("pc", "system-volume", chain::Travel{1.0});
  desk.play(OperatingSystem::windows, AudioPath::asio, {});
  for (int seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const double change = 34.0 * std::log10(0.8);
    EXPECT_EQ(firstCause(desk, change, random).id, "system-volume-elsewhere");
  }
}

TEST(GainCauses, AreNoneWhereNoControlReachesIt) {
  LoopDesk desk(interface());
  desk.control(trimControl(), dBu(20.0));
  std::mt19937 random(1);
  // Nothing on this desk makes anything louder.
  const auto findings = findingsAfter(desk, 4.0, random);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_THAT(findings[0].causes, ::testing::IsEmpty());
}

}  // namespace
}  // namespace linecheck::prediction
