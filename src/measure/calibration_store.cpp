#include "measure/calibration_store.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/path_text.h"
#include "base/replace_file.h"
#include "json/format.h"
#include "json/reader.h"
#include "json/writer.h"
#include "measure/calibration_json.h"

namespace linecheck::measure {
namespace {

namespace fs = std::filesystem;

constexpr json::Limits kLimits{.bytes = std::size_t{4} << 20U, .depth = 16};

const json::Format& format() {
  static const json::Format kFormat{"linecheck.calibrations", "list of calibrations", {}};
  return kFormat;
}

tl::unexpected<Errors> one(Error error) {
  return tl::unexpected<Errors>(Errors{std::move(error)});
}

bool isSamePlace(const FullScaleRecord& a, const FullScaleRecord& b) {
  return a.device == b.device && a.direction == b.direction && a.sampleRate == b.sampleRate &&
         a.controls == b.controls;
}

bool isSamePlace(const LoopGainRecord& a, const LoopGainRecord& b) {
  return a.output == b.output && a.outputChannel == b.outputChannel && a.input == b.input &&
         a.inputChannel == b.inputChannel && a.sampleRate == b.sampleRate &&
         a.controls == b.controls;
}

// Takes from an old record what the new one tells, and says whether nothing is left of it.
bool supersede(FullScaleRecord& old, const FullScaleRecord& with) {
  if (!isSamePlace(old, with)) return false;
  std::erase_if(old.channels, [&with](int channel) {
    return std::find(with.channels.begin(), with.channels.end(), channel) != with.channels.end();
  });
  return old.channels.empty();
}

bool supersede(LoopGainRecord& old, const LoopGainRecord& with) {
  return isSamePlace(old, with);
}

bool supersede(CalibrationRecord& old, const CalibrationRecord& with) {
  return std::visit(
      [&with](auto& record) {
        const auto* other = std::get_if<std::decay_t<decltype(record)>>(&with);
        return other != nullptr && supersede(record, *other);
      },
      old);
}

Result<void> save(const fs::path& file, const Calibrations& calibrations) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) {
    return fail(ErrorCode::io, "This folder cannot be made: " + error.message() + ".",
                pathText(file.parent_path()));
  }
  return replaceFile(file, toText(calibrations));
}

}  // namespace

fs::path calibrationsFile(const profiles::Environment& environment) {
  const auto data = profiles::system::userData(environment);
  return data ? *data / "calibrations.json" : fs::path();
}

fs::path calibrationsFile() {
  return calibrationsFile([](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? std::optional<std::string>(value) : std::nullopt;
  });
}

ResultOrErrors<Calibrations> readCalibrations(const json::Document& document) {
  const Result<json::Document> newest = json::toNewest(document, format());
  if (!newest) return one(newest.error());
  json::Reader reader(*newest);
  Calibrations calibrations;
  {
    json::Members root = reader.root().members();
    (void)root.required("schema").text();
    for (const json::Cursor& item : root.required("calibrations").items()) {
      calibrations.push_back(readCalibration(item));
    }
  }
  if (Errors errors = reader.errors(); !errors.empty()) {
    return tl::unexpected<Errors>(std::move(errors));
  }
  return calibrations;
}

ResultOrErrors<Calibrations> loadCalibrations(const fs::path& file) {
  const Result<json::Document> document = json::parseFile(file, kLimits);
  if (document) return readCalibrations(*document);
  if (document.error().code == ErrorCode::notFound) return Calibrations{};
  return one(document.error());
}

std::string toText(const Calibrations& calibrations) {
  json::Array records;
  for (const CalibrationRecord& record : calibrations) records.emplace_back(toJson(record));
  json::Object document{{"schema", format().schema()}, {"calibrations", std::move(records)}};
  return json::toText(document, json::Layout{.indent = 2, .plainListsInline = true}) + '\n';
}

ResultOrErrors<Calibrations> addCalibration(const fs::path& file, const CalibrationRecord& record) {
  if (file.empty()) {
    return one({ErrorCode::notFound, "There is no home folder to keep your calibrations in.", ""});
  }
  auto calibrations = loadCalibrations(file);
  if (!calibrations) return calibrations;
  Calibrations kept;
  for (CalibrationRecord& old : *calibrations) {
    if (!supersede(old, record)) kept.push_back(std::move(old));
  }
  *calibrations = std::move(kept);
  calibrations->push_back(record);
  if (const auto saved = save(file, *calibrations); !saved) return one(saved.error());
  return calibrations;
}

ResultOrErrors<Calibrations> removeCalibration(const fs::path& file, std::size_t index) {
  auto calibrations = loadCalibrations(file);
  if (!calibrations) return calibrations;
  if (index >= calibrations->size()) {
    return one({ErrorCode::notFound, "There is no calibration with this number.",
                std::to_string(index + 1)});
  }
  calibrations->erase(calibrations->begin() + static_cast<std::ptrdiff_t>(index));
  if (const auto saved = save(file, *calibrations); !saved) return one(saved.error());
  return calibrations;
}

}  // namespace linecheck::measure
