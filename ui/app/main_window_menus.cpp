// The menu bar: everything the window can do, for the keyboard.
#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>

#include "app/main_window.h"
#include "plots/spectrum_plot.h"
#include "widgets/plot_bar.h"

namespace linecheck::ui {
namespace {

QString text(std::string_view english) {
  // The words are the library's; their translations live here.
  return QCoreApplication::translate("Fault", std::string(english).c_str());
}

}  // namespace

void MainWindow::buildMenus() {
  buildFileMenu();
  buildMeasureMenu();
  buildViewMenu();
  buildStudioMenu();
  buildHelpMenu();
}

void MainWindow::buildFileMenu() {
  QMenu* menu = menuBar()->addMenu(tr("&File"));
  menu->addAction(tr("&Open recording…"), QKeySequence::Open, this, &MainWindow::openRecording);
  menu->addSeparator();
  menu->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
}

void MainWindow::buildMeasureMenu() {
  QMenu* menu = menuBar()->addMenu(tr("&Measure"));
  QAction* startStop = menu->addAction(tr("&Start or stop"), this, &MainWindow::toggleRunning);
  startStop->setShortcut(Qt::Key_Space);
  tone_ = menu->addAction(tr("Play a test &tone, 997 Hz at −20 dBFS"));
  tone_->setCheckable(true);
  tone_->setShortcut(Qt::Key_T);
  connect(tone_, &QAction::toggled, &session_, &Session::setTone);
  // Esc itself is caught before any shortcut is, so that it works with a menu open, too.
  menu->addAction(tr("Stop &everything") + QStringLiteral("\tEsc"), &session_,
                  &Session::stopEverything);
  menu->addSeparator();
  menu->addAction(tr("&Calibration…"), this, &MainWindow::askForCalibration);
}

void MainWindow::buildViewMenu() {
  QMenu* menu = menuBar()->addMenu(tr("&View"));

  auto* themes = new QActionGroup(this);
  QMenu* themeMenu = menu->addMenu(tr("&Theme"));
  const std::pair<QString, ThemeChoice> choices[] = {{tr("As the &system"), ThemeChoice::system},
                                                     {tr("&Dark"), ThemeChoice::dark},
                                                     {tr("&Light"), ThemeChoice::light}};
  for (const auto& [name, choice] : choices) {
    QAction* action = themeMenu->addAction(name);
    action->setCheckable(true);
    action->setChecked(theme_.choice() == choice);
    themes->addAction(action);
    connect(action, &QAction::triggered, this, [this, choice = choice] { theme_.choose(choice); });
  }

  unitActions_ = new QActionGroup(this);
  QMenu* unitMenu = menu->addMenu(tr("Level &unit"));
  for (const LevelUnit unit : {LevelUnit::dbfs, LevelUnit::dbu, LevelUnit::dbv, LevelUnit::volts}) {
    QAction* action = unitMenu->addAction(unitName(unit));
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
  menu->addSeparator();
  for (QAction* action : plotBar_->actions()) menu->addAction(action);
  menu->addSeparator();
  menu->addAction(tr("Copy spectrum as &image"), QKeySequence::Copy, plot_,
                  &SpectrumPlot::copyImage);
  menu->addAction(tr("Copy spectrum as &numbers"), QKeySequence(tr("Ctrl+Shift+C")), plot_,
                  &SpectrumPlot::copyNumbers);
}

void MainWindow::buildStudioMenu() {
  studioMenu_ = menuBar()->addMenu(tr("&Studio"));
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
  connect(studioMenu_, &QMenu::aboutToShow, this, &MainWindow::showFaults);
}

// Faults can be switched from elsewhere, the command line say.
void MainWindow::showFaults() {
  const auto* faults = session_.faults();
  if (faults == nullptr) return;
  for (QAction* action : studioMenu_->actions()) {
    if (!action->isCheckable()) continue;
    action->setChecked(faults->isOn(static_cast<simulation::Fault>(action->data().toInt())));
  }
}

void MainWindow::buildHelpMenu() {
  QMenu* menu = menuBar()->addMenu(tr("&Help"));
  menu->addAction(tr("&About Linecheck"), this, [this] {
    auto* about = new QMessageBox(this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(tr("About Linecheck"));
    about->setIconPixmap(QIcon(QStringLiteral(":/icons/linecheck.svg")).pixmap(64));
    about->setText(QStringLiteral("<b>Linecheck ") + QApplication::applicationVersion() +
                   QStringLiteral("</b>"));
    about->setInformativeText(
        tr("Finds what is wrong with a home studio's signal chain.\n\n"
           "Free software under the GNU General Public License, version 3 or later."));
    about->open();
  });
}

}  // namespace linecheck::ui
