#include "measure/calibration_match.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utc_time.h"

namespace linecheck::measure {
namespace {

using Reason = Misfit::Reason;

bool isOf(const FullScaleRecord& record, const CalibrationPlace& place) {
  return record.device == place.device && record.direction == place.direction &&
         std::find(record.channels.begin(), record.channels.end(), place.channel) !=
             record.channels.end();
}

void compareControls(const ControlSettings& recorded, const ControlSettings& now,
                     std::vector<Misfit>& misfits) {
  for (const auto& [name, setting] : recorded) {
    const auto found = now.find(name);
    if (found == now.end()) {
      misfits.push_back({Reason::controlUntold, name, setting, {}});
    } else if (found->second != setting) {
      misfits.push_back({Reason::controlDiffers, name, setting, found->second});
    }
  }
  for (const auto& [name, setting] : now) {
    if (!recorded.contains(name)) misfits.push_back({Reason::controlNew, name, {}, setting});
  }
}

std::vector<Misfit> misfitsOf(const FullScaleRecord& record, const CalibrationPlace& place,
                              std::chrono::sys_seconds now) {
  std::vector<Misfit> misfits;
  if (record.sampleRate != place.sampleRate) {
    misfits.push_back({Reason::rateDiffers,
                       {},
                       fmt::format("{}", record.sampleRate),
                       fmt::format("{}", place.sampleRate)});
  }
  compareControls(record.controls, place.controls, misfits);
  if (now - record.when > kCalibrationAge) {
    misfits.push_back({Reason::tooOld, {}, dayText(record.when), dayText(now)});
  }
  // Within a day a clock may just have been set.
  if (record.when - now > std::chrono::days(1)) {
    misfits.push_back({Reason::datedAhead, {}, dayText(record.when), dayText(now)});
  }
  return misfits;
}

bool isBetter(const CalibrationMatch& a, const CalibrationMatch& b) {
  if (a.misfits.size() != b.misfits.size()) return a.misfits.size() < b.misfits.size();
  return a.record.when >= b.record.when;
}

}  // namespace

std::optional<CalibrationMatch> findCalibration(const Calibrations& calibrations,
                                                const CalibrationPlace& place,
                                                std::chrono::sys_seconds now) {
  std::optional<CalibrationMatch> best;
  for (std::size_t i = 0; i < calibrations.size(); ++i) {
    const auto* record = std::get_if<FullScaleRecord>(&calibrations[i]);
    if (record == nullptr || !isOf(*record, place)) continue;
    CalibrationMatch match{*record, i, misfitsOf(*record, place, now)};
    if (!best || isBetter(match, *best)) best = std::move(match);
  }
  return best;
}

const LoopGainRecord* findLoopGain(const Calibrations& calibrations,
                                   const audio::StreamConfig& stream,
                                   const ControlSettings& controls) {
  const LoopGainRecord* newest = nullptr;
  for (const CalibrationRecord& record : calibrations) {
    const auto* gain = std::get_if<LoopGainRecord>(&record);
    const bool fits = gain != nullptr && gain->output == stream.output &&
                      gain->input == stream.input && gain->outputChannel == 1 &&
                      gain->inputChannel == 1 && gain->sampleRate == stream.sampleRate &&
                      gain->controls == controls;
    if (fits && (newest == nullptr || gain->when > newest->when)) newest = gain;
  }
  return newest;
}

std::string describe(const Misfit& misfit) {
  switch (misfit.reason) {
    case Reason::tooOld:
      return fmt::format("it is from {}, more than half a year ago", misfit.recorded);
    case Reason::datedAhead:
      return fmt::format("it is dated {}, which is yet to come", misfit.recorded);
    case Reason::rateDiffers:
      return fmt::format("the sample rate was {} Hz and is {} Hz", misfit.recorded, misfit.wanted);
    case Reason::controlDiffers:
      return fmt::format("“{}” stood at “{}” and is at “{}”", misfit.control, misfit.recorded,
                         misfit.wanted);
    case Reason::controlUntold:
      return fmt::format("“{}” stood at “{}”, and you have not said where it is now",
                         misfit.control, misfit.recorded);
    case Reason::controlNew:
      return fmt::format("it does not say where “{}” stood", misfit.control);
  }
  return {};
}

}  // namespace linecheck::measure
