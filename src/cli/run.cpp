#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "base/log.h"
#include "cli/command.h"
#include "cli/near_ids.h"

namespace linecheck::cli {
namespace {

log::Level logLevel(int verbosity) {
  if (verbosity == 0) return log::Level::warning;
  return verbosity == 1 ? log::Level::info : log::Level::debug;
}

// What is refused is a number that is none, wherever one is typed: comparisons let it through.
void refuseNonFinite(CLI::App& app) {
  const CLI::Validator finite(
      [](std::string& text) -> std::string {
        double value = 0.0;
        const bool isNumber = CLI::detail::lexical_cast(text, value);
        return isNumber && !std::isfinite(value) ? text + " is not a number to work with" : "";
      },
      "");
  for (CLI::Option* option : app.get_options()) {
    if (option->get_type_name().find("FLOAT") != std::string::npos) option->check(finite);
  }
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    refuseNonFinite(*command);
  }
}

// The command that was typed as far as it is one.
CLI::App& typedCommand(CLI::App& app) {
  CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

std::string helpText(CLI::App& app) {
  std::string words;
  for (CLI::App* at = &typedCommand(app); at != nullptr; at = at->get_parent()) {
    words.insert(0, at->get_name() + ' ');
  }
  return fmt::format(" (see {}--help)\n", words);
}

// Which subcommands there are where one is missing, and what may have been meant; empty where
// that is not what is wrong.
std::string missingCommandText(CLI::App& app) {
  const CLI::App* at = &typedCommand(app);
  const bool takesCommand = at->get_require_subcommand_max() > 0 &&
                            !at->get_subcommands([](const CLI::App*) { return true; }).empty();
  const auto isOption = [](const std::string& word) { return word.starts_with('-'); };
  const auto words = app.remaining(true);
  // One that may be left out is missing only where something else stands there.
  const bool isMissing =
      at->get_require_subcommand_min() > 0 || !std::all_of(words.begin(), words.end(), isOption);
  if (!takesCommand || !isMissing) return {};
  std::vector<std::string> names;
  for (const CLI::App* command : at->get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  std::string text;
  for (const std::string& typed : words) {
    if (isOption(typed)) continue;
    text = fmt::format("There is no {} {}.", at->get_name(), typed);
    const auto near = nearWords(typed, names);
    if (!near.empty()) text += fmt::format(" Did you mean {}?", fmt::join(near, " or "));
    text += ' ';
    break;
  }
  return text + fmt::format("{} takes one of: {}.", at->get_name(), fmt::join(names, ", "));
}

std::string faultText(CLI::App& app, const CLI::ParseError& error) {
  const bool isExtra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  if (isExtra || dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    if (std::string missing = missingCommandText(app); !missing.empty()) return missing;
  }
  if (!isExtra) return error.what();
  // CLI11 tells them last first.
  return fmt::format("Not expected here: {}", fmt::join(app.remaining(true), " "));
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
        std::istream* answers) {
  CLI::App app{"Linecheck: finds hum and level faults in a home studio's signal chain",
               "linecheck-cli"};
  Session session{out, err, answers};
  int verbosity = 0;
  app.set_version_flag("--version", LINECHECK_VERSION);
  app.add_flag("-v,--verbose", verbosity, "Log more to stderr; twice for everything");
  app.add_flag("--json", session.json, "Print one JSON document instead of tables");
  app.require_subcommand(1);
  // So that `linecheck-cli analyze FILE --json` works as well as `linecheck-cli --json analyze`.
  app.fallthrough();
  addAnalyze(app, session);
  addCalibrate(app, session);
  addChain(app, session);
  addCheck(app, session);
  addDevices(app, session);
  addDiagnose(app, session);
  addHunt(app, session);
  addMatch(app, session);
  addMeasure(app, session);
  addProfiles(app, session);
  addSetup(app, session);
  addSystem(app, session);
  refuseNonFinite(app);

  try {
    // CLI11 takes the arguments last first.
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success& request) {
    return app.exit(request, out, err);  // --help, --version
  } catch (const CLI::ParseError& error) {
    err << "linecheck-cli: " << faultText(app, error) << helpText(app);
    return static_cast<int>(ExitCode::badInput);
  }

  log::initialise(logLevel(verbosity));
  const Result<ExitCode> result = session.action();
  if (result) return static_cast<int>(*result);
  err << "linecheck-cli: " << result.error().message() << '\n';
  return static_cast<int>(exitCodeFor(result.error().code));
}

}  // namespace linecheck::cli
