#include "measure/calibrated.h"

#include <algorithm>
#include <cmath>

#include "measure/figure_words.h"

namespace linecheck::measure {

CalibratedResult::CalibratedResult(const ProcedureResult& result, const Calibrations& calibrations,
                                   const ControlSettings& controls, std::chrono::sys_seconds now) {
  const Recording& recording = result.recordings.front();
  const auto look = [&](const std::optional<audio::DeviceId>& device, audio::Direction direction,
                        int channels) {
    for (int channel = 1; device && channel <= channels; ++channel) {
      const CalibrationPlace place{*device, direction, channel, recording.capture.sampleRate,
                                   controls};
      auto match = findCalibration(calibrations, place, now);
      if (!match) continue;
      auto& found = match->applies() ? fit_ : unfit_;
      const bool isKnown = std::any_of(found.begin(), found.end(), [&](const auto& known) {
        return known.index == match->index;
      });
      if (!isKnown) found.push_back(*std::move(match));
    }
  };
  look(recording.capture.input, audio::Direction::input, recording.channels());
  look(recording.capture.output, audio::Direction::output, recording.sequence->channels());
}

const CalibrationMatch* CalibratedResult::matchOf(audio::Direction direction, int channel) const {
  const auto found = std::find_if(fit_.begin(), fit_.end(), [&](const CalibrationMatch& match) {
    const auto& channels = match.record.channels;
    return match.record.direction == direction &&
           std::find(channels.begin(), channels.end(), channel) != channels.end();
  });
  return found == fit_.end() ? nullptr : &*found;
}

std::optional<Figure> CalibratedResult::inDbu(const Figure& figure) const {
  if (figure.unit != Unit::dbfs || !figure.channel || !figure.value) return std::nullopt;
  const auto direction =
      isPlayedLevel(figure.id) ? audio::Direction::output : audio::Direction::input;
  const auto* match = matchOf(direction, *figure.channel + 1);
  if (match == nullptr) return std::nullopt;
  Figure result = figure;
  result.unit = Unit::dbu;
  result.value = *figure.value + match->record.fullScale.value();
  result.uncertainty.reset();
  if (match->record.uncertainty) {
    result.uncertainty =
        std::hypot(figure.uncertainty.value_or(0.0), match->record.uncertainty->value());
  }
  return result;
}

}  // namespace linecheck::measure
