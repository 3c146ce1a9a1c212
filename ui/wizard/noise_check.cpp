#include "wizard/noise_check.h"

#include <algorithm>

#include "setup/noise_reading.h"
#include "wizard/setup_model.h"

namespace linecheck::ui {

NoiseCheck::NoiseCheck(Session& session, SetupModel& model, CalibrationKeeper& calibrations,
                       QObject* parent)
    : QObject(parent), session_(session), model_(model), calibrations_(calibrations) {
  connect(&session_, &Session::diagnosed, this, &NoiseCheck::onDiagnosis);
  connect(&session_, &Session::streamBegan, this, [this] {
    if (isListening_ && awaitsStream_) listen();
  });
  connect(&session_, &Session::failed, this, &NoiseCheck::fail);
  connect(&session_, &Session::everythingStopped, this, &NoiseCheck::stop);
}

void NoiseCheck::begin() {
  if (isListening_) return;
  isListening_ = true;
  awaitsStream_ = false;
  fault_.clear();
  progress_ = 0.0;
  session_.setTone(false);
  if (session_.isRunning()) {
    listen();
  } else {
    awaitsStream_ = true;
    session_.start();
  }
  Q_EMIT changed();
}

void NoiseCheck::listen() {
  awaitsStream_ = false;
  asked_ = session_.listenAnew(kLength);
}

void NoiseCheck::onDiagnosis(const diagnosis::Diagnosis& diagnosis,
                             const measure::LiveAnalysis& analysis) {
  if (!isListening_ || awaitsStream_ || analysis.anew < asked_) return;
  progress_ = std::min(1.0, analysis.duration / kLength);
  // The analysis ends a little before the stretch does.
  constexpr double kWhole = 0.95;
  if (progress_ < kWhole) {
    Q_EMIT changed();
    return;
  }
  verdict_ = diagnosis::verdictOf(diagnosis);
  isListening_ = false;
  std::optional<diagnosis::InputScale> scale;
  if (const auto calibration = calibrations_.calibration()) {
    scale = diagnosis::InputScale{*calibration, std::nullopt};
  }
  model_.take(setup::noiseReadingOf({&diagnosis, 1}, model_.desk(), {}, {&scale, 1}));
  end();
}

void NoiseCheck::fail(const Error& error) {
  if (!isListening_) return;
  fault_ = QString::fromStdString(error.message());
  end();
}

void NoiseCheck::stop() {
  if (isListening_) end();
}

void NoiseCheck::end() {
  isListening_ = false;
  awaitsStream_ = false;
  Q_EMIT changed();
  Q_EMIT finished();
}

}  // namespace linecheck::ui
