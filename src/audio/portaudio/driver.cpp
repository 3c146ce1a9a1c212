#include "audio/portaudio/driver.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#include "audio/device_choice.h"
#include "audio/portaudio/stderr_capture.h"
#include "audio/sample_rates.h"
#include "base/log.h"

namespace linecheck::audio {
namespace {

/// What a driver call came to; a text if it failed.
struct Outcome {
  PaError error = paNoError;
  std::string text;
  std::vector<int> rates;  ///< Those that do work, if the one asked for does not.
};

Outcome outcome(PortAudioApi& api, PaError error) {
  return error < 0 ? Outcome{error, api.errorText(error), {}} : Outcome{};
}

/// The same with the rates at which `request` could be met.
Outcome requestOutcome(PortAudioApi& api, PaError error, const StreamRequest& request) {
  Outcome result = outcome(api, error);
  if (error != paInvalidSampleRate) return result;
  for (const int rate : kSampleRates) {
    if (rate != request.sampleRate &&
        api.isFormatSupported(request.inputOrNull(), request.outputOrNull(), rate) ==
            paFormatIsSupported) {
      result.rates.push_back(rate);
    }
  }
  return result;
}

Error requestError(const Outcome& failed, const StreamRequest& request) {
  switch (failed.error) {
    case paInvalidSampleRate:
      return {ErrorCode::unsupported,
              "It does not run at " + std::to_string(request.sampleRate) + " Hz; it runs at " +
                  sampleRateList(failed.rates) + ".",
              request.where};
    case paDeviceUnavailable:
      return {ErrorCode::audioDevice,
              "It is not available; another program may be using it, or it was unplugged.",
              request.where};
    default:
      return {ErrorCode::audioDevice, "It could not be opened: " + failed.text + '.',
              request.where};
  }
}

/// Whether the JACK server that our client belongs to still lives. A JACK port that registers
/// proves it, even if the client that it should be connected to is gone.
bool jackLives(PortAudioApi& api, const DeviceEntry& witness) {
  PaStreamParameters parameters{};
  parameters.device = witness.index;
  parameters.channelCount = 1;
  parameters.sampleFormat = paFloat32;
  const bool input = witness.device.inputChannels > 0;
  PaStream* stream = nullptr;
  const PaError error = api.openStream(
      &stream, input ? &parameters : nullptr, input ? nullptr : &parameters,
      witness.device.defaultSampleRate, paFramesPerBufferUnspecified, paNoFlag,
      [](const void*, void*, unsigned long, const PaStreamCallbackTimeInfo*, PaStreamCallbackFlags,
         void*) -> int { return paContinue; },
      nullptr);
  if (error == paNoError) api.closeStream(stream);
  return error == paNoError || error == paUnanticipatedHostError;
}

std::vector<DeviceEntry> readDevices(PortAudioApi& api) {
  std::vector<DeviceEntry> entries;
  std::vector<DeviceId> names;  // as PortAudio has them
  for (PaDeviceIndex index = 0; index < api.deviceCount(); ++index) {
    const PaDeviceInfo* info = api.deviceInfo(index);
    const PaHostApiInfo* hostApi = info == nullptr ? nullptr : api.hostApiInfo(info->hostApi);
    if (hostApi == nullptr) continue;
    DeviceEntry entry;
    entry.index = index;
    entry.hostApi = hostApi->type;
    entry.device.id = {hostApi->name, info->name};
    // Two interfaces of one model: a name has to mean one device.
    const auto namesakes = std::count(names.begin(), names.end(), entry.device.id);
    names.push_back(entry.device.id);
    if (namesakes > 0) entry.device.id.name += " #" + std::to_string(namesakes + 1);
    entry.device.inputChannels = info->maxInputChannels;
    entry.device.outputChannels = info->maxOutputChannels;
    entry.device.defaultSampleRate = static_cast<int>(std::lround(info->defaultSampleRate));
    entry.device.isDefaultInput = index == hostApi->defaultInputDevice;
    entry.device.isDefaultOutput = index == hostApi->defaultOutputDevice;
    entries.push_back(std::move(entry));
  }
  return entries;
}

void logNoise(const std::string& noise) {
  std::istringstream lines(noise);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) log::debug("PortAudio: {}", line);
  }
}

}  // namespace

/// What initialising found.
struct Driver::Found {
  Outcome outcome;
  bool jackLost = false;
  std::vector<DeviceEntry> devices;
};

/// What opening came to.
struct Driver::Opened {
  Outcome outcome;
  bool jackLost = false;
  DriverStream stream;
};

