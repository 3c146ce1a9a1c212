#include "setup/measured_readings.h"

#include <cmath>

namespace linecheck::setup {
namespace {

const measure::Figure* gainOf(const measure::Reading& reading) {
  for (const auto& figure : reading.figures) {
    if (figure.id == "gain" && figure.value) return &figure;
  }
  return nullptr;
}

}  // namespace

std::optional<PathReading> pathReadingOf(const measure::ProcedureResult& result,
                                         const std::optional<Decibels>& expectedGain,
                                         const prediction::LoopChoice& loop) {
  const measure::PathReport* report = result.path();
  if (!report || !report->wasRun) return std::nullopt;
  PathReading reading{*report, {}, expectedGain, loop};
  if (!result.recordings.empty()) reading.sampleRate = result.recordings.front().sampleRate();
  return reading;
}

LevelReading levelReadingOf(const measure::ProcedureResult& result,
                            const measure::Calibrations& calibrations,
                            const measure::ControlSettings& controls, std::chrono::sys_seconds now,
                            const prediction::LoopChoice& loop) {
  LevelReading reading;
  reading.procedure = result.procedure->id();
  reading.reading = result.reading;
  reading.reading.traces.clear();
  reading.loop = loop;
  const measure::Figure* gain = gainOf(reading.reading);
  if (!gain || result.recordings.empty()) return reading;
  const measure::Capture& capture = result.recordings.front().capture;
  if (!capture.input) return reading;
  const auto match =
      measure::findCalibration(calibrations,
                               {*capture.input, audio::Direction::input,
                                gain->channel.value_or(0) + 1, capture.sampleRate, controls},
                               now);
  if (!match || !match->applies()) return reading;
  reading.fullScaleOut = match->record.fullScale + Decibels::of(*gain->value);
  const double own = match->record.uncertainty ? match->record.uncertainty->value() : 0.0;
  reading.fullScaleOutSe = Decibels::of(std::hypot(own, gain->uncertainty.value_or(0.0)));
  return reading;
}

}  // namespace linecheck::setup
