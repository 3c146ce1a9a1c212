#pragma once

#include <QObject>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>

#include "measure/calibration_match.h"
#include "measure/calibration_store.h"

namespace linecheck::ui {

/// The calibration of what is listened to: found among the saved ones, and used only if it fits or
/// the user, told why it may not, says so.
class CalibrationKeeper : public QObject {
  Q_OBJECT

 public:
  using Now = std::function<std::chrono::sys_seconds()>;

  /// Without a file, calibrations are kept as long as this object lives.
  explicit CalibrationKeeper(std::filesystem::path file, QObject* parent = nullptr, Now now = {});

  /// Where levels are read now; of `place.controls` it knows better what was told.
  void setPlace(const measure::CalibrationPlace& place);
  [[nodiscard]] const measure::CalibrationPlace& place() const { return place_; }

  /// The saved one for that place; none if there is none.
  [[nodiscard]] const std::optional<measure::CalibrationMatch>& match() const { return match_; }
  /// The one to read levels with.
  [[nodiscard]] std::optional<Calibration> calibration() const;
  /// All that are saved.
  [[nodiscard]] const measure::Calibrations& calibrations() const { return calibrations_; }
  /// The same as the user wants them used at this rate and with controls so: without the one that
  /// is set aside, and with the one that is taken on the user's word as if it fitted.
  [[nodiscard]] measure::Calibrations inUse(int sampleRate,
                                            const measure::ControlSettings& controls) const;
  /// How the controls of both stand, as far as it was told.
  [[nodiscard]] measure::ControlSettings told(const std::optional<audio::DeviceId>& input,
                                              const std::optional<audio::DeviceId>& output) const;
  /// What is wrong with the file, which is then left alone.
  [[nodiscard]] const Errors& faults() const { return faults_; }
  [[nodiscard]] std::chrono::sys_seconds now() const { return now_(); }

  /// The user has read the misfits of the match, and takes it all the same, until one more comes.
  void trust();
  /// Reads levels in dBFS although there is a calibration, until another is saved.
  void setAside();
  /// Saves one and takes its settings for those of the device now. What could not be written is
  /// returned, and used until the program ends.
  Errors save(const measure::FullScaleRecord& record);

 Q_SIGNALS:
  void changed();

 private:
  void find();
  [[nodiscard]] bool isTrusted() const;

  std::filesystem::path file_;
  Now now_;
  measure::Calibrations calibrations_;
  Errors faults_;
  measure::CalibrationPlace place_;
  std::map<audio::DeviceId, measure::ControlSettings> told_;
  std::optional<measure::CalibrationMatch> match_;
  std::optional<measure::CalibrationMatch> trusted_;
  std::optional<measure::FullScaleRecord> setAside_;
};

}  // namespace linecheck::ui
