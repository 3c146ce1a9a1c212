// What is wrong is caught at its own step.
#include <gtest/gtest.h>

#include <QLabel>
#include <QSpinBox>

#include "chain/edits.h"
#include "text/reading.h"
#include "ui/wizard/setup_page_fixture.h"
#include "widgets/notice_line.h"
#include "wizard/computer_panel.h"

namespace linecheck::ui {
namespace {

using linecheck::testing::waitUntil;
using setup::KnownBy;
using setup::State;
using setup::StepId;
using simulation::Fault;

TEST_F(SetupPageTest, TheSystemsVolumeAt80PercentIsCaughtAtTheComputerAndSetFromThere) {
  open("zen-go-l30-ii");
  fake.change([](system::Endpoint& output) { output.volume->position = 0.8; });
  go(StepId::computer);
  ASSERT_TRUE(waitUntil([&] { return model().readings().system.has_value(); }));
  EXPECT_EQ(item("system_volume").state, State::wrong);
  EXPECT_EQ(item("system_volume").knownBy, KnownBy::system);
  EXPECT_EQ(stateOf(StepId::computer), State::wrong);
  press(QStringLiteral("Set to ") + percentReading(0.97).text());
  ASSERT_TRUE(waitUntil([&] { return item("system_volume").state == State::done; }));
  EXPECT_EQ(fake.output().volume->position, 0.97);
}

TEST_F(SetupPageTest, AChangeFromOutsideShowsByItself) {
  open("zen-go-l30-ii");
  go(StepId::computer);
  ASSERT_TRUE(waitUntil([&] { return item("system_volume").state == State::done; }));
  fake.change([](system::Endpoint& output) { output.volume->position = 0.5; });
  ASSERT_TRUE(waitUntil([&] { return item("system_volume").state == State::wrong; }));
  bool isShown = false;
  for (const auto* label : page().findChild<ComputerPanel*>()->findChildren<QLabel*>()) {
    isShown = isShown || label->text().contains(QStringLiteral("50"));
  }
  EXPECT_TRUE(isShown);
}

TEST_F(SetupPageTest, A16BitPathIsCaughtByMeasuringItWhateverTheSystemSays) {
  open("zen-go-l30-ii");
  ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
  studio->faults().set(Fault::sixteenBit, true);
  go(StepId::computer);
  ASSERT_TRUE(waitUntil([&] { return model().readings().system.has_value(); }));
  EXPECT_EQ(item("bit_depth").state, State::done);
  measure(QStringLiteral("Check the path"));
  EXPECT_EQ(item("bit_depth").state, State::wrong);
  EXPECT_EQ(item("bit_depth").knownBy, KnownBy::measured);
  EXPECT_FALSE(item("bit_depth").contradictions.empty());
  EXPECT_EQ(stateOf(StepId::computer), State::wrong);
}

TEST_F(SetupPageTest, A16BitFormatIsCaughtByTheSystemsWord) {
  open("zen-go-l30-ii");
  fake.change([](system::Endpoint& output) { output.format->sample->bits = 16; });
  go(StepId::computer);
  ASSERT_TRUE(waitUntil([&] { return model().readings().system.has_value(); }));
  EXPECT_EQ(item("bit_depth").state, State::wrong);
}

TEST_F(SetupPageTest, AFormatIsSetFromThereWhereTheSystemLetsOne) {
  open("zen-go-l30-ii");
  fake.use(system::SoundServer::Kind::pulseAudio);
  fake.change([](system::Endpoint& output) {
    output.format = system::Format{44100, 2, system::SampleFormat{16, false}};
  });
  go(StepId::computer);
  ASSERT_TRUE(waitUntil([&] { return item("bit_depth").state == State::wrong; }));
  EXPECT_EQ(item("sample_rate").state, State::wrong);
  press(QStringLiteral("Set to 24 bit, 48\u202fkHz"));
  ASSERT_TRUE(waitUntil([&] { return item("bit_depth").state == State::done; }));
  EXPECT_EQ(item("sample_rate").state, State::done);
  EXPECT_EQ(fake.output().format->sampleRate, 48000);
}

TEST_F(SetupPageTest, WhereTheSystemLetsNobodySetItOneIsToldHow) {
  open("zen-go-l30-ii");
  fake.change([](system::Endpoint& output) { output.format->sample->bits = 16; });
  go(StepId::computer);
  ASSERT_TRUE(waitUntil([&] { return item("bit_depth").state == State::wrong; }));
  press(QStringLiteral("How to set 24 bit, 48\u202fkHz"));
  const auto* notice = page().findChild<NoticeLine*>();
  ASSERT_TRUE(waitUntil([&] { return notice->text().contains(QStringLiteral("sound settings")); }));
  EXPECT_EQ(item("bit_depth").state, State::wrong);
}

TEST_F(SetupPageTest, ATrimThatIsTooHotIsCaughtAtTheInterfaceAndSetThere) {
  open("zen-go-l30-ii");
  go(StepId::audioInterface);
  // For somebody who listens quietly, 20 dBu leave no room on the knob.
  auto* level = page().findChild<QSpinBox*>();
  ASSERT_NE(level, nullptr);
  level->setValue(65);
  const std::string trim = "output_trim:zen-go:line-out-trim";
  EXPECT_EQ(item(trim).state, State::wrong);
  EXPECT_EQ(stateOf(StepId::audioInterface), State::wrong);
  model().choose(trim);
  QPushButton* stands = nullptr;
  for (auto* one : card()->findChildren<QPushButton*>()) {
    if (one->text().startsWith(QStringLiteral("It stands at"))) stands = one;
  }
  ASSERT_NE(stands, nullptr);
  stands->click();
  EXPECT_EQ(item(trim).state, State::done);
  EXPECT_LT(
      std::get<DecibelsU>(*model().desk().setting(chain::DeviceId("zen-go"), "line-out-trim")),
      DecibelsU::of(20.0));
}

TEST_F(SetupPageTest, AWrongGainIsCaughtAtTheAmplifier) {
  open("zen-go-l30-ii");
  go(StepId::amplifier);
  ASSERT_TRUE(document.apply(chain::changeSetting(document.desk(), chain::DeviceId("l30-ii"),
                                                  "gain", chain::Position{"H"})));
  EXPECT_EQ(item("gain:l30-ii:gain").state, State::wrong);
  EXPECT_EQ(stateOf(StepId::amplifier), State::wrong);
}

TEST_F(SetupPageTest, ADcAdapterIsCaughtAtThePowerWithWhatBelongsThereShownLarge) {
  chain::Chain chain = exampleOf("zen-go-l30-ii");
  for (chain::PowerLead& lead : chain.powerLeads) {
    if (lead.id.text() == "l30-ii-power") {
      lead.adapter = chain::AdapterInUse{false, profiles::CurrentKind::dc, Volts::of(12.0)};
    }
  }
  document.replace(std::move(chain));
  go(StepId::power);
  EXPECT_EQ(item("supply:l30-ii").state, State::wrong);
  EXPECT_EQ(stateOf(StepId::power), State::wrong);
  ASSERT_NE(model().current(), nullptr);
  EXPECT_EQ(model().current()->item.id, "supply:l30-ii") << "What is wrong comes first.";
  bool isLarge = false;
  for (const auto* label : page().findChildren<QLabel*>()) {
    isLarge = isLarge || (label->isVisibleTo(&page()) && label->text() == u"15\u2009V AC" &&
                          label->font().pixelSize() >= 40);
  }
  EXPECT_TRUE(isLarge);
}

}  // namespace
}  // namespace linecheck::ui
