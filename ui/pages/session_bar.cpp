#include "pages/session_bar.h"

#include "calibration/calibration_wizard.h"
#include "document/chain_document.h"

namespace linecheck::ui {

SessionBar::SessionBar(const Theme& theme, Session& session, CalibrationKeeper& calibrations,
                       const ChainDocument& document, Use use, QWidget* parent)
    : DeviceBar(theme, parent),
      theme_(theme),
      session_(session),
      calibrations_(calibrations),
      document_(document) {
  setListening(use == Use::listening);
  connect(&session_, &Session::choicesChanged, this, [this] { show(session_.choices()); });
  connect(&session_, &Session::runningChanged, this, &DeviceBar::setRunning);
  connect(&session_, &Session::measuringChanged, this, [this](bool isMeasuring) {
    setFixed(isMeasuring ? tr("Fixed while it is measured") : QString());
  });
  connect(&calibrations_, &CalibrationKeeper::changed, this, &SessionBar::showCalibration);
  connect(this, &DeviceBar::inputChosen, &session_, &Session::chooseInput);
  connect(this, &DeviceBar::outputChosen, &session_, &Session::chooseOutput);
  connect(this, &DeviceBar::sampleRateChosen, &session_, &Session::chooseSampleRate);
  connect(this, &DeviceBar::startStopPressed, this, &SessionBar::toggleRunning);
  connect(this, &DeviceBar::stopEverythingPressed, &session_, &Session::stopEverything);
  connect(this, &DeviceBar::calibrationPressed, this, &SessionBar::askForCalibration);
  show(session_.choices());
  setRunning(session_.isRunning());
  showCalibration();
}

void SessionBar::askForCalibration() {
  auto* dialog = new CalibrationWizard(theme_, session_, calibrations_, document_.library(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void SessionBar::toggleRunning() {
  if (session_.isRunning()) {
    session_.stop();
  } else {
    session_.start();
  }
}

void SessionBar::showCalibration() {
  setCalibration(calibrationLabel(calibrations_.match(), calibrations_.calibration().has_value()));
}

}  // namespace linecheck::ui