Driver::Driver(std::shared_ptr<PortAudioApi> api) : api_(std::move(api)) {}

Driver::~Driver() {
  release();
}

std::shared_ptr<Driver> Driver::shared() {
  static std::mutex mutex;
  static std::weak_ptr<Driver> users;
  // Never destroyed: a stalled or lost PortAudio stays so until the process ends.
  static Driver& driver = *new Driver(makePortAudioApi());

  const std::lock_guard lock(mutex);
  std::shared_ptr<Driver> shared = users.lock();
  if (!shared) {
    shared = std::shared_ptr<Driver>(&driver, [](Driver* last) { last->release(); });
    users = shared;
  }
  return shared;
}

template <class R>
Result<R> Driver::call(std::chrono::milliseconds limit, const std::string& doing,
                       std::function<R()> job) {
  if (unusable_) return fail(*unusable_);
  if (!thread_) thread_.emplace();
  StderrCapture noise;
  std::optional<R> result = thread_->run<R>(limit, std::move(job));
  logNoise(noise.finish());
  if (result) return std::move(*result);

  unusable_ = Error{ErrorCode::audioDevice,
                    "The audio driver stopped answering while " + doing +
                        "; restart Linecheck to use audio devices again.",
                    {}};
  log::error("{}", unusable_->message());
  return fail(*unusable_);
}

Error Driver::jackIsGone() const {
  return {ErrorCode::audioDevice,
          "The JACK server has stopped; start it again, then restart Linecheck to use it.",
          {}};
}

std::optional<DeviceEntry> Driver::jackWitness() const {
  for (const DeviceEntry& entry : devices_) {
    if (entry.hostApi == paJACK && entry.device.inputChannels + entry.device.outputChannels > 0) {
      return entry;
    }
  }
  return {};
}

Result<void> Driver::rescan(const PortAudioOptions& limits) {
  // A stream, open or left behind, keeps PortAudio from being ended.
  if (initialised_ && (openStreams_ > 0 || jackLost_)) return {};
  Result<Found> found =
      call<Found>(limits.initialiseLimit, "looking for devices",
                  [api = api_, initialised = initialised_, witness = jackWitness()] {
                    Found now;
                    if (initialised) {
                      if (witness && !jackLives(*api, *witness)) {
                        now.jackLost = true;
                        return now;
                      }
                      api->terminate();
                    }
                    now.outcome = outcome(*api, api->initialise());
                    if (now.outcome.error >= 0) now.devices = readDevices(*api);
                    return now;
                  });
  if (!found) return fail(found.error());
  if (found->jackLost) {
    jackLost_ = true;
    return {};
  }
  initialised_ = found->outcome.error >= 0;
  devices_ = std::move(found->devices);
  if (!initialised_) {
    return fail(ErrorCode::audioDevice,
                "The audio system could not be started: " + found->outcome.text + '.');
  }
  return {};
}

Result<std::vector<DeviceEntry>> Driver::devices(const PortAudioOptions& limits) {
  const std::lock_guard lock(mutex_);
  if (auto scanned = rescan(limits); !scanned) return fail(scanned.error());
  if (unusable_) return fail(*unusable_);
  std::vector<DeviceEntry> list = devices_;
  if (jackLost_) {
    std::erase_if(list, [](const DeviceEntry& entry) { return entry.hostApi == paJACK; });
    if (list.empty()) return fail(jackIsGone());
  }
  return list;
}

Result<StreamRequest> Driver::resolve(const StreamConfig& config, const PortAudioOptions& limits) {
  if (!initialised_) {
    if (auto scanned = rescan(limits); !scanned) return fail(scanned.error());
  }
  Result<StreamRequest> request = makeStreamRequest(config, devices_);
  if (!request && request.error().code == ErrorCode::notFound) {
    if (auto scanned = rescan(limits); !scanned) return fail(scanned.error());
    request = makeStreamRequest(config, devices_);
  }
  if (request && request->hostApi == paJACK && jackLost_) return fail(jackIsGone());
  return request;
}

Result<void> Driver::probe(const StreamConfig& config, const PortAudioOptions& limits) {
  const std::lock_guard lock(mutex_);
  const Result<StreamRequest> request = resolve(config, limits);
  if (!request) return fail(request.error());
  const auto probed =
      call<Outcome>(limits.callLimit, "probing a device", [api = api_, request = *request] {
        const PaError error = api->isFormatSupported(request.inputOrNull(), request.outputOrNull(),
                                                     request.sampleRate);
        return requestOutcome(*api, error, request);
      });
  if (!probed) return fail(probed.error());
  if (probed->error < 0) return fail(requestError(*probed, *request));
  return {};
}

