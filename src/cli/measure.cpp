#include <fmt/format.h>

#include <istream>
#include <memory>
#include <ostream>

#include "audio/device_choice.h"
#include "base/number_text.h"
#include "cli/analysis_options.h"
#include "cli/backend_choice.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/measurement_output.h"
#include "cli/severity.h"
#include "measure/capture_file.h"
#include "measure/hum_measurement.h"
#include "measure/tone_measurement.h"

namespace linecheck::cli {
namespace {

using measure::MeasurementKind;

struct Arguments {
  MeasurementKind kind = MeasurementKind::hum;
  std::string backend = "auto";
  std::string input;
  std::string output;
  std::optional<int> rate;
  std::optional<double> seconds;
  double level = -20.0;
  double frequency = 997.0;
  std::string save;
  std::vector<std::string> faults;
  AnalysisArguments analysis;
  std::optional<Severity> failOn;
};

std::optional<std::string_view> given(const std::string& name) {
  return name.empty() ? std::nullopt : std::optional<std::string_view>(name);
}

// A device that is not there, or lacks what was asked, is the device's fault in the exit status.
Error asDeviceError(Error error) {
  if (error.code == ErrorCode::notFound || error.code == ErrorCode::unsupported) {
    error.code = ErrorCode::audioDevice;
  }
  return error;
}

Result<audio::StreamConfig> streamFor(audio::Backend& backend, const Arguments& arguments) {
  const auto devices = backend.devices();
  if (!devices) return fail(devices.error());
  const auto pair =
      audio::findDevicePair(*devices, given(arguments.input), given(arguments.output));
  if (!pair) return fail(asDeviceError(pair.error()));
  audio::StreamConfig config;
  config.input = pair->input.id;
  config.output = pair->output.id;
  config.inputChannels = std::min(pair->input.inputChannels, 2);
  config.outputChannels = std::min(pair->output.outputChannels, 2);
  config.sampleRate = arguments.rate.value_or(pair->input.defaultSampleRate);
  if (const auto possible = backend.probe(config); !possible) {
    return fail(asDeviceError(possible.error()));
  }
  return config;
}

// A loud tone is agreed to at the terminal, or by having been typed where nobody can be asked.
Result<measure::LoudTone> consent(const Session& session, const Arguments& arguments) {
  if (arguments.kind != MeasurementKind::tone ||
      DecibelsFs::of(arguments.level) <= measure::kLoudestUnasked) {
    return measure::LoudTone::refused;
  }
  session.err << fmt::format(
      "linecheck-cli: a tone at {} is loud. Take headphones off and turn monitors down.\n",
      numberText(arguments.level, 1, "dBFS"));
  if (session.input != nullptr) {
    session.err << "Play it? [y/N] " << std::flush;
    std::string answer;
    std::getline(*session.input, answer);
    if (answer != "y" && answer != "Y" && answer != "yes") {
      return fail(ErrorCode::cancelled, "Nothing was played.");
    }
  }
  return measure::LoudTone::confirmed;
}

Result<measure::Measurement> measureLive(const Session& session, const Arguments& arguments) {
  std::string name = arguments.backend;
  if (name == "auto") {
    name = arguments.faults.empty() ? preferredBackend() : "simulated";
    if (name == "simulated") {
      session.err << "linecheck-cli: measuring the simulated studio"
                  << (arguments.faults.empty() ? ", for there is no audio interface\n" : "\n");
    }
  }
  const auto backend = makeBackend(name, arguments.faults);
  if (!backend) return fail(backend.error());
  const auto config = streamFor(**backend, arguments);
  if (!config) return fail(config.error());
  const auto loud = consent(session, arguments);
  if (!loud) return fail(loud.error());

  Interrupt interrupt;
  measure::CaptureControl control;
  control.stop = interrupt.token();
  control.onProgress = [&interrupt](double /*done*/) { interrupt.poll(); };

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
    if (arguments.seconds) request.seconds = Seconds::of(*arguments.seconds);
    request.analysis = arguments.analysis.options();
    return measure::measureTone(**backend, request, control);
  }();
  if (!measured) return fail(asDeviceError(measured.error()));
  return measured;
}

// A saved capture is judged and measured again: the same figures, bit for bit.
Result<measure::Measurement> measureFile(const Arguments& arguments) {
  if (arguments.input.empty()) {
    return fail(ErrorCode::usage, "Name the recording with --input FILE.", "--backend file");
  }
  auto capture = measure::loadCapture(arguments.input);
  if (!capture) return fail(capture.error());
  return measure::evaluate(arguments.kind, std::move(*capture), arguments.analysis.options());
}

Result<ExitCode> measureAndPrint(const Session& session, const Arguments& arguments) {
  const auto measurement =
      arguments.backend == "file" ? measureFile(arguments) : measureLive(session, arguments);
  if (!measurement) return fail(measurement.error());
  if (!arguments.save.empty()) {
    const auto saved = measure::saveCapture(arguments.save, measurement->capture);
    if (!saved) return fail(saved.error());
  }
  const auto calibration = arguments.analysis.calibration();
  session.out << (session.json ? measurementJson(*measurement, calibration)
                               : measurementText(*measurement, calibration));
  const measure::Validity& validity = measurement->assessment.validity;
  if (!validity.isValid()) return fail(ErrorCode::measurementInvalid, validity.text);
  return exitCodeFor(measurement->channels, arguments.failOn);
}

void addKind(CLI::App& measure, Session& session, MeasurementKind kind, const char* name,
             const char* description) {
  CLI::App* command = measure.add_subcommand(name, description);
  auto arguments = std::make_shared<Arguments>();
  arguments->kind = kind;
  command
      ->add_option("--backend", arguments->backend,
                   "portaudio, simulated, file, or auto: the interface if there is one, else the "
                   "simulated studio")
      ->check(CLI::IsMember({"auto", "portaudio", "simulated", "file"}));
  command->add_option("--input", arguments->input,
                      "Input device, by name or a part of it (\"JACK: name\" names the host API "
                      "too); for --backend file the recording");
  command->add_option("--output", arguments->output, "Output device, likewise");
  command->add_option("--rate", arguments->rate, "Sample rate in Hz; default: the device's own")
      ->check(CLI::Range(1000, 768000));
  command->add_option("--seconds", arguments->seconds,
                      kind == MeasurementKind::hum ? "Length to analyse; default 10"
                                                   : "Length to analyse; default 5");
  if (kind == MeasurementKind::tone) {
    command->add_option("--level", arguments->level, "Level of the tone in dBFS; default -20")
        ->check(CLI::Range(-140.0, 0.0));
    command->add_option("--frequency", arguments->frequency, "Its frequency in Hz; default 997")
        ->check(CLI::Range(1.0, 384000.0));
  }
  command->add_option("--save", arguments->save, "Save the capture as .wav or .flac, to replay it");
  command->add_option("--fault", arguments->faults,
                      "Switch a fault on in the simulated studio; may be given again");
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
}

}  // namespace linecheck::cli
