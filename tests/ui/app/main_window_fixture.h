#pragma once

#include <gtest/gtest.h>

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <memory>
#include <optional>
#include <vector>

#include "app/main_window.h"
#include "app/session.h"
#include "canvas/default_chain.h"
#include "document/chain_document.h"
#include "pages/chain_page.h"
#include "pages/hum_page.h"
#include "plots/spectrum_plot.h"
#include "support/qt_wait.h"
#include "widgets/figures_panel.h"
#include "widgets/notice_line.h"
#include "widgets/verdict_banner.h"

namespace linecheck::ui {

/// Interfaces that are there or not, as a test says; they cannot be opened.
class FakeInterfaces final : public audio::Backend {
 public:
  std::vector<audio::Device> present;

  [[nodiscard]] std::string name() const override { return "portaudio"; }
  Result<std::vector<audio::Device>> devices() override { return present; }
  Result<void> probe(const audio::StreamConfig& config) override {
    if (config.sampleRate == 48000 || config.sampleRate == 96000) return {};
    return fail(ErrorCode::unsupported, "Not at this rate.");
  }
  Result<std::unique_ptr<audio::Stream>> open(const audio::StreamConfig& /*config*/,
                                              audio::BlockProcessor& /*processor*/) override {
    return fail(ErrorCode::audioDevice, "Another program has it.", "Zen Go");
  }
};

/// The real window on a simulated studio that runs as fast as the analysis keeps up.
class MainWindowTest : public ::testing::Test {
 protected:
  MainWindowTest() {
    window.resize(1280, 800);
    window.show();
    window.activateWindow();
    QObject::connect(&window, &MainWindow::verdictShown, &window,
                     [this](const diagnosis::Verdict& shown) { verdict = shown; });
  }

  /// Starts on the studio with these faults.
  void begin(std::vector<simulation::Fault> faults = {}) {
    CommandLine wishes;
    wishes.backend = CommandLine::Backend::simulated;
    wishes.faults = std::move(faults);
    session.begin(wishes);
  }
  [[nodiscard]] bool waitForVerdict(diagnosis::Cause cause) {
    return testing::waitUntil([&] { return verdict && verdict->cause == cause; });
  }

  /// The one of the page Hum, else of the page Chain, else of the window.
  template <class T>
  [[nodiscard]] T& the() const {
    if (T* onHum = window.findChild<HumPage*>()->template findChild<T*>()) return *onHum;
    if (T* onChain = window.findChild<ChainPage*>()->template findChild<T*>()) return *onChain;
    return *window.findChild<T*>();
  }
  [[nodiscard]] QString sentence() const { return the<VerdictBanner>().state().sentence; }
  [[nodiscard]] Figure figure(const QString& name) const {
    for (const Figure& f : the<FiguresPanel>().figures()) {
      if (f.name == name) return f;
    }
    return {};
  }
  /// The menu entry that starts with `text`; mnemonics do not count.
  [[nodiscard]] QAction* action(const QString& text) const {
    for (QAction* candidate : window.findChildren<QAction*>()) {
      if (candidate->text().remove(u'&').startsWith(text)) return candidate;
    }
    ADD_FAILURE() << "No action " << text.toStdString();
    return nullptr;
  }
  [[nodiscard]] QMenu* menu(const QString& title) const {
    for (QAction* entry : window.menuBar()->actions()) {
      if (entry->text().remove(u'&') == title) return entry->menu();
    }
    ADD_FAILURE() << "No menu " << title.toStdString();
    return nullptr;
  }

  Theme theme{ThemeChoice::dark};
  SteadyClock clock;
  audio::Pacing fast{audio::Pace::asFastAsPossible, std::make_shared<SteadyClock>()};
  std::shared_ptr<simulation::SimulatedStudio> studio =
      std::make_shared<simulation::SimulatedStudio>(simulation::StudioConfig{}, fast);
  std::shared_ptr<FakeInterfaces> interfaces = std::make_shared<FakeInterfaces>();
  Session session{{studio, [this] { return interfaces; }, fast}};
  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainView chain = defaultChain(library).value_or(ChainView{});
  ChainDocument document{library};
  MainWindow window{theme, session, clock, document, chain};
  std::optional<diagnosis::Verdict> verdict;
};

}  // namespace linecheck::ui
