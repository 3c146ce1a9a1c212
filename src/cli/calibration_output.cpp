#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/number_text.h"
#include "base/overloaded.h"
#include "base/path_text.h"
#include "base/utc_time.h"
#include "cli/calibrate.h"
#include "json/writer.h"
#include "measure/calibration_json.h"
#include "profiles/vocabulary.h"

namespace linecheck::cli {
namespace {

using measure::ReadingCaution;

std::string cautionText(ReadingCaution caution) {
  switch (caution) {
    case ReadingCaution::meterMayReadLow:
      return "a meter that is not made for audio may read low above 400 Hz; use 50 or 60 Hz";
    case ReadingCaution::coldLegAssumed:
      return "one leg was measured, and 6.02 dB added for the other; if this jack drives only "
             "one leg, measure as unbalanced";
    case ReadingCaution::loadUnknown:
      return "the input may take up to 0.2 dB off the output's voltage";
    case ReadingCaution::inputFedByOneLeg:
      return "an unbalanced cable was used on a balanced output, and 6.02 dB taken off for it";
  }
  return {};
}

const char* cautionId(ReadingCaution caution) {
  switch (caution) {
    case ReadingCaution::meterMayReadLow:
      return "meter_may_read_low";
    case ReadingCaution::coldLegAssumed:
      return "cold_leg_assumed";
    case ReadingCaution::loadUnknown:
      return "load_unknown";
    case ReadingCaution::inputFedByOneLeg:
      return "input_fed_by_one_leg";
  }
  return "";
}

std::string originText(const measure::KnownBy& knownBy) {
  return std::visit(Overloaded{
                        [](const measure::KnownByMeter&) { return std::string("multimeter"); },
                        [](const measure::KnownByLoop&) { return std::string("loop"); },
                        [](const measure::KnownByProfile& known) {
                          return fmt::format(
                              "{} of {}:{}, not measured",
                              profiles::wordFor(profiles::kConfidences, known.confidence),
                              known.profile, known.port);
                        },
                        [](const measure::KnownByUser&) { return std::string("typed"); },
                    },
                    knownBy);
}

std::string settingsText(const measure::ControlSettings& controls) {
  std::string text;
  for (const auto& [name, setting] : controls) text += fmt::format(", {} at {}", name, setting);
  return text;
}

std::string textOf(const measure::FullScaleRecord& record) {
  const bool isOutput = record.direction == audio::Direction::output;
  const std::string uncertainty =
      record.uncertainty ? " ± " + numberText(record.uncertainty->value(), 2, "dB") : "";
  return fmt::format("{} {} of {} ({}), {} Hz{}: 0 dBFS is {}{} ({}); {}, {}",
                     isOutput ? "Output" : "Input", fmt::join(record.channels, "+"),
                     record.device.name, record.device.hostApi, record.sampleRate,
                     settingsText(record.controls), numberText(record.fullScale.value(), 2, "dBu"),
                     uncertainty, numberText(voltsFromDbu(record.fullScale).value(), 3, "V"),
                     originText(record.knownBy), dayText(record.when));
}

std::string textOf(const measure::LoopGainRecord& record) {
  return fmt::format("Loop from output {} of {} to input {} of {}, {} Hz{}: gain {}; {}",
                     record.outputChannel, record.output.name, record.inputChannel,
                     record.input.name, record.sampleRate, settingsText(record.controls),
                     numberText(record.gain.value(), 2, "dB"), dayText(record.when));
}

}  // namespace

std::string recordText(const measure::CalibrationRecord& record) {
  return std::visit([](const auto& one) { return textOf(one); }, record);
}

json::Object recordJson(std::size_t number, const measure::CalibrationRecord& record) {
  json::Object object{{"number", number}};
  const json::Object content = measure::toJson(record);
  for (const json::Member& member : content.members()) {
    object.set(member.key, member.value);
  }
  if (const auto* fullScale = std::get_if<measure::FullScaleRecord>(&record)) {
    object.set("uncertainty_db", fullScale->uncertainty);
  }
  return object;
}

ExitCode tellErrors(const Session& session, const Errors& errors) {
  for (const Error& error : errors) session.err << "linecheck-cli: " << error.message() << '\n';
  return errors.empty() ? ExitCode::done : exitCodeFor(errors.front().code);
}

std::optional<measure::Calibrations> openCalibrations(const Session& session) {
  auto loaded = measure::loadCalibrations(measure::calibrationsFile());
  if (loaded) return std::move(*loaded);
  (void)tellErrors(session, loaded.error());
  return std::nullopt;
}

Result<ExitCode> saveAndPrint(const Session& session,
                              const std::vector<measure::CalibrationRecord>& records,
                              const std::vector<ReadingCaution>& cautions) {
  const auto file = measure::calibrationsFile();
  measure::Calibrations all;
  for (const measure::CalibrationRecord& record : records) {
    auto saved = measure::addCalibration(file, record);
    if (!saved) return tellErrors(session, saved.error());
    all = std::move(*saved);
  }
  const std::size_t first = all.size() - records.size();
  if (session.json) {
    json::Array array, warnings;
    for (std::size_t i = 0; i < records.size(); ++i) {
      array.emplace_back(recordJson(first + i + 1, records[i]));
    }
    for (const ReadingCaution caution : cautions) warnings.emplace_back(cautionId(caution));
    json::Object document{{"schema", "linecheck.calibration/1"}, {"file", pathText(file)}};
    document.set("calibrations", json::Value(std::move(array)))
        .set("cautions", json::Value(std::move(warnings)));
    session.out << json::toText(document) << '\n';
    return ExitCode::done;
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    session.out << fmt::format("{}  {}\n", first + i + 1, recordText(records[i]));
  }
  for (const ReadingCaution caution : cautions) {
    session.err << "linecheck-cli: " << cautionText(caution) << '\n';
  }
  return ExitCode::done;
}

}  // namespace linecheck::cli
