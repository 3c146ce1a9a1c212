#include "wizard/match_panel.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QTabWidget>
#include <algorithm>

#include "levels/level_match_pane.h"
#include "ui/wizard/setup_page_fixture.h"
#include "widgets/notice_line.h"

namespace linecheck::ui {
namespace {

using setup::State;
using testing::waitUntil;

/// The step One knob for both.
class MatchPanelTest : public SetupPageTest {
 protected:
  void beginAt(const std::string& example) {
    open(example);
    go(setup::StepId::oneKnob);
    ASSERT_TRUE(panel().isVisible());
  }
  [[nodiscard]] MatchPanel& panel() { return *page().findChild<MatchPanel*>(); }
  void read(const char* field, double value) {
    for (auto* one : panel().findChildren<QDoubleSpinBox*>()) {
      if (one->accessibleName() == QString::fromLatin1(field)) return one->setValue(value);
    }
    ADD_FAILURE() << "No field " << field;
  }
  [[nodiscard]] QString label(const char* name) {
    for (auto* one : panel().findChildren<QLabel*>()) {
      if (one->accessibleDescription() == QString::fromLatin1(name)) return one->text();
    }
    ADD_FAILURE() << "No label " << name;
    return {};
  }
  void click(const char* text) {
    auto* found = button(QString::fromLatin1(text), &panel());
    ASSERT_NE(found, nullptr) << text;
    found->click();
  }
  /// Says yes to what is asked first, if anything is.
  void play(const char* side) {
    click(side);
    if (panel().findChild<NoticeLine*>()->isVisible()) click("Done, play it");
    ASSERT_TRUE(panel().pane().noise().isPlaying());
  }
};

TEST_F(MatchPanelTest, TwoReadingsSettleTheMatchWithTheirUncertainty) {
  beginAt("zen-go-l30-ii");
  read("Reading of A", 74.0);
  EXPECT_EQ(item("matched").state, State::unknown);
  read("Reading of B", 71.0);
  EXPECT_EQ(item("matched").state, State::wrong);
  EXPECT_TRUE(label("Result").contains(QStringLiteral("3.0 dB louder than B, ± 0.7 dB")))
      << label("Result").toStdString();
  read("Reading of B", 74.2);
  EXPECT_EQ(item("matched").state, State::done);
  EXPECT_EQ(item("matched").knownBy, setup::KnownBy::measured);
}

TEST_F(MatchPanelTest, OnOneKnobItIsTheMonitorsThatAreTurned) {
  beginAt("zen-go-l30-ii");
  read("Reading of A", 70.0);
  read("Reading of B", 74.0);
  EXPECT_TRUE(label("Result").contains(QStringLiteral("Turn the monitors down by 4.0 dB.")));
  read("Reading of A", 78.0);
  EXPECT_TRUE(label("Result").contains(QStringLiteral("Turn the monitors up by 4.0 dB")));
}

TEST_F(MatchPanelTest, ByEarNoDifferenceIsAMatchToo) {
  beginAt("zen-go-l30-ii");
  panel().findChild<QTabWidget*>()->setCurrentIndex(1);
  play("Play A");
  click("Play B");
  click("Equal");
  EXPECT_EQ(item("matched").state, State::done);
}

TEST_F(MatchPanelTest, TheNoiseSaysHowToSwitchThisDevice) {
  beginAt("zen-go-l30-ii");
  play("Play B");
  EXPECT_TRUE(label("What plays").contains(QStringLiteral("switch ")))
      << label("What plays").toStdString();
  click("Stop");
  ASSERT_TRUE(waitUntil([&] { return !panel().pane().noise().isPlaying(); }));
  beginAt("zen-go-l70-balanced");
  play("Play B");
  EXPECT_TRUE(label("What plays").contains(QStringLiteral("hold the knob of L70")))
      << label("What plays").toStdString();
}

TEST_F(MatchPanelTest, LeavingTheStepEndsTheNoise) {
  beginAt("zen-go-l30-ii");
  play("Play A");
  go(setup::StepId::noise);
  EXPECT_TRUE(waitUntil([&] { return !panel().pane().noise().isPlaying(); }));
}

}  // namespace
}  // namespace linecheck::ui
