// What was heard, in a hunt's document.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "diagnosis/hunt_json_parts.h"
#include "profiles/vocabulary.h"

namespace linecheck::diagnosis::parts {
namespace {

using dsp::HumEstimate;
using dsp::HumHarmonic;
using json::Array;
using json::Cursor;
using json::Members;
using json::Object;
using json::Value;
using json::Word;

constexpr std::array<Word<Observation::Kind>, 3> kKinds{{
    {"measured", Observation::Kind::measured},
    {"at_most", Observation::Kind::atMost},
    {"at_least", Observation::Kind::atLeast},
}};

std::optional<Trait> findTrait(std::string_view id) {
  const auto all = traits();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](Trait trait) { return traitId(trait) == id; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

/// Null stands for what is silent, or an error without bounds.
Value finite(double value) {
  return std::isfinite(value) ? Value(value) : Value();
}

DecibelsFs readLevel(const Cursor& at) {
  if (at.isNull()) return DecibelsFs::silence();
  return DecibelsFs::of(at.number().value_or(0.0));
}

Decibels readError(const Cursor& at) {
  if (at.isNull()) return Decibels::of(std::numeric_limits<double>::infinity());
  return Decibels::of(at.number().value_or(0.0));
}

std::optional<DecibelsFs> maybeLevel(const Cursor& at) {
  if (!at) return std::nullopt;
  return readLevel(at);
}

void addMaybe(Object& object, std::string_view key, const std::optional<DecibelsFs>& level) {
  if (level) object.set(key, finite(level->value()));
}

Object toJson(const HumHarmonic& line) {
  Object object;
  object.set("order", line.order)
      .set("frequency_hz", line.frequency)
      .set("level_dbfs", finite(line.level.value()))
      .set("se_db", finite(line.levelStandardError.value()))
      .set("detected", line.detected)
      .set("covered", line.covered);
  addMaybe(object, "ceiling_dbfs", line.ceiling);
  return object;
}

HumHarmonic readHarmonic(const Cursor& at) {
  Members members = at.members();
  HumHarmonic line;
  line.order = static_cast<int>(members.required("order").integer().value_or(0));
  line.frequency = Hertz::of(members.required("frequency_hz").number().value_or(0.0));
  line.level = readLevel(members.required("level_dbfs"));
  line.levelStandardError = readError(members.required("se_db"));
  line.detected = members.required("detected").boolean().value_or(false);
  line.covered = members.required("covered").boolean().value_or(false);
  line.ceiling = maybeLevel(members.optional("ceiling_dbfs"));
  return line;
}

Object toJson(const HumEstimate& hum) {
  Array harmonics;
  for (const HumHarmonic& line : hum.harmonics) harmonics.emplace_back(toJson(line));
  Array track;
  for (const Hertz frequency : hum.track) track.emplace_back(frequency.value());
  Object object;
  object.set("present", hum.present)
      .set("fundamental_hz", finite(hum.fundamental.value()))
      .set("fundamental_se_hz", finite(hum.fundamentalStandardError.value()))
      .set("total_dbfs", finite(hum.total.value()))
      .set("false_alarm_rate", hum.falseAlarmRate)
      .set("harmonics", std::move(harmonics))
      .set("track_hz", std::move(track));
  addMaybe(object, "detection_limit_dbfs", hum.detectionLimit);
  return object;
}

Hertz readHertz(const Cursor& at) {
  if (at.isNull()) return Hertz::of(std::numeric_limits<double>::infinity());
  return Hertz::of(at.number().value_or(0.0));
}

HumEstimate readHum(const Cursor& at) {
  Members members = at.members();
  HumEstimate hum;
  hum.present = members.required("present").boolean().value_or(false);
  hum.fundamental = readHertz(members.required("fundamental_hz"));
  hum.fundamentalStandardError = readHertz(members.required("fundamental_se_hz"));
  hum.total = readLevel(members.required("total_dbfs"));
  hum.falseAlarmRate = members.required("false_alarm_rate").number().value_or(0.0);
  for (const Cursor& line : members.required("harmonics").items()) {
    hum.harmonics.push_back(readHarmonic(line));
  }
  for (const Cursor& one : members.required("track_hz").items()) {
    hum.track.push_back(Hertz::of(one.number().value_or(0.0)));
  }
  hum.detectionLimit = maybeLevel(members.optional("detection_limit_dbfs"));
  return hum;
}

Object toJson(const Observation& seen) {
  Object object;
  object.set("name", std::string(traitId(seen.trait)))
      .set("kind", std::string(profiles::wordFor(kKinds, seen.kind)))
      .set("value", seen.value);
  if (seen.standardError) object.set("se", finite(*seen.standardError));
  return object;
}

Observation readObservation(const Cursor& at) {
  Members members = at.members();
  Observation seen;
  seen.trait = readId(members.required("name"), Trait::humOverFloor, findTrait);
  seen.kind = members.required("kind").word(kKinds).value_or(Observation::Kind::measured);
  seen.value = members.required("value").number().value_or(0.0);
  if (const Cursor error = members.optional("se")) seen.standardError = readError(error).value();
  return seen;
}

Object toJson(const Signature& signature) {
  return Object()
      .set("cause", std::string(causeId(signature.cause)))
      .set("level_dbfs", finite(signature.level.value()))
      .set("se_db", finite(signature.standardError.value()))
      .set("limit_dbfs", finite(signature.limit.value()));
}

Signature readSignature(const Cursor& at) {
  Members members = at.members();
  Signature signature;
  signature.cause = readCause(members.required("cause"));
  signature.level = readLevel(members.required("level_dbfs"));
  signature.standardError = readError(members.required("se_db"));
  signature.limit = readLevel(members.required("limit_dbfs"));
  return signature;
}

Object toJson(const CauseProbability& cause) {
  Array evidence;
  for (const Move& move : cause.moves) {
    evidence.emplace_back(
        Object().set("name", std::string(traitId(move.trait))).set("moves_db", move.moves.value()));
  }
  return Object()
      .set("cause", std::string(causeId(cause.cause)))
      .set("probability", cause.probability)
      .set("evidence", std::move(evidence));
}

CauseProbability readProbability(const Cursor& at) {
  Members members = at.members();
  CauseProbability cause;
  cause.cause = readCause(members.required("cause"));
  cause.probability = members.required("probability").number().value_or(0.0);
  for (const Cursor& item : members.required("evidence").items()) {
    Members one = item.members();
    Move move;
    move.trait = readId(one.required("name"), Trait::humOverFloor, findTrait);
    move.moves = Decibels::of(one.required("moves_db").number().value_or(0.0));
    cause.moves.push_back(move);
  }
  return cause;
}

}  // namespace

Object toJson(const Diagnosis& heard) {
  Array causes;
  for (const CauseProbability& cause : heard.causes) causes.emplace_back(toJson(cause));
  Array traitsHeard;
  for (const Observation& seen : heard.evidence.observations) {
    traitsHeard.emplace_back(toJson(seen));
  }
  Array signatures;
  for (const Signature& one : heard.evidence.signatures) signatures.emplace_back(toJson(one));
  return Object()
      .set("causes", std::move(causes))
      .set("duration_s", heard.evidence.duration)
      .set("channel", heard.evidence.channel)
      .set("hum", toJson(heard.evidence.hum))
      .set("traits", std::move(traitsHeard))
      .set("signatures", std::move(signatures));
}

Diagnosis readHeard(const Cursor& at) {
  Members members = at.members();
  Diagnosis heard;
  for (const Cursor& item : members.required("causes").items()) {
    heard.causes.push_back(readProbability(item));
  }
  heard.evidence.duration = Seconds::of(members.required("duration_s").number().value_or(0.0));
  heard.evidence.channel =
      static_cast<std::size_t>(members.required("channel").integer().value_or(0));
  heard.evidence.hum = readHum(members.required("hum"));
  for (const Cursor& item : members.required("traits").items()) {
    heard.evidence.observations.push_back(readObservation(item));
  }
  for (const Cursor& item : members.required("signatures").items()) {
    heard.evidence.signatures.push_back(readSignature(item));
  }
  return heard;
}

}  // namespace linecheck::diagnosis::parts
