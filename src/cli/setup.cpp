#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "base/replace_file.h"
#include "cli/command.h"
#include "cli/desk_file.h"
#include "cli/setup_measure.h"
#include "cli/setup_report.h"
#include "cli/severity.h"
#include "json/writer.h"
#include "setup/progress_json.h"

namespace linecheck::cli {
namespace {

struct SetupOptions {
  std::string chain;
  std::string stateFile;
  std::optional<double> listening;  // dB SPL; see setup::Wishes.
  bool isMeasured = false;
  bool isCompared = false;
  SetupMeasuring measuring;
  std::optional<Severity> failOn;
};

// A state file that is not there yet is a set-up that has not begun.
std::optional<setup::Progress> readState(const Session& session, const SetupOptions& options) {
  const std::string& file = options.stateFile;
  if (file.empty()) return setup::Progress{};
  if (!std::filesystem::exists(file)) {
    if (!options.isMeasured) {
      session.err << "linecheck-cli: " << file
                  << ": There is no such file yet, so nothing is ticked or measured.\n";
    }
    return setup::Progress{};
  }
  const auto document = json::parseFile(file);
  Errors errors;
  if (document) {
    auto progress = setup::readProgress(*document);
    if (progress) return *std::move(progress);
    errors = progress.error();
  } else {
    errors.push_back(document.error());
  }
  for (const Error& error : errors) session.err << "linecheck-cli: " << error.message() << '\n';
  return std::nullopt;
}

Result<void> writeState(const std::string& file, const setup::Progress& progress) {
  if (file.empty()) return {};
  // It would be replaced all the same.
  using Permissions = std::filesystem::perms;
  std::error_code ignored;
  const auto status = std::filesystem::status(file, ignored);
  constexpr auto kWrite =
      Permissions::owner_write | Permissions::group_write | Permissions::others_write;
  if (std::filesystem::exists(status) && (status.permissions() & kWrite) == Permissions::none) {
    return fail(ErrorCode::io,
                "This file is write-protected, so what is measured cannot be kept. Allow writing, "
                "or name another with --state.",
                file);
  }
  return replaceFile(file, json::toText(setup::toJson(progress)) + '\n');
}

bool hasAny(const setup::Readings& readings) {
  return readings.system || readings.path || readings.level || readings.noise || readings.match;
}

bool isFound(const std::vector<setup::StepState>& steps, Severity failOn) {
  return std::any_of(steps.begin(), steps.end(), [&](const setup::StepState& step) {
    return step.state == setup::State::wrong ||
           (failOn == Severity::attention && step.state == setup::State::unknown);
  });
}

Result<ExitCode> checklist(const Session& session, const SetupOptions& options) {
  DeskFile file(options.chain);
  if (!file.read(session)) return ExitCode::badInput;
  if (options.isCompared && !std::filesystem::exists(options.stateFile)) {
    return fail(ErrorCode::notFound,
                "There is no such file, so there is nothing to compare with. \"setup checklist "
                "--measure --state\" makes one.",
                options.stateFile);
  }
  auto progress = readState(session, options);
  if (!progress) return ExitCode::badInput;
  if (options.listening) progress->wishes.listening = DecibelsSpl::of(*options.listening);
  const chain::Desk desk = file.desk();
  const setup::Readings before = progress->readings;
  std::optional<Error> ended;
  if (options.isMeasured) {
    // Better told now than after all was measured.
    if (auto written = writeState(options.stateFile, *progress); !written) {
      return fail(written.error());
    }
    Interrupt interrupt;
    auto measured = measureSetup(session, desk, options.measuring, interrupt, *progress);
    if (!measured) return fail(measured.error());
    ended = *std::move(measured);
    if (auto written = writeState(options.stateFile, *progress); !written) {
      return fail(written.error());
    }
  }
  SetupReport report{desk, options.chain, setup::stateOf(desk, *progress)};
  if (options.isMeasured) report.isComplete = !ended;
  report.isCompared = options.isCompared;
  if (options.isCompared && hasAny(before)) {
    report.changes = setup::compareReadings(desk, before, progress->readings);
  }
  session.out << (session.json ? json::toText(setupJson(report)) + '\n' : setupText(report));
  if (ended) return fail(*ended);
  return options.failOn && isFound(report.steps, *options.failOn) ? ExitCode::found
                                                                  : ExitCode::done;
}

void addCommon(CLI::App& command, SetupOptions& options) {
  command.add_option("CHAIN", options.chain, "A .chain.json file")->required();
  command
      .add_option("--listen-spl", options.listening,
                  "How loud you listen, in dB SPL, for gain and knob; default: as saved, else 80")
      ->check(CLI::Range(30.0, 120.0));
  command
      .add_option_function<std::string>(
          "--fail-on",
          [&options](const std::string& name) {
            options.failOn = name == "bad" ? Severity::bad : Severity::attention;
          },
          "Exit with 1 if a step is wrong (bad), or wrong or open (attention)")
      ->check(CLI::IsMember({"attention", "bad"}));
}

void addMeasuring(CLI::App& command, SetupMeasuring& measuring) {
  measuring.stream.addTo(command, StreamArguments::Recordings::no);
  measuring.stream.addInputTo(command, StreamArguments::Recordings::no);
  measuring.stream.addOutputTo(command);
  measuring.stream.addCableTo(command);
  command.add_flag("--loud", measuring.isLoudAllowed,
                   "Also what plays above -20 dBFS: gain and headroom");
  command.add_option("--expect-gain", measuring.expectedGain,
                     "Gain in dB that this loop ought to have; default: as calibrated, else any");
  command.add_option("--loop-from", measuring.from,
                     "Output that the measuring cable leaves, as device:port");
  command.add_option("--loop-to", measuring.to, "Input that it enters");
  command.add_option("--control", measuring.controls,
                     "How a control stands, as \"gain=12 o'clock\", for the calibration to be "
                     "found; may be given again");
  command.add_option("--system-output", measuring.systemOutput,
                     "Output of the system whose settings count, by name or a part of it; default: "
                     "the one called as the desk's interface is, else the system's default");
}

void addChecklist(CLI::App& setup, Session& session) {
  CLI::App* command =
      setup.add_subcommand("checklist", "How each step of the set-up stands, to be printed");
  auto options = std::make_shared<SetupOptions>();
  addCommon(*command, *options);
  command->add_option(
      "--state", options->stateFile,
      "The set-up's saved state: ticks and what was measured; --measure adds to it");
  CLI::Option* measure =
      command->add_flag("--measure", options->isMeasured,
                        "Read the system's settings and measure what a loop allows first");
  const std::size_t others = command->get_options().size();
  addMeasuring(*command, options->measuring);
  const auto all = command->get_options();
  for (std::size_t i = others; i < all.size(); ++i) all[i]->needs(measure);
  command->callback([&session, options] {
    session.action = [&session, options] { return checklist(session, *options); };
  });
}

void addRepeat(CLI::App& setup, Session& session) {
  CLI::App* command = setup.add_subcommand(
      "repeat", "Measure all again, and say what has changed since the saved state");
  auto options = std::make_shared<SetupOptions>();
  options->isMeasured = true;
  options->isCompared = true;
  addCommon(*command, *options);
  command
      ->add_option("--state", options->stateFile,
                   "The set-up's saved state; it is brought up to "
                   "date")
      ->required();
  addMeasuring(*command, options->measuring);
  command->callback([&session, options] {
    session.action = [&session, options] { return checklist(session, *options); };
  });
}

}  // namespace

void addSetup(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("setup", "The guided set-up of a desk");
  command->require_subcommand(1);
  addChecklist(*command, session);
  addRepeat(*command, session);
}

}  // namespace linecheck::cli
