// What MIDI controls do, page by page, and what their pads show.
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QStatusBar>
#include <chrono>

#include "app/main_window.h"
#include "hum/hunt_pane.h"
#include "levels/level_match_dialog.h"
#include "midi/midi_dialog.h"
#include "midi/remote_link.h"
#include "pages/hum_page.h"
#include "pages/levels_page.h"
#include "theme/theme.h"
#include "wizard/match_panel.h"
#include "wizard/setup_page.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;
using midi::Action;

constexpr auto kTold = 8s;

std::optional<OverlaySlot> markOf(Action action) {
  if (action == Action::markA) return OverlaySlot::a;
  if (action == Action::markB) return OverlaySlot::b;
  return std::nullopt;
}

}  // namespace

void MainWindow::useRemote(RemoteLink& remote) {
  remote_ = &remote;
  viewMenu_->addSeparator();
  viewMenu_->addAction(tr("&MIDI remote control…"), this, &MainWindow::showMidi);
  connect(remote_, &RemoteLink::pressed, this, &MainWindow::perform);
  connect(remote_, &RemoteLink::told, this, &MainWindow::tell);
  connect(&session_, &Session::runningChanged, this, &MainWindow::showLights);
  connect(&session_, &Session::measuringChanged, this, &MainWindow::showLights);
  connect(&session_, &Session::mutedChanged, this, &MainWindow::showLights);
  connect(hum_, &HumPage::marksChanged, this, &MainWindow::showLights);
  connect(&hum_->hunt().controller(), &HuntController::changed, this, &MainWindow::showLights);
  showLights();
  if (!remote_->notice().isEmpty()) tell(remote_->notice());
}

void MainWindow::showMidi() {
  auto* dialog = new MidiDialog(*remote_, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::showLights() {
  const auto stage = hum_->hunt().controller().stage();
  remote_->setActive(Action::startStop, session_.isRunning() || session_.isMeasuring());
  remote_->setActive(Action::mute, session_.isMuted());
  remote_->setActive(Action::nextStep, stage == HuntStand::Stage::proposing);
  remote_->setActive(Action::markA, hum_->isMarked(OverlaySlot::a));
  remote_->setActive(Action::markB, hum_->isMarked(OverlaySlot::b));
}

void MainWindow::perform(midi::Action action) {
  // Silence comes first, whatever is in front.
  if (action == Action::stopEverything) return session_.stopEverything();
  if (action == Action::mute) return session_.setMuted(!session_.isMuted());
  if (auto* dialog = QApplication::activeModalWidget()) {
    if (auto* match = qobject_cast<LevelMatchDialog*>(dialog)) return match->perform(action);
    // That one shows by itself what was pressed.
    if (qobject_cast<MidiDialog*>(dialog) == nullptr) {
      tell(tr("Close what is open first; then “%1” works again.").arg(actionText(action)));
    }
    return;
  }
  if (pages_->currentIndex() != static_cast<int>(page_)) return tellNoUse(action);
  switch (page_) {
    case Page::setup:
      return performOnSetup(action);
    case Page::hum:
      return performOnHum(action);
    case Page::levels:
      return markOf(action) ? tellNoUse(action) : levels_->perform(action);
    case Page::chain:
    case Page::match:
      if (action != Action::startStop) return tellNoUse(action);
      return session_.isRunning() ? session_.stop() : session_.start();
  }
}

void MainWindow::performOnSetup(midi::Action action) {
  auto* match = setup_->findChild<MatchPanel*>();
  if (action == Action::startStop && match != nullptr && match->perform(action)) return;
  if (!markOf(action)) return setup_->perform(action);
  if (match != nullptr && match->perform(action)) return;
  tell(tr("“%1” compares on the page Hum, and plays one side where the set-up matches levels.")
           .arg(actionText(action)));
}

void MainWindow::performOnHum(midi::Action action) {
  HandsFree& hands = hum_->hunt().handsFree();
  if (const auto slot = markOf(action)) {
    const bool isMarked = hum_->mark(*slot);
    return hands.tell(!isMarked ? tr("There is nothing to mark yet.")
                                : tr("Marked as %1.").arg(overlayMark(*slot)));
  }
  if (action == Action::startStop) {
    return session_.isRunning() ? session_.stop() : session_.start();
  }
  if (!session_.isRunning()) return tell(tr("Nothing is listened to. Start first."));
  switch (action) {
    case Action::nextStep:
      return hands.perform(HandsFreeAction::next);
    case Action::skipStep:
      return hands.perform(HandsFreeAction::skip);
    case Action::undoStep:
      return hands.perform(HandsFreeAction::undo);
    default:
      return;
  }
}

void MainWindow::tellNoUse(midi::Action action) {
  tell(tr("“%1” has nothing to do on this page.").arg(actionText(action)));
}

void MainWindow::tell(const QString& message) {
  statusBar()->showMessage(message, static_cast<int>(std::chrono::milliseconds(kTold).count()));
  hum_->hunt().handsFree().tell(message);
  statusBar()->setAccessibleName(message);
  QAccessibleEvent event(statusBar(), QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

}  // namespace linecheck::ui
