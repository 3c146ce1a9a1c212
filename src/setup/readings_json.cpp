#include "setup/readings_json.h"

#include <array>
#include <cmath>

#include "base/utc_time.h"
#include "chain/vocabulary.h"
#include "setup/measured_json.h"

namespace linecheck::setup::parts {
namespace {

using json::Array;
using json::Cursor;
using json::Members;
using json::Object;
using json::Value;
using profiles::wordFor;

std::optional<bool> readBoolean(const Cursor& at) {
  return at.isNull() ? std::nullopt : at.boolean();
}

/// −∞ is null beside "<key>_silent".
void setLevel(Object& object, std::string_view key, const std::optional<DecibelsFs>& level) {
  const bool isSilent = level && std::isinf(level->value());
  object.set(key, level && !isSilent ? Value(level->value()) : Value());
  if (isSilent) object.set("silent_hum", true);
}

template <class Enum>
std::optional<Enum> readId(const Cursor& at, std::optional<Enum> (*find)(std::string_view)) {
  const auto text = at.text();
  const auto found = text ? find(*text) : std::nullopt;
  if (text && !found) at.fail("This is no cause that is known here.");
  return found;
}

}  // namespace

std::chrono::sys_seconds readTime(const Cursor& at) {
  const auto text = at.text();
  const auto time = text ? timeFromUtc(*text) : std::nullopt;
  if (text && !time) at.fail("Not a time such as 2026-03-01T09:30:00Z.");
  return time.value_or(std::chrono::sys_seconds{});
}

std::string readOptionalText(const Cursor& at) {
  return at.isNull() ? std::string() : at.text().value_or("");
}

Object toJson(const SystemReading& reading) {
  Array effects;
  for (const std::string& effect : reading.effects) effects.emplace_back(effect);
  return Object()
      .set("endpoint", reading.endpoint.empty() ? Value() : Value(reading.endpoint))
      .set("system", reading.system
                         ? Value(std::string(wordFor(chain::kOperatingSystems, *reading.system)))
                         : Value())
      .set("volume", reading.volume)
      .set("volume_gain_db", reading.volumeGain && std::isfinite(reading.volumeGain->value())
                                 ? Value(reading.volumeGain->value())
                                 : Value())
      .set("muted", reading.isMuted)
      .set("balance", reading.balance)
      .set("bits", reading.bits)
      .set("float", reading.isFloat)
      .set("sample_rate_hz", numberOf(reading.sampleRate))
      .set("exclusive", reading.isExclusive)
      .set("enhancements", reading.hasEnhancements)
      .set("effects", std::move(effects));
}

void read(const Cursor& at, SystemReading& reading) {
  Members members = at.members();
  reading.endpoint = readOptionalText(members.required("endpoint"));
  const Cursor system = members.required("system");
  if (!system.isNull()) reading.system = system.word(chain::kOperatingSystems);
  reading.volume = readNumber(members.required("volume"), Range{0.0, 10.0});
  if (const auto gain = readNumber(members.required("volume_gain_db"))) {
    reading.volumeGain = Decibels::of(*gain);
  }
  reading.isMuted = readBoolean(members.required("muted"));
  reading.balance = readNumber(members.required("balance"), Range{-1.0, 1.0});
  const Cursor bits = members.required("bits");
  if (!bits.isNull()) {
    if (const auto count = readNumber(bits, Range{1.0, 64.0}))
      reading.bits = static_cast<int>(*count);
  }
  reading.isFloat = readBoolean(members.required("float"));
  reading.sampleRate = readHertz(members.required("sample_rate_hz"));
  reading.isExclusive = readBoolean(members.required("exclusive"));
  reading.hasEnhancements = readBoolean(members.required("enhancements"));
  for (const Cursor& effect : members.required("effects").items()) {
    reading.effects.push_back(effect.text().value_or(""));
  }
}

Object toJson(const PathReading& reading) {
  return Object()
      .set("report", toJson(reading.report))
      .set("sample_rate_hz", numberOf(reading.sampleRate))
      .set("expected_gain_db", numberOf(reading.expectedGain))
      .set("loop", toJson(reading.loop));
}

void read(const Cursor& at, PathReading& reading) {
  Members members = at.members();
  read(members.required("report"), reading.report);
  reading.sampleRate = readHertz(members.required("sample_rate_hz"));
  if (const auto gain = readNumber(members.required("expected_gain_db"))) {
    reading.expectedGain = Decibels::of(*gain);
  }
  read(members.required("loop"), reading.loop);
}

Object toJson(const LevelReading& reading) {
  return Object()
      .set("procedure", reading.procedure)
      .set("reading", toJson(reading.reading))
      .set("full_scale_out_dbu", numberOf(reading.fullScaleOut))
      .set("full_scale_out_se_db", numberOf(reading.fullScaleOutSe))
      .set("loop", toJson(reading.loop));
}

void read(const Cursor& at, LevelReading& reading) {
  Members members = at.members();
  reading.procedure = members.required("procedure").text().value_or("");
  read(members.required("reading"), reading.reading);
  if (const auto level = readNumber(members.required("full_scale_out_dbu"))) {
    reading.fullScaleOut = DecibelsU::of(*level);
  }
  if (const auto se = readNumber(members.required("full_scale_out_se_db"), Range{0.0, 100.0})) {
    reading.fullScaleOutSe = Decibels::of(*se);
  }
  read(members.required("loop"), reading.loop);
}

Object toJson(const NoiseReading& reading) {
  Object object;
  object.set("cause", std::string(diagnosis::causeId(reading.cause)))
      .set("probability", reading.probability)
      .set("audible", reading.isAudible)
      .set("noise_dbfs", numberOf(reading.noise))
      .set("noise_se_db", numberOf(reading.noiseSe));
  setLevel(object, "hum_dbfs", reading.hum);
  return object.set("hum_se_db", numberOf(reading.humSe))
      .set("mains_hz", numberOf(reading.mainsFrequency));
}

void read(const Cursor& at, NoiseReading& reading) {
  Members members = at.members();
  reading.cause =
      readId(members.required("cause"), diagnosis::findCause).value_or(diagnosis::Cause::unknown);
  reading.probability = readNumber(members.required("probability"), Range{0.0, 1.0}).value_or(0.0);
  reading.isAudible = readBoolean(members.required("audible"));
  if (const auto noise = readNumber(members.required("noise_dbfs"))) {
    reading.noise = DecibelsFs::of(*noise);
  }
  if (const auto se = readNumber(members.required("noise_se_db"), Range{0.0, 100.0})) {
    reading.noiseSe = Decibels::of(*se);
  }
  if (const auto hum = readNumber(members.required("hum_dbfs"))) {
    reading.hum = DecibelsFs::of(*hum);
  }
  if (const Cursor silent = members.optional("silent_hum"); silent && silent.boolean() == true) {
    reading.hum = DecibelsFs::of(-HUGE_VAL);
  }
  if (const auto se = readNumber(members.required("hum_se_db"), Range{0.0, 100.0})) {
    reading.humSe = Decibels::of(*se);
  }
  reading.mainsFrequency = readHertz(members.required("mains_hz"));
}

Object toJson(const MatchReading& reading) {
  return Object()
      .set("headphones_over_monitors_db", reading.difference.aOverB.value())
      .set("uncertainty_db", reading.difference.uncertainty)
      .set("by_ear", reading.isByEar);
}

void read(const Cursor& at, MatchReading& reading) {
  Members members = at.members();
  reading.difference.aOverB =
      Decibels::of(readNumber(members.required("headphones_over_monitors_db")).value_or(0.0));
  reading.difference.uncertainty =
      readNumber(members.required("uncertainty_db"), Range{0.0, 100.0}).value_or(0.0);
  reading.isByEar = members.required("by_ear").boolean().value_or(false);
}

}  // namespace linecheck::setup::parts
