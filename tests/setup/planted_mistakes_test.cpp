// Each mistake is caught at the step that asks for it, with what was found and what to do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/texts.h"
#include "support/setup/setup_desk.h"

namespace linecheck::setup {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using measure::PathFault;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;

std::string foundIn(const ItemState& state) {
  return state.found ? plain(state.found->english()) : std::string();
}
std::string cureIn(const ItemState& state) {
  return state.cure ? plain(state.cure->english()) : std::string();
}

/// The Zen Go's line output, which no loop of the desk itself is drawn from.
prediction::LoopChoice lineOut() {
  prediction::LoopChoice loop;
  loop.from = chain::Socket{chain::DeviceId("zen-go"), "line-out", {}};
  return loop;
}

class BothDesks : public ::testing::TestWithParam<const char*> {
 protected:
  SetupDesk desk{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Seed, BothDesks,
                         ::testing::Values("zen-go-l30-ii", "zen-go-l70-balanced"));

TEST_P(BothDesks, TheSystemVolumeAt80PercentIsCaughtByTheSystemsWord) {
  SystemReading system = soundSystem();
  system.volume = 0.8;
  desk.take(system);
  const ItemState state = desk.item("system_volume");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_EQ(state.knownBy, KnownBy::system);
  EXPECT_EQ(state.at, kNow);
  EXPECT_THAT(foundIn(state), HasSubstr("80"));
  EXPECT_THAT(cureIn(state), HasSubstr("97"));
  EXPECT_EQ(desk.step(StepId::computer).state, State::wrong);
}

TEST_P(BothDesks, TheSystemVolumeAt80PercentIsCaughtByMeasuringTheLoop) {
  desk.device("computer").computer->path = chain::AudioPath::sharedMixer;
  // From 97 to 80 % on Windows' slider: 1.7 · 20·log10(0.80/0.97) = −2.85 dB.
  PathReading path = pathWith(PathFault::gain, -2.85);
  path.expectedGain = Decibels::of(-3.0);
  path.loop.from = chain::Socket{chain::DeviceId("zen-go"), "monitor-out", {}};
  desk.take(path);
  const ItemState state = desk.item("system_volume");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_EQ(state.knownBy, KnownBy::measured);
  EXPECT_THAT(foundIn(state), HasSubstr("lower"));
  EXPECT_THAT(cureIn(state), HasSubstr("80"));
  EXPECT_EQ(desk.step(StepId::computer).state, State::wrong);
}

TEST_P(BothDesks, A16BitPathIsCaughtByMeasuringIt) {
  desk.take(pathWith(PathFault::sixteenBit));
  const ItemState state = desk.item("bit_depth");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_EQ(state.knownBy, KnownBy::measured);
  EXPECT_THAT(foundIn(state), HasSubstr("16"));
  EXPECT_THAT(cureIn(state), HasSubstr("24"));
  EXPECT_EQ(desk.step(StepId::computer).state, State::wrong);
}

TEST_P(BothDesks, A16BitFormatIsCaughtByTheSystemsWord) {
  SystemReading system = soundSystem();
  system.bits = 16;
  desk.take(system);
  EXPECT_EQ(desk.item("bit_depth").state, State::wrong);
  EXPECT_EQ(desk.item("bit_depth").knownBy, KnownBy::system);
}

TEST(TrimTooHot, IsCaughtWhereTheKnobWouldHaveToStayLow) {
  SetupDesk desk = l30Desk();
  desk.wishes.listening = DecibelsSpl::of(65.0);
  const ItemState state = desk.item("output_trim:zen-go:line-out-trim");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_EQ(state.knownBy, KnownBy::chain);
  EXPECT_THAT(foundIn(state), HasSubstr("20.0 dBu"));
  ASSERT_TRUE(state.item.target.has_value());
  EXPECT_LT(std::get<DecibelsU>(state.item.target->setting), DecibelsU::of(20.0));
  EXPECT_GE(std::get<DecibelsU>(state.item.target->setting), DecibelsU::of(14.0));
  EXPECT_EQ(desk.step(StepId::audioInterface).state, State::wrong);
  // Where the recommendation is followed, all is well.
  desk.set("zen-go", "line-out-trim", state.item.target->setting);
  EXPECT_EQ(desk.item("output_trim:zen-go:line-out-trim").state, State::done);
}

TEST(TrimTooHot, IsCaughtWhereItOverloadsTheNextInput) {
  SetupDesk desk = l30Desk();
  profiles::Profile amplifier = *chain::testing::shippedProfile("topping-l30-ii");
  for (profiles::Port& port : amplifier.ports) {
    if (port.id != "line-in") continue;
    port.maximumLevel.emplace();
    port.maximumLevel->value.nominal = DecibelsU::of(16.0);
  }
  const chain::Desk made(desk.chain, [&](std::string_view id) {
    return id == "topping-l30-ii" ? &amplifier : chain::testing::shippedProfile(id);
  });
  const auto steps = stateOf(made, {});
  const ItemState* state = findItem(steps, "output_trim:zen-go:line-out-trim");
  ASSERT_NE(state, nullptr);
  EXPECT_EQ(state->state, State::wrong);
  EXPECT_EQ(plain(state->item.large), "16.0 dBu");
  EXPECT_THAT(state->findings, Contains(Field(&rules::Finding::id, "trim-overdrives-input")));
  // That the user ticks it changes nothing about the overload.
  Progress ticked;
  ticked.tick(state->item, Answer::done, kNow);
  const auto after = stateOf(made, ticked);
  EXPECT_EQ(findItem(after, state->item.id)->state, State::wrong);
}

TEST(TrimTooHot, IsCaughtByMeasuringACalibratedOutputWhateverTheDeskSays) {
  SetupDesk desk = l30Desk();
  desk.wishes.listening = DecibelsSpl::of(65.0);
  const auto target = desk.item("output_trim:zen-go:line-out-trim").item.target;
  desk.set("zen-go", "line-out-trim", target->setting);
  LevelReading levels = cleanLevels(-3.0);
  levels.loop = lineOut();
  levels.fullScaleOut = DecibelsU::of(20.0);
  levels.fullScaleOutSe = Decibels::of(0.1);
  desk.take(levels);
  const ItemState state = desk.item("output_trim:zen-go:line-out-trim");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_EQ(state.knownBy, KnownBy::measured);
  EXPECT_THAT(foundIn(state), HasSubstr("20.0 dBu"));
  EXPECT_THAT(state.contradictions, ::testing::SizeIs(1)) << "The desk says otherwise.";
}

TEST(WrongGain, ThatLeavesTheKnobNearItsLeftStopIsCaught) {
  SetupDesk desk = l30Desk();
  desk.set("l30-ii", "gain", chain::Position{"H"});
  const ItemState state = desk.item("gain:l30-ii:gain");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_THAT(foundIn(state), HasSubstr("H"));
  EXPECT_EQ(plain(state.item.large), "L");
  EXPECT_EQ(desk.step(StepId::amplifier).state, State::wrong);
}

TEST(WrongGain, ThatIsTooQuietIsCaught) {
  SetupDesk desk = l30Desk();
  // 20 dBu are 7.75 V; M1 with 91 dB/mW at 16 Ω are 109 dB/V: −18 dBFS at L, −14 dB, give 95 dB.
  desk.wishes.listening = DecibelsSpl::of(90.0);
  desk.set("l30-ii", "gain", chain::Position{"L"});
  const ItemState state = desk.item("gain:l30-ii:gain");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_THAT(foundIn(state), HasSubstr("95 dB SPL"));
  EXPECT_EQ(plain(state.item.large), "M");
}

TEST(WrongGain, IsAMatterOfTasteThatTheUserMayDecide) {
  SetupDesk desk = l30Desk();
  desk.set("l30-ii", "gain", chain::Position{"H"});
  desk.tick("gain:l30-ii:gain");
  const ItemState state = desk.item("gain:l30-ii:gain");
  EXPECT_EQ(state.state, State::done);
  EXPECT_EQ(state.knownBy, KnownBy::user);
  EXPECT_THAT(state.contradictions, ::testing::SizeIs(1));
}

TEST(WrongGain, OnAnOutputOfUnknownLevelIsCaughtOnceThatIsMeasured) {
  SetupDesk desk = l70Desk();
  EXPECT_EQ(desk.item("gain:l70:gain").state, State::unknown);
  LevelReading levels = cleanLevels(-3.0);
  levels.loop.from = chain::Socket{chain::DeviceId("zen-go"), "monitor-out", {}};
  // 14 dBu at full scale: the working level is 14 − 18 dBu, 103 dB SPL at a gain of 0 dB.
  levels.fullScaleOut = DecibelsU::of(14.0);
  desk.take(levels);
  const ItemState state = desk.item("gain:l70:gain");
  EXPECT_EQ(plain(state.item.large), "Low");
  desk.wishes.listening = DecibelsSpl::of(100.0);
  desk.set("l70", "gain", chain::Position{"Low"});
  EXPECT_EQ(desk.item("gain:l70:gain").state, State::wrong) << "Only 3 dB are left.";
  EXPECT_EQ(plain(desk.item("gain:l70:gain").item.large), "High");
}

TEST(DcAdapter, IsCaughtAtThePowerStep) {
  SetupDesk desk = l30Desk();
  for (chain::PowerLead& lead : desk.chain.powerLeads) {
    if (lead.id.text() != "l30-ii-power") continue;
    lead.adapter = chain::AdapterInUse{false, profiles::CurrentKind::dc, Volts::of(12.0)};
  }
  const ItemState state = desk.item("supply:l30-ii");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_EQ(plain(state.item.large), "15 V AC");
  ASSERT_THAT(state.findings, ::testing::SizeIs(1));
  EXPECT_EQ(state.findings.front().severity, rules::Severity::danger);
  EXPECT_THAT(plain(rules::message(state.findings.front())), HasSubstr("12 V DC"));
  EXPECT_EQ(desk.step(StepId::power).state, State::wrong);
  // It was the right one when it was ticked; that no longer counts.
  desk.tick("supply:l30-ii");
  EXPECT_EQ(desk.item("supply:l30-ii").state, State::wrong);
}

TEST(Mistakes, AreCaughtAtTheirOwnStepOnly) {
  SetupDesk desk = l30Desk();
  desk.set("l30-ii", "gain", chain::Position{"L"});
  desk.tickAll();
  desk.take(soundSystem());
  desk.take(cleanPath());
  desk.take(cleanLevels(-3.0));
  NoiseReading noise;
  noise.cause = diagnosis::Cause::noHum;
  desk.take(noise);
  for (const StepState& step : desk.steps()) {
    EXPECT_TRUE(step.state == State::done) << stepName(step.id);
  }
  desk.take(pathWith(PathFault::sixteenBit));
  for (const StepState& step : desk.steps()) {
    const bool isItsOwn = step.id == StepId::computer || step.id == StepId::checklist;
    EXPECT_EQ(step.state == State::wrong, isItsOwn) << stepName(step.id);
  }
}

}  // namespace
}  // namespace linecheck::setup
