#include "cli/measure_procedure.h"

#include <fmt/format.h>

#include <istream>
#include <map>
#include <memory>
#include <ostream>

#include "cli/measure_bench.h"
#include "cli/procedure_json.h"
#include "cli/procedure_text.h"
#include "cli/severity.h"
#include "json/writer.h"
#include "measure/capture_file.h"
#include "measure/procedure_run.h"

namespace linecheck::cli {
namespace {

using measure::Procedure;
using measure::ProcedureResult;

struct Arguments {
  const Procedure* procedure = nullptr;
  StreamArguments stream;
  std::map<std::string, double> values;
  std::vector<std::string> recordings;
  MeasureContext context;
  std::string save;
  std::optional<Severity> failOn;

  [[nodiscard]] measure::Values checkedValues() const {
    measure::Values result(procedure->parameters());
    for (const auto& [id, value] : values) result.set(id, value);
    return result;
  }
};

// "run.wav" for the only step; "run-2.wav" for the second of several.
std::filesystem::path fileOfStep(const std::filesystem::path& file, std::size_t step,
                                 std::size_t steps) {
  if (steps == 1) return file;
  auto name = file.stem();
  name += fmt::format("-{}", step + 1);
  name += file.extension();
  return file.parent_path() / name;
}

// Shows which jack goes where. Where cables have to be changed somebody has to say that it is done.
Result<void> prepare(const Session& session, const measure::ProcedureStep& step, std::size_t number,
                     std::size_t steps) {
  session.err << fmt::format("linecheck-cli: {}\n", measure::harnessText(step.harness));
  for (const std::string& line : measure::harnessConnections(step.harness)) {
    session.err << "  " << line << '\n';
  }
  if (steps == 1) return {};
  if (session.input == nullptr) {
    return fail(ErrorCode::usage,
                "Cables are changed on the way, so somebody has to be at the terminal. Measured "
                "before, it can be read again with --backend file.");
  }
  session.err << fmt::format("Step {} of {}. Press Enter when it is so: ", number + 1, steps)
              << std::flush;
  std::string answer;
  if (!std::getline(*session.input, answer)) {
    return fail(ErrorCode::cancelled, "Nothing was played.");
  }
  return {};
}

Result<ProcedureResult> measureLive(const Session& session, const Arguments& arguments) {
  const Procedure& procedure = *arguments.procedure;
  const measure::Values values = arguments.checkedValues();
  if (auto checked = measure::checkValues(procedure.parameters(), values); !checked) {
    return fail(checked.error());
  }
  auto bench = openBench(session, arguments.stream, arguments.context);
  if (!bench) return fail(bench.error());
  measure::RunRequest& request = bench->request;
  const auto steps = procedure.steps(values);
  std::vector<measure::Recording> recordings;
  for (std::size_t step = 0; step < steps.size(); ++step) {
    auto composed = measure::sequenceOf(procedure, step, values, request.stream, request.gate);
    if (!composed) return fail(composed.error());
    const auto sequence = std::make_shared<const measure::Sequence>(*std::move(composed));
    if (auto ready = prepare(session, steps[step], step, steps.size()); !ready) {
      return fail(ready.error());
    }
    const auto loud = consent(session, sequence->loudest());
    if (!loud) return fail(loud.error());
    request.loud = *loud;
    Interrupt interrupt;
    auto recording =
        measure::recordStep(*bench->backend, request, sequence, steps[step], controlOf(interrupt));
    if (!recording) return fail(asDeviceError(recording.error()));
    recordings.push_back(*std::move(recording));
    if (interrupt.token().stop_requested()) break;
  }
  return measure::resultOf(procedure, values, std::move(recordings));
}

// Saved captures are judged and read again: the same figures, bit for bit.
Result<ProcedureResult> measureFiles(const Arguments& arguments) {
  const Procedure& procedure = *arguments.procedure;
  const measure::Values values = arguments.checkedValues();
  const auto steps = procedure.steps(values);
  if (arguments.recordings.size() != steps.size()) {
    return fail(
        ErrorCode::usage,
        fmt::format("Takes {} recording{}, one for each step; {} were given with "
                    "--recording.",
                    steps.size(), steps.size() == 1 ? "" : "s", arguments.recordings.size()),
        "--recording");
  }
  measure::RunRequest request;
  std::vector<measure::Recording> recordings;
  for (std::size_t step = 0; step < steps.size(); ++step) {
    auto capture = measure::loadCapture(arguments.recordings[step]);
    if (!capture) return fail(capture.error());
    request.stream.input = capture->input;
    request.stream.output = capture->output;
    request.stream.sampleRate = capture->sampleRate;
    request.stream.outputChannels = capture->channels;
    request.gate = arguments.context.gate(request.stream);
    auto recording = measure::recordingOf(*std::move(capture), request, procedure, step, values);
    if (!recording) return fail(recording.error());
    recordings.push_back(*std::move(recording));
  }
  return measure::resultOf(procedure, values, std::move(recordings));
}

Result<ExitCode> measureAndPrint(const Session& session, Arguments& arguments) {
  if (auto loaded = arguments.context.load(session); !loaded) return fail(loaded.error());
  const auto result =
      arguments.recordings.empty() ? measureLive(session, arguments) : measureFiles(arguments);
  if (!result) return fail(result.error());
  if (!arguments.save.empty()) {
    const std::size_t steps = result->recordings.size();
    for (std::size_t step = 0; step < steps; ++step) {
      const auto saved = measure::saveCapture(fileOfStep(arguments.save, step, steps),
                                              result->recordings[step].capture);
      if (!saved) return fail(saved.error());
    }
  }
  const ResultBeside beside = arguments.context.beside(*result);
  session.out << (session.json ? json::toText(procedureJson(beside)) + '\n'
                               : procedureText(beside));
  const auto* path = result->path();
  if (path != nullptr && !path->isUsable()) {
    return fail(ErrorCode::measurementInvalid,
                "No figure is shown, for the path is not sound: see above.");
  }
  return exitCodeFor(beside, arguments.failOn);
}

std::string describe(const measure::Parameter& parameter) {
  std::string text =
      fmt::format("{}, {:g} to {:g}", parameter.name, parameter.least, parameter.greatest);
  const auto unit = measure::unitSymbol(parameter.unit);
  if (!unit.empty()) text += fmt::format(" {}", unit);
  if (parameter.standard) text += fmt::format("; default {:g}", *parameter.standard);
  return text;
}

}  // namespace

void addProcedure(CLI::App& measure, Session& session, const Procedure& procedure) {
  CLI::App* command =
      measure.add_subcommand(std::string(procedure.id()),
                             fmt::format("{}: {}", procedure.name(), procedure.description()));
  auto arguments = std::make_shared<Arguments>();
  arguments->procedure = &procedure;
  arguments->stream.addTo(*command, StreamArguments::Recordings::no);
  for (const measure::Parameter& parameter : procedure.parameters()) {
    command->add_option_function<double>(
        "--" + parameter.id,
        [arguments, id = parameter.id](double value) { arguments->values[id] = value; },
        describe(parameter));
  }
  command->add_option("--recording", arguments->recordings,
                      "Read a saved capture instead of measuring; once for each step");
  arguments->context.addTo(*command);
  command->add_option("--save", arguments->save, "Save the capture as .wav or .flac, to replay it");
  addFailOn(*command, arguments->failOn);
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return measureAndPrint(session, *arguments); };
  });
}

}  // namespace linecheck::cli
