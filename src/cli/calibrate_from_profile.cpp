#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/calibrate.h"
#include "cli/profiles_edit.h"
#include "measure/calibration_profile.h"

namespace linecheck::cli {
namespace {

struct Arguments {
  CalibrationArguments place;
  std::string port;
  bool mayReplace = false;
};

bool isMeasured(const measure::KnownBy& known) {
  return std::holds_alternative<measure::KnownByMeter>(known) ||
         std::holds_alternative<measure::KnownByLoop>(known);
}

// What was measured at this very jack is better than any data sheet.
Result<void> checkReplaced(const measure::Calibrations& calibrations,
                           const measure::FullScaleRecord& with) {
  for (std::size_t i = 0; i < calibrations.size(); ++i) {
    const auto* old = std::get_if<measure::FullScaleRecord>(&calibrations[i]);
    const bool isSame = old != nullptr && old->device == with.device &&
                        old->direction == with.direction && old->sampleRate == with.sampleRate &&
                        old->controls == with.controls && isMeasured(old->knownBy);
    if (!isSame) continue;
    for (const int channel : with.channels) {
      if (std::find(old->channels.begin(), old->channels.end(), channel) == old->channels.end()) {
        continue;
      }
      return fail(ErrorCode::usage,
                  fmt::format("Channel {} was measured (calibration {}), which is better than a "
                              "data sheet. Say --replace to do without it.",
                              channel, i + 1),
                  with.device.name);
    }
  }
  return {};
}

Result<ExitCode> calibrate(const Session& session, const Arguments& arguments) {
  const auto settings = arguments.place.settings();
  if (!settings) return fail(settings.error());
  const std::size_t colon = arguments.port.find(':');
  if (colon == std::string::npos) {
    return fail(ErrorCode::usage, "Name the profile and its port, like antelope-zen-go:line-out.",
                arguments.port);
  }
  const profiles::Library library = openLibrary(session);
  const auto entry = findProfile(library, arguments.port.substr(0, colon));
  if (!entry) return fail(entry.error());
  const auto stated =
      measure::fullScaleFromProfile((*entry)->profile, arguments.port.substr(colon + 1));
  if (!stated) return fail(stated.error());

  const auto backend = openBackend(session, arguments.place.stream);
  if (!backend) return fail(backend.error());
  const std::vector<int> channels = arguments.place.sortedChannels();
  const auto stream =
      oneWayStreamFor(**backend, arguments.place.stream, stated->direction, channels.back());
  if (!stream) return fail(stream.error());
  measure::FullScaleRecord record;
  record.device = stated->direction == audio::Direction::input ? *stream->input : *stream->output;
  record.direction = stated->direction;
  record.channels = channels;
  record.sampleRate = stream->sampleRate;
  record.controls = *settings;
  record.fullScale = stated->fullScale;
  record.uncertainty = stated->uncertainty;
  record.knownBy = stated->knownBy;
  record.when = today();
  const auto calibrations = openCalibrations(session);
  if (!calibrations) return ExitCode::badInput;
  if (!arguments.mayReplace) {
    if (auto kept = checkReplaced(*calibrations, record); !kept) return fail(kept.error());
  }
  return saveAndPrint(session, {record}, {});
}

}  // namespace

void addCalibrateFromProfile(CLI::App& command, Session& session) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* from = command.add_subcommand(
      "from-profile", "Take the maximum level that a device profile states for a port");
  from->add_option("PROFILE:PORT", arguments->port, "As `profiles show` names them")->required();
  arguments->place.addTo(*from);
  arguments->place.stream.addInputTo(*from, StreamArguments::Recordings::no);
  arguments->place.stream.addOutputTo(*from);
  from->add_flag("--replace", arguments->mayReplace, "Also in place of what was measured");
  from->callback([&session, arguments] {
    session.action = [&session, arguments] { return calibrate(session, *arguments); };
  });
}

}  // namespace linecheck::cli
