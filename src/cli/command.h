#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <iosfwd>

#include "base/result.h"
#include "cli/exit_code.h"

namespace linecheck::cli {

/// What every command shares: where results and remarks go, and the common options.
struct Session {
  std::ostream& out;              ///< Results only.
  std::ostream& err;              ///< Remarks, progress and errors.
  std::istream* input = nullptr;  ///< Answers to questions; null where nobody can be asked.
  bool json = false;
  /// Chosen while the line is parsed, run afterwards. It writes to `out` only once it has all of
  /// its result, so that a failure leaves no half output.
  std::function<Result<ExitCode>()> action = {};
};

// Each adds one subcommand with its options to `app`.
void addAnalyze(CLI::App& app, Session& session);
void addCalibrate(CLI::App& app, Session& session);
void addChain(CLI::App& app, Session& session);
void addCheck(CLI::App& app, Session& session);
void addDevices(CLI::App& app, Session& session);
void addDiagnose(CLI::App& app, Session& session);
void addHunt(CLI::App& app, Session& session);
void addMatch(CLI::App& app, Session& session);
void addMeasure(CLI::App& app, Session& session);
void addProfiles(CLI::App& app, Session& session);
void addSetup(CLI::App& app, Session& session);
void addSystem(CLI::App& app, Session& session);

}  // namespace linecheck::cli
