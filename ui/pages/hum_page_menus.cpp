// What the page can do, for the keyboard.
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include "pages/hum_page.h"
#include "pages/session_bar.h"
#include "plots/spectrum_plot.h"
#include "widgets/plot_bar.h"

namespace linecheck::ui {
namespace {

QString text(std::string_view english) {
  // The words are the library's; their translations live here.
  return QCoreApplication::translate("Fault", std::string(english).c_str());
}

}  // namespace

void HumPage::buildMenus() {
  openRecording_ = new QAction(tr("Open &recording…"), this);
  openRecording_->setShortcut(tr("Ctrl+Shift+O"));
  connect(openRecording_, &QAction::triggered, this, &HumPage::openRecording);
  buildMeasureMenu();
  buildUnitMenu();
  buildViewActions();
  buildStudioMenu();
}

void HumPage::buildMeasureMenu() {
  measureMenu_ = new QMenu(tr("&Measure"), this);
  QAction* startStop =
      measureMenu_->addAction(tr("&Start or stop"), deviceBar_, &SessionBar::toggleRunning);
  startStop->setShortcut(Qt::Key_Space);
  tone_ = measureMenu_->addAction(tr("Play a test &tone, 997 Hz at −20 dBFS"));
  tone_->setCheckable(true);
  tone_->setShortcut(Qt::Key_T);
  connect(tone_, &QAction::toggled, &session_, &Session::setTone);
  // Esc itself is caught before any shortcut is, so that it works with a menu open, too.
  measureMenu_->addAction(tr("Stop &everything") + QStringLiteral("\tEsc"), &session_,
                          &Session::stopEverything);
  QAction* mute = measureMenu_->addAction(tr("&Mute what Linecheck plays"));
  mute->setCheckable(true);
  mute->setShortcut(tr("Ctrl+Shift+M"));
  connect(mute, &QAction::toggled, &session_, &Session::setMuted);
  connect(&session_, &Session::mutedChanged, mute, &QAction::setChecked);
  measureMenu_->addSeparator();
  measureMenu_->addAction(tr("&Calibration…"), deviceBar_, &SessionBar::askForCalibration);
  measureMenu_->addSeparator();
  measureMenu_->addActions(hunt_->actions());
  keyed_ << startStop << hunt_->keyed();
}

void HumPage::buildUnitMenu() {
  unitMenu_ = new QMenu(tr("Level &unit"), this);
  unitActions_ = new QActionGroup(this);
  for (const LevelUnit unit : {LevelUnit::dbfs, LevelUnit::dbu, LevelUnit::dbv, LevelUnit::volts}) {
    QAction* action = unitMenu_->addAction(unitName(unit));
    action->setCheckable(true);
    action->setChecked(unit == plotBar_->unit());
    action->setEnabled(unit == LevelUnit::dbfs);
    action->setData(static_cast<int>(unit));
    unitActions_->addAction(action);
    connect(action, &QAction::triggered, this, [this, unit] {
      plotBar_->setUnit(unit);
      applyUnit();
    });
  }
}

void HumPage::buildViewActions() {
  const auto separate = [this] {
    auto* separator = new QAction(this);
    separator->setSeparator(true);
    viewActions_ << separator;
  };
  viewActions_ << unitMenu_->menuAction();
  separate();
  for (QAction* action : plotBar_->actions()) keyed_ << action;
  viewActions_ << plotBar_->actions();
  separate();
  const auto add = [this](const QString& text, const QKeySequence& key, auto slot) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, plot_, slot);
    viewActions_ << action;
    keyed_ << action;
  };
  add(tr("Copy spectrum as &image"), QKeySequence::Copy, &SpectrumPlot::copyImage);
  add(tr("Copy spectrum as &numbers"), tr("Ctrl+Shift+C"), &SpectrumPlot::copyNumbers);
}

void HumPage::buildStudioMenu() {
  studioMenu_ = new QMenu(tr("&Studio"), this);
  studioMenu_->setToolTipsVisible(true);
  for (const simulation::FaultInfo& info : simulation::faults()) {
    // The description stands where other menus have their keys.
    QAction* action = studioMenu_->addAction(text(info.name) + u'\t' + text(info.description));
    action->setToolTip(text(info.description));
    action->setCheckable(true);
    action->setData(static_cast<int>(info.fault));
    connect(action, &QAction::toggled, this, [this, fault = info.fault](bool isOn) {
      if (auto* faults = session_.faults()) faults->set(fault, isOn);
    });
  }
  studioMenu_->addSeparator();
  studioMenu_->addAction(tr("All faults off"), this, [this] {
    for (QAction* action : studioMenu_->actions()) action->setChecked(false);
  });
  connect(studioMenu_, &QMenu::aboutToShow, this, &HumPage::showFaults);
}

// Faults can be switched from elsewhere, the command line say.
void HumPage::showFaults() {
  const auto* faults = session_.faults();
  if (faults == nullptr) return;
  for (QAction* action : studioMenu_->actions()) {
    if (!action->isCheckable()) continue;
    action->setChecked(faults->isOn(static_cast<simulation::Fault>(action->data().toInt())));
  }
}

}  // namespace linecheck::ui
