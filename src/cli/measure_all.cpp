#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/checkup_output.h"
#include "cli/measure_bench.h"
#include "cli/measure_procedure.h"
#include "cli/procedure_arguments.h"
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
std::vector<const Procedure*> choose(const Session& session, const Arguments& arguments,
                                     const measure::RunRequest& request, Checkup& checkup) {
  std::vector<const Procedure*> chosen;
  for (const Procedure* procedure : measure::procedures()) {
    if (!measure::isPartOfCheckup(*procedure)) continue;
    const measure::Values values(procedure->parameters());
    const auto sequence = measure::sequenceOf(*procedure, 0, values, request.stream, request.gate);
    // One that this sample rate cannot carry.
    if (!sequence) {
      session.err << "linecheck-cli: left out: " << procedure->name() << ": "
                  << sequence.error().message() << '\n';
      checkup.leftOut.push_back({procedure, LeftOut::sampleRate});
    } else if (measure::isLoud(sequence->loudest()) && !arguments.isLoudAllowed) {
      session.err << "linecheck-cli: left out, for it is loud (--loud): " << procedure->name()
                  << '\n';
      checkup.leftOut.push_back({procedure, LeftOut::loud});
    } else {
      chosen.push_back(procedure);
    }
  }
  return chosen;
}

Result<ProcedureResult> measureOne(const MeasureBench& bench, const Procedure& procedure,
                                   Interrupt& interrupt) {
  const measure::Values values(procedure.parameters());
  bench.wire(procedure.steps(values).front().harness, values);
  auto recording = measure::recordStep(*bench.backend, bench.request, procedure, 0, values,
                                       controlOf(interrupt));
  if (!recording) return fail(asDeviceError(recording.error()));
  std::vector<measure::Recording> recordings;
  recordings.push_back(*std::move(recording));
  return measure::resultOf(procedure, values, std::move(recordings));
}

// An error after the first measurement leaves those that were made.
Result<Checkup> measureAll(const Session& session, const Arguments& arguments,
                           Interrupt& interrupt) {
  auto bench = openBench(session, arguments.stream, arguments.context);
  if (!bench) return fail(bench.error());
  Checkup checkup;
  const auto chosen = choose(session, arguments, bench->request, checkup);
  if (arguments.isLoudAllowed) {
    const auto loud = consent(session, DecibelsFs::of(0.0));
    if (!loud) return fail(loud.error());
    bench->request.loud = *loud;
  }
  session.err << "linecheck-cli: " << measure::harnessText(measure::Harness::loop) << '\n';
  for (const Procedure* procedure : chosen) {
    const bool isStopped = checkup.ended || !checkup.isSound() || interrupt.poll();
    if (isStopped) {
      checkup.leftOut.push_back({procedure, LeftOut::ended});
      continue;
    }
    session.err << "linecheck-cli: " << procedure->name() << '\n';
    auto result = measureOne(*bench, *procedure, interrupt);
    if (result) {
      checkup.results.push_back(*std::move(result));
    } else if (checkup.results.empty()) {
      return fail(result.error());
    } else {
      checkup.ended = result.error();
      checkup.leftOut.push_back({procedure, LeftOut::ended});
    }
  }
  if (!checkup.ended && checkup.isSound() && !checkup.isComplete()) checkup.ended = stoppedEarly();
  return checkup;
}

Result<ExitCode> measureAndPrint(const Session& session, Arguments& arguments) {
  if (auto loaded = arguments.context.load(session); !loaded) return fail(loaded.error());
  Interrupt interrupt;
  const auto checkup = measureAll(session, arguments, interrupt);
  if (!checkup) return fail(checkup.error());
  std::vector<ResultBeside> besides;
  ExitCode code = ExitCode::done;
  for (const ProcedureResult& result : checkup->results) {
    besides.push_back(arguments.context.beside(result));
    code = std::max(code, exitCodeFor(besides.back(), arguments.failOn));
  }
  session.out << (session.json ? checkupJson(*checkup, besides) : checkupText(*checkup, besides));
  if (checkup->ended) return fail(*checkup->ended);
  if (!checkup->isSound()) {
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
  arguments->stream.addInputTo(*command, StreamArguments::Recordings::no);
  arguments->stream.addOutputTo(*command);
  arguments->stream.addCableTo(*command);
  arguments->context.addTo(*command);
  command->add_flag(
      "--loud", arguments->isLoudAllowed,
      "Also what plays above -20 dBFS: distortion near full scale, headroom, limiter");
  addPathFailOn(*command, arguments->failOn);
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return measureAndPrint(session, *arguments); };
  });
}

}  // namespace linecheck::cli
