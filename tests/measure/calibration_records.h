#pragma once

#include "measure/calibration_record.h"

namespace linecheck::measure {

/// Midnight of 29 February 2000, plus `days`.
inline std::chrono::sys_seconds day(int days) {
  return std::chrono::sys_seconds(std::chrono::seconds(951'782'400)) + std::chrono::days(days);
}

/// Output 1 of an interface, with a gain that was told, from a meter on day 0.
inline FullScaleRecord lineOutput() {
  FullScaleRecord record;
  record.device = {"ALSA", "Zen Go"};
  record.direction = audio::Direction::output;
  record.channels = {1, 2};
  record.sampleRate = 48000;
  record.controls = {{"trim", "+14 dBu"}};
  record.fullScale = DecibelsU::of(14.25);
  record.uncertainty = Decibels::of(0.125);
  KnownByMeter known;
  known.reading = Volts::of(0.4);
  known.lastDigit = Volts::ofMilli(1.0);
  known.frequency = Hertz::of(60.0);
  known.level = DecibelsFs::of(-20.0);
  known.probes = Probes::hotToCold;
  record.knownBy = known;
  record.when = day(0);
  return record;
}

}  // namespace linecheck::measure
