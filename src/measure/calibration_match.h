#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "measure/calibration_record.h"

namespace linecheck::measure {

/// Where and how a calibration is wanted.
struct CalibrationPlace {
  audio::DeviceId device;
  audio::Direction direction = audio::Direction::output;
  int channel = 1;         ///< From 1.
  int sampleRate = 48000;  ///< Hz.
  /// As far as the user has told by now. One that a record knows and this does not is unknown.
  ControlSettings controls;
};

/// One reason why a record may be wrong by now.
struct Misfit {
  enum class Reason {
    tooOld,          ///< Older than kCalibrationAge.
    datedAhead,      ///< From a day that is yet to come: one of the clocks was wrong.
    rateDiffers,     ///< In Hz.
    controlDiffers,  ///< `control` stands elsewhere.
    controlUntold,   ///< Nobody said where `control` stands now.
    controlNew,      ///< The record says nothing of `control`.
  };
  Reason reason = Reason::tooOld;
  std::string control;   ///< Its name; empty for other reasons.
  std::string recorded;  ///< A setting, a rate in Hz, or a day; empty if none.
  std::string wanted;    ///< The same, as it is now; empty if unknown.

  bool operator==(const Misfit&) const = default;
};

inline constexpr std::chrono::days kCalibrationAge{180};

/// A record for a place. With misfits it is stale: show them, and use it only if the user, who has
/// read them, says so.
struct CalibrationMatch {
  FullScaleRecord record;
  std::size_t index = 0;  ///< Among the calibrations.
  std::vector<Misfit> misfits;

  [[nodiscard]] bool applies() const { return misfits.empty(); }
};

/// The record of this device, direction and channel that fits best: that with the fewest misfits,
/// and of these the newest. None if there is none.
[[nodiscard]] std::optional<CalibrationMatch> findCalibration(const Calibrations& calibrations,
                                                              const CalibrationPlace& place,
                                                              std::chrono::sys_seconds now);

/// The newest gain of the loop from the first output to the first input of a stream, at its rate
/// and with the controls as they were told; null if none was saved.
[[nodiscard]] const LoopGainRecord* findLoopGain(const Calibrations& calibrations,
                                                 const audio::StreamConfig& stream,
                                                 const ControlSettings& controls);

/// "the sample rate was 48000 Hz and is 96000 Hz": in words, to follow "It may not fit:".
[[nodiscard]] std::string describe(const Misfit& misfit);

}  // namespace linecheck::measure
