#include "cli/run.h"

#include <ostream>

#include "base/log.h"
#include "cli/command.h"

namespace linecheck::cli {
namespace {

log::Level logLevel(int verbosity) {
  if (verbosity == 0) return log::Level::warning;
  return verbosity == 1 ? log::Level::info : log::Level::debug;
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
  addMatch(app, session);
  addMeasure(app, session);
  addProfiles(app, session);

  try {
    // CLI11 takes the arguments last first.
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success& request) {
    return app.exit(request, out, err);  // --help, --version
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
