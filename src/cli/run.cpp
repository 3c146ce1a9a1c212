#include "cli/run.h"

#include <fmt/format.h>

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

// Which subcommands there are where one is missing, and what may have been meant; empty where
// that is not what is wrong.
std::string missingCommandText(CLI::App& app) {
  CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  if (at->get_require_subcommand_min() == 0) return {};
  std::vector<std::string> names;
  for (const CLI::App* command : at->get_subcommands([](CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  std::string text;
  for (const std::string& typed : app.remaining(true)) {
    if (typed.starts_with('-')) continue;
    text = fmt::format("There is no {} {}.", at->get_name(), typed);
    const auto near = nearWords(typed, names);
    if (!near.empty()) text += fmt::format(" Did you mean {}?", fmt::join(near, " or "));
    text += ' ';
    break;
  }
  return text + fmt::format("{} takes one of: {}.", at->get_name(), fmt::join(names, ", "));
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
  refuseNonFinite(app);

  try {
    // CLI11 takes the arguments last first.
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success& request) {
    return app.exit(request, out, err);  // --help, --version
  } catch (const CLI::RequiredError& error) {
    const std::string missing = missingCommandText(app);
    err << "linecheck-cli: " << (missing.empty() ? error.what() : missing)
        << " (see linecheck-cli --help)\n";
    return static_cast<int>(ExitCode::badInput);
  } catch (const CLI::ParseError& error) {
    err << "linecheck-cli: " << error.what() << " (see linecheck-cli --help)\n";
    return static_cast<int>(ExitCode::badInput);
  }

  log::initialise(logLevel(verbosity));
  const Result<ExitCode> result = session.action();
  if (result) return static_cast<int>(*result);
  err << "linecheck-cli: " << result.error().message() << '\n';
  return static_cast<int>(exitCodeFor(result.error().code));
}

}  // namespace linecheck::cli
