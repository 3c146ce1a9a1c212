#include "cli/stream_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/number_text.h"
#include "cli/backend_choice.h"
#include "cli/question.h"

namespace linecheck::cli {
namespace {

std::optional<std::string_view> given(const std::string& name) {
  return name.empty() ? std::nullopt : std::optional<std::string_view>(name);
}

Result<audio::StreamConfig> probed(audio::Backend& backend, const audio::StreamConfig& config) {
  if (const auto possible = backend.probe(config); !possible) {
    return fail(asDeviceError(possible.error()));
  }
  return config;
}

}  // namespace

void StreamArguments::addTo(CLI::App& command, Recordings recordings) {
  std::vector<std::string> backends = {"auto", "portaudio", "simulated"};
  if (recordings == Recordings::yes) backends.emplace_back("file");
  command
      .add_option("--backend", backend,
                  fmt::format("portaudio, simulated{}, or auto: the interface if there is one, "
                              "else the simulated studio",
                              recordings == Recordings::yes ? ", file" : ""))
      ->check(CLI::IsMember(backends));
  command.add_option("--rate", rate, "Sample rate in Hz; default: the device's own")
      ->check(CLI::Range(1000, 768000));
  command.add_option("--fault", faults,
                     "Switch a fault on in the simulated studio; may be given again");
}

void StreamArguments::addInputTo(CLI::App& command, Recordings recordings) {
  std::string help =
      "Input device, by name or a part of it (\"JACK: name\" names the host API too)";
  if (recordings == Recordings::yes) help += "; for --backend file the recording";
  command.add_option("--input", input, help);
}

void StreamArguments::addOutputTo(CLI::App& command) {
  command.add_option("--output", output, "Output device, likewise");
}

void StreamArguments::addCableTo(CLI::App& command) {
  command.add_flag("--measuring-cable", hasMeasuringCable,
                   "A measuring cable, and no headphones, is in the headphone jack that --output "
                   "names");
}

Result<void> checkEars(const audio::StreamConfig& stream, const StreamArguments& arguments) {
  auto checked = measure::checkListeners(stream, arguments.jack());
  if (checked) return {};
  Error error = checked.error();
  if (measure::checkListeners(stream, measure::HeadphoneJack::hasCable)) {
    error.what += " The option for that is --measuring-cable.";
  }
  return fail(std::move(error));
}

Error asDeviceError(Error error) {
  if (error.code == ErrorCode::notFound || error.code == ErrorCode::unsupported) {
    error.code = ErrorCode::audioDevice;
  }
  return error;
}

Result<std::unique_ptr<audio::Backend>> openBackend(const Session& session,
                                                    const StreamArguments& arguments) {
  std::string name = arguments.backend;
  if (name == "auto") {
    name = arguments.faults.empty() ? preferredBackend() : "simulated";
    if (name == "simulated") {
      session.err << "linecheck-cli: measuring the simulated studio"
                  << (arguments.faults.empty() ? ", for there is no audio interface\n" : "\n");
    }
  }
  return makeBackend(name, arguments.faults);
}

Result<audio::StreamConfig> streamFor(audio::Backend& backend, const StreamArguments& arguments,
                                      int inputChannels) {
  const auto devices = backend.devices();
  if (!devices) return fail(devices.error());
  const auto pair =
      audio::findDevicePair(*devices, given(arguments.input), given(arguments.output));
  if (!pair) return fail(asDeviceError(pair.error()));
  audio::StreamConfig config;
  config.input = pair->input.id;
  config.output = pair->output.id;
  config.inputChannels = std::max(std::min(pair->input.inputChannels, 2), inputChannels);
  config.outputChannels = std::min(pair->output.outputChannels, 2);
  config.sampleRate = arguments.rate.value_or(pair->input.defaultSampleRate);
  return probed(backend, config);
}

Result<audio::StreamConfig> oneWayStreamFor(audio::Backend& backend,
                                            const StreamArguments& arguments,
                                            audio::Direction direction, int channels) {
  const auto devices = backend.devices();
  if (!devices) return fail(devices.error());
  const bool isInput = direction == audio::Direction::input;
  const auto device = audio::findDevice(audio::withOneDefault(*devices), direction,
                                        given(isInput ? arguments.input : arguments.output));
  if (!device) return fail(asDeviceError(device.error()));
  audio::StreamConfig config;
  if (isInput) {
    config.input = device->id;
    config.inputChannels = std::max(std::min(device->inputChannels, 2), channels);
  } else {
    config.output = device->id;
    config.outputChannels = std::max(std::min(device->outputChannels, 2), channels);
  }
  config.sampleRate = arguments.rate.value_or(device->defaultSampleRate);
  return probed(backend, config);
}

Result<measure::LoudTone> consent(const Session& session, DecibelsFs level) {
  if (!measure::isLoud(level)) return measure::LoudTone::refused;
  session.err << fmt::format(
      "linecheck-cli: a tone at {} is loud. Take headphones off and turn monitors down.\n",
      numberText(level.value(), 1, "dBFS"));
  if (session.input != nullptr && !agrees(session, "Play it?")) {
    return fail(ErrorCode::cancelled, "Nothing was played.");
  }
  return measure::LoudTone::confirmed;
}

}  // namespace linecheck::cli
