#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/measure_bench.h"
#include "cli/measure_procedure.h"
#include "cli/procedure_json.h"
#include "cli/procedure_text.h"
#include "cli/severity.h"
#include "json/writer.h"
#include "measure/procedure_run.h"

namespace linecheck::cli {
namespace {

using measure::Procedure;
using measure::ProcedureResult;

struct Arguments {
  StreamArguments stream;
  MeasureContext context;
  bool isLoudAllowed = false;
  std::optional<Severity> failOn;
};

// What is part of the check-up; the loud ones only where they are allowed.
Result<std::vector<const Procedure*>> choose(const Session& session, const Arguments& arguments,
                                             const measure::RunRequest& request) {
  std::vector<const Procedure*> chosen;
  for (const Procedure* procedure : measure::procedures()) {
    if (!measure::isPartOfCheckup(*procedure)) continue;
    const measure::Values values(procedure->parameters());
    const auto sequence = measure::sequenceOf(*procedure, 0, values, request.stream, request.gate);
    // One that this sample rate cannot carry.
    if (!sequence) {
      session.err << "linecheck-cli: left out: " << procedure->name() << ": "
                  << sequence.error().message() << '\n';
      continue;
    }
    if (measure::isLoud(sequence->loudest()) && !arguments.isLoudAllowed) {
      session.err << "linecheck-cli: left out, for it is loud (--loud): " << procedure->name()
                  << '\n';
      continue;
    }
    chosen.push_back(procedure);
  }
  return chosen;
}

Result<std::vector<ProcedureResult>> measureAll(const Session& session,
                                                const Arguments& arguments) {
  auto bench = openBench(session, arguments.stream, arguments.context);
  if (!bench) return fail(bench.error());
  measure::RunRequest& request = bench->request;
  const auto chosen = choose(session, arguments, request);
  if (!chosen) return fail(chosen.error());
  if (arguments.isLoudAllowed) {
    const auto loud = consent(session, DecibelsFs::of(0.0));
    if (!loud) return fail(loud.error());
    request.loud = *loud;
  }
  session.err << "linecheck-cli: " << measure::harnessText(measure::Harness::loop) << '\n';

  Interrupt interrupt;
  const auto control = controlOf(interrupt);
  std::vector<ProcedureResult> results;
  for (const Procedure* procedure : *chosen) {
    session.err << "linecheck-cli: " << procedure->name() << '\n';
    const measure::Values values(procedure->parameters());
    auto recording = measure::recordStep(*bench->backend, request, *procedure, 0, values, control);
    if (!recording && recording.error().code == ErrorCode::cancelled && !results.empty()) break;
    if (!recording) return fail(asDeviceError(recording.error()));
    std::vector<measure::Recording> recordings;
    recordings.push_back(*std::move(recording));
    results.push_back(measure::resultOf(*procedure, values, std::move(recordings)));
    const bool isUsable = results.back().path()->isUsable();
    // What is wrong with the path is as wrong for all the others.
    if (!isUsable || interrupt.token().stop_requested()) break;
  }
  return results;
}

Result<ExitCode> measureAndPrint(const Session& session, Arguments& arguments) {
  if (auto loaded = arguments.context.load(session); !loaded) return fail(loaded.error());
  const auto results = measureAll(session, arguments);
  if (!results) return fail(results.error());
  ExitCode code = ExitCode::done;
  json::Array documents;
  std::string text;
  for (const ProcedureResult& result : *results) {
    const ResultBeside beside = arguments.context.beside(result);
    if (session.json) {
      documents.push_back(procedureJson(beside));
    } else {
      text += (text.empty() ? "" : "\n") + procedureText(beside);
    }
    code = std::max(code, exitCodeFor(beside, arguments.failOn));
  }
  if (session.json) {
    const json::Object document{{"schema", "linecheck.checkup/1"},
                                {"measurements", std::move(documents)}};
    session.out << json::toText(document) << '\n';
  } else {
    session.out << text;
  }
  const auto* path = results->back().path();
  if (!path->isUsable()) {
    return fail(ErrorCode::measurementInvalid,
                "No figure is shown, for the path is not sound: see above.");
  }
  return code;
}

}  // namespace

void addCheckup(CLI::App& measure, Session& session) {
  CLI::App* command = measure.add_subcommand(
      "all", "Check-up: all that needs no more than a loop, one behind the other");
  auto arguments = std::make_shared<Arguments>();
  arguments->stream.addTo(*command, StreamArguments::Recordings::no);
  arguments->context.addTo(*command);
  command->add_flag(
      "--loud", arguments->isLoudAllowed,
      "Also what plays above -20 dBFS: distortion near full scale, headroom, limiter");
  addFailOn(*command, arguments->failOn);
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return measureAndPrint(session, *arguments); };
  });
}

}  // namespace linecheck::cli