Result<DriverStream> Driver::open(const StreamConfig& config, BlockProcessor& processor,
                                  const PortAudioOptions& limits) {
  const std::lock_guard lock(mutex_);
  const Result<StreamRequest> request = resolve(config, limits);
  if (!request) return fail(request.error());

  DriverStream made;
  made.hostApi = request->hostApi;
  made.where = request->where;
  made.bridge = std::make_shared<CallbackBridge>(
      processor, request->input ? request->input->channelCount : 0,
      request->output ? request->output->channelCount : 0, request->words);
  const auto opened =
      call<Opened>(limits.callLimit, "opening a stream",
                   [api = api_, request = *request, made,
                    witness = made.hostApi == paJACK ? jackWitness() : std::nullopt] {
                     Opened now;
                     now.stream = made;
                     const PaError error = api->openStream(
                         &now.stream.stream, request.inputOrNull(), request.outputOrNull(),
                         request.sampleRate, static_cast<unsigned long>(request.framesPerBuffer),
                         paClipOff | paDitherOff, &CallbackBridge::callback, made.bridge.get());
                     now.outcome = requestOutcome(*api, error, request);
                     if (error == paNoError) {
                       now.stream.sampleRate = api->streamSampleRate(now.stream.stream);
                     } else {
                       now.jackLost = witness && !jackLives(*api, *witness);
                     }
                     return now;
                   });
  if (!opened) {
    // The driver may still finish the opening, and then call.
    leftBehind_.push_back(made.bridge);
    made.bridge->close();
    return fail(opened.error());
  }
  if (opened->jackLost) {
    jackLost_ = true;
    return fail(jackIsGone());
  }
  if (opened->outcome.error < 0) return fail(requestError(opened->outcome, *request));
  ++openStreams_;
  return opened->stream;
}

Result<void> Driver::simpleCall(const DriverStream& stream, std::chrono::milliseconds limit,
                                const std::string& doing,
                                PaError (PortAudioApi::*function)(PaStream*)) {
  const auto done = call<Outcome>(limit, doing, [api = api_, stream, function] {
    return outcome(*api, (*api.*function)(stream.stream));
  });
  if (!done) return fail(done.error());
  if (done->error < 0) {
    return fail(ErrorCode::audioDevice,
                "The audio driver failed while " + doing + ": " + done->text + '.');
  }
  return {};
}

Result<void> Driver::start(const DriverStream& stream, const PortAudioOptions& limits) {
  const std::lock_guard lock(mutex_);
  return simpleCall(stream, limits.callLimit, "starting the stream", &PortAudioApi::startStream);
}

Result<void> Driver::stop(const DriverStream& stream, const PortAudioOptions& limits) {
  const std::lock_guard lock(mutex_);
  return simpleCall(stream, limits.callLimit, "stopping the stream", &PortAudioApi::stopStream);
}

void Driver::close(DriverStream stream, const PortAudioOptions& limits) {
  const std::lock_guard lock(mutex_);
  const bool jack = stream.hostApi == paJACK;
  if (!unusable_ && !(jack && jackLost_)) {
    const auto closed =
        call<bool>(limits.callLimit, "closing the stream",
                   [api = api_, stream, witness = jack ? jackWitness() : std::nullopt] {
                     if (witness && !jackLives(*api, *witness)) return false;
                     const PaError error = api->closeStream(stream.stream);
                     if (error < 0) log::warning("Closing a stream: {}.", api->errorText(error));
                     return true;
                   });
    if (closed && *closed) {
      --openStreams_;
      return;
    }
    if (closed) jackLost_ = true;
  }
  leftBehind_.push_back(std::move(stream.bridge));
}

bool Driver::isActive(const DriverStream& stream) {
  return api_->isStreamActive(stream.stream) == 1;
}

void Driver::loseJack() {
  const std::lock_guard lock(mutex_);
  jackLost_ = true;
}

void Driver::release() {
  const std::lock_guard lock(mutex_);
  if (initialised_ && openStreams_ == 0 && !jackLost_ && !unusable_) {
    const auto ended = call<bool>(PortAudioOptions{}.initialiseLimit, "ending PortAudio",
                                  [api = api_, witness = jackWitness()] {
                                    if (witness && !jackLives(*api, *witness)) return false;
                                    api->terminate();
                                    return true;
                                  });
    initialised_ = !(ended && *ended);
    jackLost_ = ended && !*ended;
  }
  thread_.reset();
}

}  // namespace linecheck::audio
