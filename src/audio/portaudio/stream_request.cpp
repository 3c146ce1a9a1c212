#include "audio/portaudio/stream_request.h"

#include <algorithm>

#include "audio/portaudio/host_api_options.h"

namespace linecheck::audio {
namespace {

/// Large enough not to lose samples on a busy machine. Some drivers size their buffers by it.
constexpr double kSuggestedLatencySeconds = 0.1;

std::string text(const DeviceId& id) {
  return id.hostApi + ": " + id.name;
}

Result<const DeviceEntry*> find(const DeviceId& id, const std::vector<DeviceEntry>& devices) {
  for (const DeviceEntry& entry : devices) {
    if (entry.device.id == id) return &entry;
  }
  std::string there;
  for (const DeviceEntry& entry : devices) {
    there += (there.empty() ? "\"" : ", \"") + text(entry.device.id) + '"';
  }
  return fail(ErrorCode::notFound,
              "There is no such audio device; " +
                  (there.empty() ? "there is none at all." : "there is " + there + '.'),
              text(id));
}

/// PortAudio takes all JACK ports in whose name "client:" occurs anywhere, so that a client
/// "box" would get the ports of "jukebox" too.
Result<void> checkJackName(const DeviceEntry& entry, const std::vector<DeviceEntry>& devices) {
  if (entry.hostApi != paJACK) return {};
  for (const DeviceEntry& other : devices) {
    if (other.hostApi == paJACK && other.device.id != entry.device.id &&
        other.device.id.name.ends_with(entry.device.id.name)) {
      return fail(ErrorCode::unsupported,
                  "PortAudio would mix it up with \"" + other.device.id.name +
                      "\", whose name ends in the same way; close that program.",
                  text(entry.device.id));
    }
  }
  return {};
}

Result<PaStreamParameters> parameters(const DeviceEntry& entry, int channels, int available,
                                      const std::string& direction, SampleWords words,
                                      const std::vector<DeviceEntry>& devices) {
  if (channels < 1) {
    return fail(ErrorCode::usage, "At least one " + direction + " channel has to be asked for.",
                text(entry.device.id));
  }
  if (channels > available) {
    return fail(ErrorCode::unsupported,
                "It has " + std::to_string(available) + ' ' + direction + " channels; " +
                    std::to_string(channels) + " were asked for.",
                text(entry.device.id));
  }
  if (auto checked = checkJackName(entry, devices); !checked) return fail(checked.error());
  PaStreamParameters made{};
  made.device = entry.index;
  made.channelCount = channels;
  made.sampleFormat = words == SampleWords::float32 ? paFloat32 : paInt32;
  made.suggestedLatency = kSuggestedLatencySeconds;
  made.hostApiSpecificStreamInfo = hostApiOptions(entry.hostApi);
  return made;
}

}  // namespace

Result<StreamRequest> makeStreamRequest(const StreamConfig& config,
                                        const std::vector<DeviceEntry>& devices) {
  if (!config.input && !config.output) {
    return fail(ErrorCode::usage, "A stream needs an input or an output device.");
  }
  if (config.sampleRate < 1 || config.framesPerBuffer < 0) {
    return fail(ErrorCode::usage, "Sample rate and buffer size have to be positive.");
  }
  const DeviceEntry* input = nullptr;
  const DeviceEntry* output = nullptr;
  StreamRequest request;
  for (const auto& [id, entry] :
       {std::pair(&config.input, &input), std::pair(&config.output, &output)}) {
    if (!*id) continue;
    const Result<const DeviceEntry*> found = find(**id, devices);
    if (!found) return fail(found.error());
    *entry = *found;
    const std::string name = text((*found)->device.id);
    if (request.where != name) request.where += (request.where.empty() ? "" : " and ") + name;
    request.hostApi = (*found)->hostApi;
  }
  if (input != nullptr && output != nullptr && input->hostApi != output->hostApi) {
    return fail(ErrorCode::unsupported,
                "Input and output have to be of the same host API to run in step.", request.where);
  }

  request.sampleRate = config.sampleRate;
  request.framesPerBuffer = config.framesPerBuffer;
  request.words = request.hostApi == paJACK || request.hostApi == paCoreAudio ? SampleWords::float32
                                                                              : SampleWords::int32;
  if (input != nullptr) {
    auto made = parameters(*input, config.inputChannels, input->device.inputChannels, "input",
                           request.words, devices);
    if (!made) return fail(made.error());
    request.input = *made;
  }
  if (output != nullptr) {
    auto made = parameters(*output, config.outputChannels, output->device.outputChannels, "output",
                           request.words, devices);
    if (!made) return fail(made.error());
    request.output = *made;
  }
  return request;
}

}  // namespace linecheck::audio
