#include "wizard/setup_run.h"

#include <QTimer>
#include <algorithm>

#include "measure/stimulus.h"
#include "setup/safety.h"
#include "text/levels_text.h"
#include "text/reading.h"
#include "wizard/setup_model.h"

namespace linecheck::ui {
namespace {

// The loudest that one of these plays.
DecibelsFs loudestOf(const measure::Procedure& procedure) {
  return procedure.id() == "headroom" ? DecibelsFs::of(0.0) : measure::kLoudestUnasked;
}

}  // namespace

SetupRun::SetupRun(Session& session, SetupModel& model, CalibrationKeeper& calibrations,
                   QObject* parent)
    : QObject(parent),
      session_(session),
      model_(model),
      calibrations_(calibrations),
      run_(new MeasurementRun(session, this)) {
  connect(run_, &MeasurementRun::stateChanged, this, &SetupRun::onState);
  connect(run_, &MeasurementRun::finished, this, &SetupRun::onFinished);
  connect(run_, &MeasurementRun::failed, this, &SetupRun::onFailed);
  connect(run_, &MeasurementRun::progressed, this, [this](double done, const std::string& segment) {
    progress_ = done;
    segment_ = segmentText(segment);
    Q_EMIT changed();
  });
  connect(&session_, &Session::everythingStopped, this, &SetupRun::stop);
  // What is plugged in may be another thing now.
  connect(&model_.document(), &ChainDocument::changed, this, [this] { areHeadphonesOff_ = false; });
}

void SetupRun::set(Stage stage) {
  stage_ = stage;
  Q_EMIT changed();
}

void SetupRun::begin(std::vector<std::string_view> procedures) {
  if (!isIdle()) return;
  waiting_.clear();
  isStopped_ = false;
  fault_.clear();
  for (const std::string_view id : procedures) {
    if (const auto* procedure = measure::findProcedure(id)) waiting_.push_back(procedure);
  }
  next();
}

void SetupRun::next() {
  progress_ = 0.0;
  segment_.clear();
  if (waiting_.empty()) return end();
  now_ = waiting_.front();
  waiting_.erase(waiting_.begin());
  const bool isTooLoud = setup::mustHeadphonesComeOff(model_.desk(), loudestOf(*now_));
  if (isTooLoud && !areHeadphonesOff_) return set(Stage::asksHeadphones);
  beginNow();
}

void SetupRun::beginNow() {
  measure::GateOptions gate;
  expectedGain_.reset();
  const auto stream = session_.stream();
  const auto controls = calibrations_.told(stream.input, stream.output);
  if (const auto* saved = measure::findLoopGain(calibrations_.calibrations(), stream, controls)) {
    gate.expectedGain = saved->gain;
    expectedGain_ = saved->gain;
  } else if (session_.studio() != nullptr) {
    expectedGain_ = Decibels();  // Its loop is a plain cable.
  }
  stage_ = Stage::playing;
  run_->begin(*now_, measure::Values(now_->parameters()), measure::LoudTone::refused,
              areHeadphonesOff_ ? measure::HeadphoneJack::hasCable
                                : measure::HeadphoneJack::mayHaveHeadphones,
              gate);
  Q_EMIT changed();
}

void SetupRun::answer(bool isYes) {
  if (stage_ == Stage::asksHeadphones) {
    if (!isYes) return end();
    areHeadphonesOff_ = true;
    beginNow();
  } else if (stage_ == Stage::asksConsent) {
    if (isYes) {
      run_->agree();
    } else {
      run_->stop();
    }
  }
}

void SetupRun::stop() {
  if (isIdle()) return;
  isStopped_ = true;
  waiting_.clear();
  if (stage_ == Stage::asksHeadphones) return end();
  run_->stop();
}

void SetupRun::onState() {
  using State = MeasurementRun::State;
  if (run_->state() == State::asksConsent) return set(Stage::asksConsent);
  if (run_->state() == State::awaitsCables) {
    QTimer::singleShot(0, run_, &MeasurementRun::goOn);
  }
  if (run_->state() != State::idle) set(Stage::playing);
}

void SetupRun::onFinished(const ResultPtr& result) {
  const auto stream = session_.stream();
  const Hertz rate = Hertz::of(stream.sampleRate);
  if (const auto* path = result->path()) {
    setup::PathReading reading;
    reading.report = *path;
    reading.sampleRate = rate;
    reading.expectedGain = expectedGain_;
    model_.take(std::move(reading));
  }
  if (!result->reading.figures.empty() && result->reading.isComplete) {
    setup::LevelReading level;
    level.procedure = std::string(result->procedure->id());
    level.reading = result->reading;
    if (stream.output) {
      const auto found = measure::findCalibration(
          calibrations_.inUse(stream.sampleRate, calibrations_.told(stream.input, stream.output)),
          {*stream.output, audio::Direction::output, 1, stream.sampleRate,
           calibrations_.told(stream.input, stream.output)},
          calibrations_.now());
      if (found && found->applies()) {
        level.fullScaleOut = found->record.fullScale;
        level.fullScaleOutSe = found->record.uncertainty;
      }
    }
    model_.take(std::move(level));
  }
  next();
}

void SetupRun::onFailed(const Error& error) {
  // What the user left out is no fault.
  if (error.code != ErrorCode::cancelled) fault_ = QString::fromStdString(error.message());
  if (error.code == ErrorCode::audioDevice || error.code == ErrorCode::notFound) waiting_.clear();
  next();
}

void SetupRun::end() {
  waiting_.clear();
  now_ = nullptr;
  set(Stage::idle);
  Q_EMIT finished();
}

QString SetupRun::wornText() const {
  const DecibelsFs level = now_ != nullptr ? loudestOf(*now_) : measure::kLoudestUnasked;
  for (const setup::WornLevel& worn : setup::wornLevels(model_.desk(), level)) {
    if (!worn.mustComeOff) continue;
    const QString name = QString::fromStdString(model_.desk().name(worn.headphones));
    if (const auto most = worn.peak.high ? worn.peak.high : worn.peak.nominal) {
      return tr("Take %1 off: this tone may reach %2 dB SPL in it.")
          .arg(name, numberText(most->value(), 0));
    }
    return tr("Take %1 off: nobody knows how loud this tone gets in it.").arg(name);
  }
  return tr("Take your headphones off.");
}

QString SetupRun::text() const {
  switch (stage_) {
    case Stage::idle:
      return {};
    case Stage::asksHeadphones:
      return wornText();
    case Stage::asksConsent:
      return tr("This plays up to %1 dBFS. Take headphones off and turn monitors down before you "
                "agree. Nothing plays until then.")
          .arg(numberText(run_->loudest().value(), 0));
    case Stage::playing:
      break;
  }
  return segment_.isEmpty() ? tr("Measuring…") : segment_;
}

QString SetupRun::deed() const {
  if (stage_ == Stage::asksHeadphones) return tr("They are off");
  if (stage_ == Stage::asksConsent) return tr("Play it");
  return {};
}

}  // namespace linecheck::ui
