#pragma once

#include <gtest/gtest.h>

#include <QPushButton>
#include <QSignalSpy>
#include <filesystem>
#include <memory>
#include <string>

#include "app/session.h"
#include "calibration/calibration_keeper.h"
#include "chain/file.h"
#include "document/chain_document.h"
#include "simulation/simulated_studio.h"
#include "support/qt_wait.h"
#include "support/temporary_folder.h"
#include "text/sentence_text.h"
#include "ui/wizard/fake_system.h"
#include "wizard/item_card.h"
#include "wizard/item_list.h"
#include "wizard/noise_check.h"
#include "wizard/setup_model.h"
#include "wizard/setup_page.h"
#include "wizard/setup_run.h"

namespace linecheck::ui {

/// The page on a simulated studio that runs as fast as the analysis keeps up, and on a system that
/// a test sets.
class SetupPageTest : public ::testing::Test {
 protected:
  void SetUp() override {
    page_ = std::make_unique<SetupPage>(
        SetupPage::Tools{theme, session, document, calibrations, folder.path(), fake.make()});
    page().resize(1208, 740);
    page().show();
    page().setCurrent(true);
    CommandLine wishes;
    wishes.backend = CommandLine::Backend::simulated;
    session.begin(wishes);
  }

  void open(const std::string& example) { document.replace(exampleOf(example)); }
  [[nodiscard]] chain::Chain exampleOf(const std::string& name) const {
    const auto file =
        std::filesystem::path(LINECHECK_SOURCE_DIR) / "docs/examples" / (name + ".chain.json");
    return chain::loadFile(file, document.lookup()).value().chain;
  }

  [[nodiscard]] SetupPage& page() { return *page_; }
  [[nodiscard]] SetupModel& model() { return page_->model(); }
  [[nodiscard]] const setup::ItemState& item(const std::string& id) {
    const auto* found = setup::findItem(model().steps(), id);
    EXPECT_NE(found, nullptr) << id;
    static const setup::ItemState kNone;
    return found != nullptr ? *found : kNone;
  }
  [[nodiscard]] setup::State stateOf(setup::StepId id) {
    return model().steps().at(static_cast<std::size_t>(id)).state;
  }
  void go(setup::StepId step) {
    model().go(step);
    ASSERT_EQ(model().at(), step);
  }

  /// The button that one sees with these words; null if there is none.
  [[nodiscard]] QPushButton* button(const QString& text, QWidget* within = nullptr) {
    for (auto* one : (within != nullptr ? within : &page())->findChildren<QPushButton*>()) {
      if (one->isVisibleTo(&page()) && one->text() == text) return one;
    }
    return nullptr;
  }
  void press(const QString& text) {
    auto* found = button(text);
    ASSERT_NE(found, nullptr) << text.toStdString();
    ASSERT_TRUE(found->isEnabled()) << text.toStdString();
    found->click();
  }
  [[nodiscard]] ItemCard* card() { return page().findChild<ItemList*>()->currentCard(); }

  /// Ends listening, which goes on as fast as the analysis keeps up and leaves the page what is
  /// over. Measurements and the hum check listen for themselves.
  void rest() {
    session.stop();
    ASSERT_TRUE(linecheck::testing::waitUntil([&] { return !session.isRunning(); }));
  }

  /// Presses a button of a measurement and agrees to all that it asks.
  void measure(const QString& deed) {
    press(deed);
    ASSERT_TRUE(linecheck::testing::waitUntil([&] {
      const auto stage = page().run().stage();
      const bool asks =
          stage == SetupRun::Stage::asksConsent || stage == SetupRun::Stage::asksHeadphones;
      if (asks) page().run().answer(true);
      return page().run().isIdle();
    }));
    ASSERT_TRUE(page().run().fault().isEmpty()) << page().run().fault().toStdString();
  }
  void listen() {
    page().noise().begin();
    ASSERT_TRUE(linecheck::testing::waitUntil([&] { return !page().noise().isListening(); }));
    ASSERT_TRUE(page().noise().fault().isEmpty()) << page().noise().fault().toStdString();
    rest();
  }

  FakeSoundSystem fake;
  linecheck::testing::TemporaryFolder folder;
  Theme theme{ThemeChoice::dark};
  audio::Pacing fast{audio::Pace::asFastAsPossible, std::make_shared<SteadyClock>()};
  std::shared_ptr<simulation::SimulatedStudio> studio =
      std::make_shared<simulation::SimulatedStudio>(simulation::StudioConfig{}, fast);
  Session session{{studio, {}, fast}};
  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainDocument document{library};
  CalibrationKeeper calibrations{{}};

 private:
  std::unique_ptr<SetupPage> page_;
};

}  // namespace linecheck::ui
