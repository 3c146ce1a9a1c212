#include "calibration/calibration_keeper.h"

namespace linecheck::ui {

CalibrationKeeper::CalibrationKeeper(std::filesystem::path file, QObject* parent, Now now)
    : QObject(parent), file_(std::move(file)), now_(std::move(now)) {
  if (!now_) {
    now_ = [] {
      return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    };
  }
  if (file_.empty()) return;
  auto loaded = measure::loadCalibrations(file_);
  if (loaded) {
    calibrations_ = std::move(*loaded);
  } else {
    faults_ = loaded.error();
  }
}

void CalibrationKeeper::setPlace(const measure::CalibrationPlace& place) {
  place_ = place;
  if (const auto told = told_.find(place.device); told != told_.end()) {
    place_.controls = told->second;
  }
  find();
}

void CalibrationKeeper::find() {
  match_ = measure::findCalibration(calibrations_, place_, now_());
  Q_EMIT changed();
}

std::optional<Calibration> CalibrationKeeper::calibration() const {
  if (!match_ || setAside_ == match_->record) return std::nullopt;
  if (!match_->applies() && !isTrusted()) return std::nullopt;
  return match_->record.calibration();
}

bool CalibrationKeeper::isTrusted() const {
  return match_ && trusted_ && trusted_->record == match_->record &&
         trusted_->misfits == match_->misfits;
}

measure::Calibrations CalibrationKeeper::inUse(int sampleRate,
                                               const measure::ControlSettings& controls) const {
  measure::Calibrations used;
  for (const auto& one : calibrations_) {
    const auto* record = std::get_if<measure::FullScaleRecord>(&one);
    if (record != nullptr && isTrusted() && *record == match_->record) {
      measure::FullScaleRecord taken = *record;
      taken.sampleRate = sampleRate;
      taken.controls = controls;
      taken.when = now_();
      used.emplace_back(std::move(taken));
    } else if (record == nullptr || setAside_ != *record) {
      used.push_back(one);
    }
  }
  return used;
}

measure::ControlSettings CalibrationKeeper::told(
    const std::optional<audio::DeviceId>& input,
    const std::optional<audio::DeviceId>& output) const {
  measure::ControlSettings controls;
  for (const auto& device : {input, output}) {
    if (!device) continue;
    if (const auto told = told_.find(*device); told != told_.end()) {
      controls.insert(told->second.begin(), told->second.end());
    }
  }
  return controls;
}

void CalibrationKeeper::trust() {
  trusted_ = match_;
  setAside_.reset();
  Q_EMIT changed();
}

void CalibrationKeeper::setAside() {
  if (match_) setAside_ = match_->record;
  trusted_.reset();
  Q_EMIT changed();
}

Errors CalibrationKeeper::save(const measure::FullScaleRecord& record) {
  Errors errors;
  bool isKept = false;
  if (!file_.empty()) {
    auto saved = measure::addCalibration(file_, record);
    isKept = saved.has_value();
    if (isKept) {
      calibrations_ = std::move(*saved);
      faults_.clear();
    } else {
      errors = saved.error();
    }
  }
  if (!isKept) calibrations_.emplace_back(record);
  told_[record.device] = record.controls;
  setAside_.reset();
  setPlace(place_);
  return errors;
}

}  // namespace linecheck::ui
