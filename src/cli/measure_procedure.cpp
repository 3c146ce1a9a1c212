#include "cli/measure_procedure.h"

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/procedure_arguments.h"
#include "cli/procedure_json.h"
#include "cli/procedure_text.h"
#include "json/writer.h"
#include "measure/capture_file.h"

namespace linecheck::cli {
namespace {

using measure::Procedure;

Result<void> checkTargets(const ProcedureArguments& arguments) {
  if (arguments.save.empty()) return {};
  // Each step's file stands in the same folder under a name made of this one.
  return measure::checkCaptureTarget(arguments.save);
}

Result<void> save(const ProcedureArguments& arguments, const measure::ProcedureResult& result) {
  if (arguments.save.empty()) return {};
  const std::size_t steps = arguments.procedure->steps(result.values).size();
  for (std::size_t step = 0; step < result.recordings.size(); ++step) {
    auto saved = measure::saveCapture(fileOfStep(arguments.save, step, steps),
                                      result.recordings[step].capture);
    if (!saved) return saved;
  }
  return {};
}

Result<ExitCode> measureAndPrint(const Session& session, ProcedureArguments& arguments) {
  if (auto possible = checkTargets(arguments); !possible) return fail(possible.error());
  if (auto loaded = arguments.context.load(session); !loaded) return fail(loaded.error());
  Interrupt interrupt;
  const auto measured = arguments.recordings.empty() ? measureLive(session, arguments, interrupt)
                                                     : measureFiles(session, arguments);
  if (!measured) return fail(measured.error());
  const measure::ProcedureResult& result = measured->result;
  const auto saved = save(arguments, result);
  const ResultBeside beside = arguments.context.beside(result);
  session.out << (session.json ? json::toText(procedureJson(beside)) + '\n'
                               : procedureText(beside));
  if (!saved) return fail(saved.error());
  if (measured->ended) return fail(*measured->ended);
  const auto* path = result.path();
  if (path != nullptr && !path->isUsable()) {
    return fail(ErrorCode::measurementInvalid,
                "No figure is shown, for the path is not sound: see above.");
  }
  if (!result.reading.isComplete) return fail(stoppedEarly());
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

Result<measure::Values> ProcedureArguments::checkedValues(const measure::Values& usual) const {
  measure::Values result(procedure->parameters());
  for (const auto& [id, value] : usual.all()) result.set(id, value);
  for (const auto& [id, value] : values) result.set(id, value);
  if (auto checked = measure::checkValues(procedure->parameters(), result); !checked) {
    Error error = checked.error();
    error.where.insert(0, "--");
    return fail(std::move(error));
  }
  return result;
}

std::filesystem::path fileOfStep(const std::filesystem::path& file, std::size_t step,
                                 std::size_t steps) {
  if (steps == 1) return file;
  auto name = file.stem();
  name += fmt::format("-{}", step + 1);
  name += file.extension();
  return file.parent_path() / name;
}

void addProcedure(CLI::App& measure, Session& session, const Procedure& procedure) {
  CLI::App* command =
      measure.add_subcommand(std::string(procedure.id()),
                             fmt::format("{}: {}", procedure.name(), procedure.description()));
  auto arguments = std::make_shared<ProcedureArguments>();
  arguments->procedure = &procedure;
  arguments->stream.addTo(*command, StreamArguments::Recordings::no);
  arguments->stream.addInputTo(*command, StreamArguments::Recordings::no);
  arguments->stream.addOutputTo(*command);
  arguments->stream.addCableTo(*command);
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
  addPathFailOn(*command, arguments->failOn);
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return measureAndPrint(session, *arguments); };
  });
}

}  // namespace linecheck::cli
