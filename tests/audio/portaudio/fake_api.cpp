#include "audio/portaudio/fake_api.h"

#include <algorithm>
#include <cmath>

namespace linecheck::audio {
namespace {

PaHostApiTypeId typeOf(const std::string& hostApi) {
  if (hostApi == "JACK Audio Connection Kit") return paJACK;
  if (hostApi == "ASIO") return paASIO;
  if (hostApi == "MME") return paMME;
  return paALSA;
}

}  // namespace

void FakeApi::releaseHangs() {
  const std::lock_guard lock(mutex_);
  released_ = true;
  changed_.notify_all();
}

void FakeApi::plug(FakeDevice device) {
  const std::lock_guard lock(mutex_);
  plugged_.push_back(std::move(device));
}

void FakeApi::unplugAll() {
  const std::lock_guard lock(mutex_);
  plugged_.clear();
}

void FakeApi::hangIn(const std::string& call) {
  const std::lock_guard lock(mutex_);
  hanging_.insert(call);
}

void FakeApi::failIn(const std::string& call, PaError error) {
  const std::lock_guard lock(mutex_);
  failing_[call] = error;
}

void FakeApi::setActive(bool active) {
  const std::lock_guard lock(mutex_);
  active_ = active;
}

int FakeApi::count(const std::string& call) {
  const std::lock_guard lock(mutex_);
  return counts_[call];
}

PaStreamFlags FakeApi::openFlags() {
  const std::lock_guard lock(mutex_);
  return flags_;
}

int FakeApi::callBack(unsigned long frames, PaStreamCallbackFlags flags) {
  const std::vector<std::int32_t> input(frames * static_cast<unsigned long>(inputs_));
  std::vector<std::int32_t> output(frames * static_cast<unsigned long>(outputs_));
  const PaStreamCallbackTimeInfo time{};
  const int verdict =
      callback_(inputs_ > 0 ? input.data() : nullptr, outputs_ > 0 ? output.data() : nullptr,
                frames, &time, flags, userData_);
  if (verdict != paContinue) setActive(false);
  return verdict;
}

PaError FakeApi::enter(const std::string& call) {
  std::unique_lock lock(mutex_);
  ++counts_[call];
  if (hanging_.contains(call)) changed_.wait(lock, [this] { return released_; });
  const auto failing = failing_.find(call);
  return failing == failing_.end() ? static_cast<PaError>(paNoError) : failing->second;
}

PaError FakeApi::initialise() {
  const PaError error = enter("initialise");
  const std::lock_guard lock(mutex_);
  seen_ = plugged_;
  hostApiNames_.clear();
  for (const FakeDevice& device : seen_) {
    if (std::find(hostApiNames_.begin(), hostApiNames_.end(), device.hostApi) ==
        hostApiNames_.end()) {
      hostApiNames_.push_back(device.hostApi);
    }
  }
  hostApiInfos_.clear();
  for (const std::string& name : hostApiNames_) {
    hostApiInfos_.push_back({1, typeOf(name), name.c_str(), 0, paNoDevice, paNoDevice});
  }
  deviceInfos_.clear();
  for (const FakeDevice& device : seen_) {
    const auto hostApi = static_cast<PaHostApiIndex>(
        std::find(hostApiNames_.begin(), hostApiNames_.end(), device.hostApi) -
        hostApiNames_.begin());
    const auto index = static_cast<PaDeviceIndex>(deviceInfos_.size());
    PaHostApiInfo& api = hostApiInfos_[static_cast<std::size_t>(hostApi)];
    if (device.inputs > 0 && api.defaultInputDevice == paNoDevice) api.defaultInputDevice = index;
    if (device.outputs > 0 && api.defaultOutputDevice == paNoDevice) {
      api.defaultOutputDevice = index;
    }
    deviceInfos_.push_back({2, device.name.c_str(), hostApi, device.inputs, device.outputs, 0, 0, 0,
                            0, static_cast<double>(*device.rates.begin())});
  }
  return error;
}

PaError FakeApi::terminate() {
  return enter("terminate");
}

PaDeviceIndex FakeApi::deviceCount() {
  return static_cast<PaDeviceIndex>(deviceInfos_.size());
}

const PaDeviceInfo* FakeApi::deviceInfo(PaDeviceIndex device) {
  return &deviceInfos_.at(static_cast<std::size_t>(device));
}

const PaHostApiInfo* FakeApi::hostApiInfo(PaHostApiIndex hostApi) {
  return &hostApiInfos_.at(static_cast<std::size_t>(hostApi));
}

PaError FakeApi::isFormatSupported(const PaStreamParameters* input,
                                   const PaStreamParameters* output, double sampleRate) {
  if (const PaError error = enter("isFormatSupported"); error != paNoError) return error;
  for (const PaStreamParameters* side : {input, output}) {
    if (side != nullptr && !seen_.at(static_cast<std::size_t>(side->device))
                                .rates.contains(static_cast<int>(sampleRate))) {
      return paInvalidSampleRate;
    }
  }
  return paFormatIsSupported;
}

PaError FakeApi::openStream(PaStream** stream, const PaStreamParameters* input,
                            const PaStreamParameters* output, double sampleRate,
                            unsigned long /*framesPerBuffer*/, PaStreamFlags flags,
                            PaStreamCallback* callback, void* userData) {
  if (const PaError error = enter("open"); error != paNoError) return error;
  if (const PaError error = isFormatSupported(input, output, sampleRate); error != paNoError) {
    return error;
  }
  const std::lock_guard lock(mutex_);
  callback_ = callback;
  userData_ = userData;
  inputs_ = input == nullptr ? 0 : input->channelCount;
  outputs_ = output == nullptr ? 0 : output->channelCount;
  rate_ = sampleRate;
  flags_ = flags;
  *stream = &streamToken_;
  return paNoError;
}

PaError FakeApi::startStream(PaStream* /*stream*/) {
  const PaError error = enter("start");
  setActive(error == paNoError);
  return error;
}

PaError FakeApi::stopStream(PaStream* /*stream*/) {
  const PaError error = enter("stop");
  if (error == paNoError) setActive(false);
  return error;
}

PaError FakeApi::closeStream(PaStream* /*stream*/) {
  return enter("close");
}

PaError FakeApi::isStreamActive(PaStream* /*stream*/) {
  const std::lock_guard lock(mutex_);
  return active_ ? 1 : 0;
}

int FakeApi::streamSampleRate(PaStream* /*stream*/) {
  const std::lock_guard lock(mutex_);
  return static_cast<int>(std::lround(rate_));
}

std::string FakeApi::errorText(PaError error) {
  return "fake error " + std::to_string(error);
}

}  // namespace linecheck::audio
