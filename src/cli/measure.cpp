#include <memory>
#include <ostream>

#include "cli/analysis_options.h"
#include "cli/command.h"
#include "cli/measure_bench.h"
#include "cli/measure_procedure.h"
#include "cli/measurement_output.h"
#include "cli/severity.h"
#include "cli/stream_choice.h"
#include "diagnosis/channel_diagnoses.h"
#include "measure/capture_file.h"
#include "measure/hum_measurement.h"
#include "measure/procedure.h"
#include "measure/tone_measurement.h"

namespace linecheck::cli {
namespace {

using measure::MeasurementKind;

struct Arguments {
  MeasurementKind kind = MeasurementKind::hum;
  StreamArguments stream;
  std::optional<double> seconds;
  double level = -20.0;
  double frequency = 997.0;
  std::string save;
  AnalysisArguments analysis;
  std::optional<Severity> failOn;
};

Result<measure::Measurement> measureLive(const Session& session, const Arguments& arguments,
                                         Interrupt& interrupt) {
  const auto backend = openBackend(session, arguments.stream);
  if (!backend) return fail(backend.error());
  const auto config = streamFor(**backend, arguments.stream);
  if (!config) return fail(config.error());
  if (arguments.kind == MeasurementKind::tone) {
    if (auto safe = checkEars(*config, arguments.stream); !safe) return fail(safe.error());
  }
  const auto loud = arguments.kind == MeasurementKind::tone
                        ? consent(session, DecibelsFs::of(arguments.level))
                        : measure::LoudTone::refused;
  if (!loud) return fail(loud.error());

  const auto control = controlOf(interrupt);
  auto measured = [&]() -> Result<measure::Measurement> {
    if (arguments.kind == MeasurementKind::hum) {
      measure::HumRequest request;
      request.stream = *config;
      if (arguments.seconds) request.seconds = Seconds::of(*arguments.seconds);
      request.analysis = arguments.analysis.options();
      return measure::measureHum(**backend, request, control);
    }
    measure::ToneRequest request;
    request.stream = *config;
    request.tone = {Hertz::of(arguments.frequency), DecibelsFs::of(arguments.level)};
    request.loud = *loud;
    request.jack = arguments.stream.jack();
    if (arguments.seconds) request.seconds = Seconds::of(*arguments.seconds);
    request.analysis = arguments.analysis.options();
    return measure::measureTone(**backend, request, control);
  }();
  if (!measured) return fail(asDeviceError(measured.error()));
  return measured;
}

// A saved capture is judged and measured again: the same figures, bit for bit.
Result<measure::Measurement> measureFile(const Arguments& arguments) {
  if (arguments.stream.input.empty()) {
    return fail(ErrorCode::usage, "Name the recording with --input FILE.", "--backend file");
  }
  auto capture = measure::loadCapture(arguments.stream.input);
  if (!capture) return fail(capture.error());
  return measure::evaluate(arguments.kind, std::move(*capture), arguments.analysis.options());
}

Result<void> checkTarget(const std::string& file) {
  return file.empty() ? Result<void>() : measure::checkCaptureTarget(file);
}

Result<void> save(const std::string& file, const measure::Capture& capture) {
  return file.empty() ? Result<void>() : measure::saveCapture(file, capture);
}

Result<ExitCode> measureAndPrint(const Session& session, const Arguments& arguments) {
  if (auto possible = checkTarget(arguments.save); !possible) return fail(possible.error());
  Interrupt interrupt;
  const auto measurement = arguments.stream.backend == "file"
                               ? measureFile(arguments)
                               : measureLive(session, arguments, interrupt);
  if (!measurement) return fail(measurement.error());
  const auto saved = save(arguments.save, measurement->capture);
  const auto calibration = arguments.analysis.calibration();
  const auto diagnoses = diagnosis::diagnoseEach(
      *measurement, diagnosis::Listening{arguments.analysis.options(), nullptr});
  session.out << (session.json ? measurementJson(*measurement, diagnoses, calibration)
                               : measurementText(*measurement, diagnoses, calibration));
  if (!saved) return fail(saved.error());
  const measure::Validity& validity = measurement->assessment.validity;
  if (!validity.isValid()) return fail(ErrorCode::measurementInvalid, validity.text);
  return exitCodeFor(diagnoses, arguments.failOn);
}

void addKind(CLI::App& measure, Session& session, MeasurementKind kind, const char* name,
             const char* description) {
  CLI::App* command = measure.add_subcommand(name, description);
  auto arguments = std::make_shared<Arguments>();
  arguments->kind = kind;
  arguments->stream.addTo(*command, StreamArguments::Recordings::yes);
  arguments->stream.addInputTo(*command, StreamArguments::Recordings::yes);
  arguments->stream.addOutputTo(*command);
  command->add_option("--seconds", arguments->seconds,
                      kind == MeasurementKind::hum ? "Length to analyse; default 10"
                                                   : "Length to analyse; default 5");
  if (kind == MeasurementKind::tone) {
    arguments->stream.addCableTo(*command);
    command->add_option("--level", arguments->level, "Level of the tone in dBFS; default -20")
        ->check(CLI::Range(-140.0, 0.0));
    command->add_option("--frequency", arguments->frequency, "Its frequency in Hz; default 997")
        ->check(CLI::Range(1.0, 384000.0));
  }
  command->add_option("--save", arguments->save, "Save the capture as .wav or .flac, to replay it");
  arguments->analysis.addTo(*command);
  addFailOn(*command, arguments->failOn);
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return measureAndPrint(session, *arguments); };
  });
}

}  // namespace

void addMeasure(CLI::App& app, Session& session) {
  CLI::App* command =
      app.add_subcommand("measure", "Play and capture through a device, and analyse");
  command->require_subcommand(1);
  addKind(*command, session, MeasurementKind::hum, "hum",
          "Play nothing; find hum and noise in what comes in");
  addKind(*command, session, MeasurementKind::tone, "tone",
          "Play a tone; read level, distortion and noise off what comes back");
  for (const measure::Procedure* procedure : measure::procedures()) {
    addProcedure(*command, session, *procedure);
  }
  addCheckup(*command, session);
  addLevelMatch(*command, session);
}

}  // namespace linecheck::cli
