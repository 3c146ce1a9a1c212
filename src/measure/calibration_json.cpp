#include "measure/calibration_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/overloaded.h"
#include "base/utc_time.h"
#include "profiles/vocabulary.h"

namespace linecheck::measure {
namespace {

using audio::Direction;
using json::Cursor;
using json::Members;
using json::Object;
using json::Word;
using profiles::wordFor;

enum class Kind { fullScale, loopGain };
enum class Origin { meter, loop, profile, user };

constexpr std::array<Word<Kind>, 2> kKinds{{
    {"full_scale", Kind::fullScale},
    {"loop_gain", Kind::loopGain},
}};
constexpr std::array<Word<Origin>, 4> kOrigins{{
    {"multimeter", Origin::meter},
    {"loop", Origin::loop},
    {"profile", Origin::profile},
    {"typed", Origin::user},
}};
constexpr std::array<Word<Direction>, 2> kDirections{{
    {"input", Direction::input},
    {"output", Direction::output},
}};
constexpr std::array<Word<Probes>, 3> kProbes{{
    {"unbalanced", Probes::unbalanced},
    {"hot_to_cold", Probes::hotToCold},
    {"hot_to_ground", Probes::hotToGround},
}};

constexpr std::int64_t kMaxChannel = 1024;

double numberIn(const Cursor& place, double low, double high) {
  const std::optional<double> number = place.number();
  if (!number) return low;
  if (*number < low || *number > high) {
    place.fail(fmt::format("This must lie between {:g} and {:g}.", low, high));
  }
  return *number;
}

int integerIn(const Cursor& place, std::int64_t low, std::int64_t high) {
  const std::optional<std::int64_t> number = place.integer();
  if (!number) return static_cast<int>(low);
  if (*number < low || *number > high) {
    place.fail(fmt::format("This must lie between {} and {}.", low, high));
    return static_cast<int>(low);
  }
  return static_cast<int>(*number);
}

int readChannel(const Cursor& place) {
  return integerIn(place, 1, kMaxChannel);
}

int readRate(const Cursor& place) {
  return integerIn(place, 1000, 768000);
}

audio::DeviceId readDevice(const Cursor& place) {
  Members members = place.members();
  return {members.required("host_api").text().value_or(""),
          members.required("name").text().value_or("")};
}

Object toJson(const audio::DeviceId& device) {
  return {{"host_api", device.hostApi}, {"name", device.name}};
}

std::vector<int> readChannels(const Cursor& place) {
  std::vector<int> channels;
  for (const Cursor& item : place.items()) channels.push_back(readChannel(item));
  if (place.isList() && channels.empty()) place.fail("Name at least one channel.");
  if (std::adjacent_find(channels.begin(), channels.end(), std::greater_equal<>()) !=
      channels.end()) {
    place.fail("The channels must differ and ascend.");
  }
  return channels;
}

ControlSettings readControls(const Cursor& place) {
  ControlSettings controls;
  for (const auto& [name, setting] : place.members().all()) {
    controls[name] = setting.text().value_or("");
  }
  return controls;
}

Object toJson(const ControlSettings& controls) {
  Object object;
  for (const auto& [name, setting] : controls) object.set(name, json::Value(setting));
  return object;
}

std::chrono::sys_seconds readTime(const Cursor& place) {
  const std::optional<std::string> text = place.text();
  if (!text) return {};
  const auto time = timeFromUtc(*text);
  if (!time) place.fail("Write the time in UTC, like 2026-03-01T09:30:00Z.");
  return time.value_or(std::chrono::sys_seconds{});
}

KnownByMeter readMeter(Members& members) {
  KnownByMeter known;
  known.reading = Volts::of(numberIn(members.required("reading_v"), 0.0, 1000.0));
  known.lastDigit = Volts::of(numberIn(members.required("last_digit_v"), 0.0, 1000.0));
  known.frequency = Hertz::of(numberIn(members.required("frequency_hz"), 0.0, 384000.0));
  known.level = DecibelsFs::of(numberIn(members.required("level_dbfs"), -200.0, 0.0));
  known.accuracy.percent = numberIn(members.required("accuracy_percent"), 0.0, 100.0);
  known.accuracy.digits = numberIn(members.required("accuracy_digits"), 0.0, 1000.0);
  known.probes = members.required("probes").word(kProbes).value_or(Probes::unbalanced);
  return known;
}

KnownBy readOrigin(const Cursor& place) {
  Members members = place.members();
  const std::optional<Origin> origin = members.required("kind").word(kOrigins);
  if (!origin) {
    members.ignoreRest();
    return KnownByUser{};
  }
  switch (*origin) {
    case Origin::meter:
      return readMeter(members);
    case Origin::loop: {
      KnownByLoop known;
      known.outputFullScale =
          DecibelsU::of(numberIn(members.required("output_full_scale_dbu"), -100.0, 100.0));
      known.played = DecibelsFs::of(numberIn(members.required("played_dbfs"), -200.0, 0.0));
      known.captured = DecibelsFs::of(numberIn(members.required("captured_dbfs"), -200.0, 10.0));
      return known;
    }
    case Origin::profile: {
      KnownByProfile known;
      known.profile = members.required("profile").text().value_or("");
      known.port = members.required("port").text().value_or("");
      known.confidence = members.required("confidence")
                             .word(profiles::kConfidences)
                             .value_or(profiles::Confidence::estimate);
      return known;
    }
    case Origin::user:
      break;
  }
  return KnownByUser{};
}

Object toJson(const KnownBy& knownBy) {
  return std::visit(Overloaded{
                        [](const KnownByMeter& known) {
                          Object object{{"kind", "multimeter"}};
                          object.set("reading_v", known.reading)
                              .set("last_digit_v", known.lastDigit)
                              .set("frequency_hz", known.frequency)
                              .set("level_dbfs", known.level)
                              .set("accuracy_percent", json::Value(known.accuracy.percent))
                              .set("accuracy_digits", json::Value(known.accuracy.digits))
                              .set("probes", json::Value(wordFor(kProbes, known.probes)));
                          return object;
                        },
                        [](const KnownByLoop& known) {
                          Object object{{"kind", "loop"}};
                          object.set("output_full_scale_dbu", known.outputFullScale)
                              .set("played_dbfs", known.played)
                              .set("captured_dbfs", known.captured);
                          return object;
                        },
                        [](const KnownByProfile& known) {
                          return Object{
                              {"kind", "profile"},
                              {"profile", known.profile},
                              {"port", known.port},
                              {"confidence", wordFor(profiles::kConfidences, known.confidence)},
                          };
                        },
                        [](const KnownByUser& /*known*/) {
                          return Object{{"kind", "typed"}};
                        },
                    },
                    knownBy);
}

FullScaleRecord readFullScale(Members& members) {
  FullScaleRecord record;
  record.device = readDevice(members.required("device"));
  record.direction = members.required("direction").word(kDirections).value_or(Direction::output);
  record.channels = readChannels(members.required("channels"));
  record.sampleRate = readRate(members.required("sample_rate_hz"));
  if (const Cursor controls = members.optional("controls")) {
    record.controls = readControls(controls);
  }
  record.fullScale = DecibelsU::of(numberIn(members.required("full_scale_dbu"), -100.0, 100.0));
  if (const Cursor uncertainty = members.optional("uncertainty_db")) {
    record.uncertainty = Decibels::of(numberIn(uncertainty, 0.0, 100.0));
  }
  record.knownBy = readOrigin(members.required("known_by"));
  record.when = readTime(members.required("when"));
  return record;
}

Object toJson(const FullScaleRecord& record) {
  Object object{{"kind", wordFor(kKinds, Kind::fullScale)},
                {"device", toJson(record.device)},
                {"direction", wordFor(kDirections, record.direction)}};
  json::Array channels;
  for (const int channel : record.channels) channels.emplace_back(channel);
  object.set("channels", json::Value(std::move(channels)))
      .set("sample_rate_hz", json::Value(record.sampleRate));
  if (!record.controls.empty()) object.set("controls", json::Value(toJson(record.controls)));
  object.set("full_scale_dbu", record.fullScale);
  if (record.uncertainty) object.set("uncertainty_db", *record.uncertainty);
  object.set("known_by", json::Value(toJson(record.knownBy)))
      .set("when", json::Value(utcText(record.when)));
  return object;
}

LoopGainRecord readLoopGain(Members& members) {
  LoopGainRecord record;
  record.output = readDevice(members.required("output"));
  record.outputChannel = readChannel(members.required("output_channel"));
  record.input = readDevice(members.required("input"));
  record.inputChannel = readChannel(members.required("input_channel"));
  record.sampleRate = readRate(members.required("sample_rate_hz"));
  if (const Cursor controls = members.optional("controls")) {
    record.controls = readControls(controls);
  }
  record.gain = Decibels::of(numberIn(members.required("gain_db"), -200.0, 200.0));
  record.when = readTime(members.required("when"));
  return record;
}

Object toJson(const LoopGainRecord& record) {
  Object object{{"kind", wordFor(kKinds, Kind::loopGain)}, {"output", toJson(record.output)},
                {"output_channel", record.outputChannel},  {"input", toJson(record.input)},
                {"input_channel", record.inputChannel},    {"sample_rate_hz", record.sampleRate}};
  if (!record.controls.empty()) object.set("controls", json::Value(toJson(record.controls)));
  object.set("gain_db", record.gain).set("when", json::Value(utcText(record.when)));
  return object;
}

}  // namespace

CalibrationRecord readCalibration(const Cursor& place) {
  Members members = place.members();
  const std::optional<Kind> kind = members.required("kind").word(kKinds);
  if (!kind) {
    members.ignoreRest();
    return FullScaleRecord{};
  }
  if (*kind == Kind::fullScale) return readFullScale(members);
  return readLoopGain(members);
}

Object toJson(const CalibrationRecord& record) {
  return std::visit([](const auto& one) { return toJson(one); }, record);
}

}  // namespace linecheck::measure
