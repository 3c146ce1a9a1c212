#include "simulation/simulated_studio.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "audio/sample_rates.h"
#include "simulation/simulated_device.h"

namespace linecheck::simulation {
namespace {

constexpr std::array kRates = {44'100, 48'000, 88'200, 96'000, 176'400, 192'000};

bool isDemoStudio(const audio::DeviceId& id) {
  return id.hostApi == SimulatedStudio::kHostApi && id.name == SimulatedStudio::kDeviceName;
}

bool isWithin(int channels) {
  return channels >= 1 && channels <= SimulatedStudio::kChannels;
}

}  // namespace

StudioConfig demoStudio() {
  StudioConfig config;
  config.path.output.source.resistance = Ohms::of(100.0);
  return config;
}

SimulatedStudio::SimulatedStudio(StudioConfig config, audio::Pacing pacing)
    : config_(std::move(config)),
      pacing_(std::move(pacing)),
      faults_(std::make_shared<FaultSwitches>()) {}

SimulatedStudio::~SimulatedStudio() = default;

FaultSwitches& SimulatedStudio::faults() {
  return *faults_;
}

void SimulatedStudio::setScene(std::optional<Scene> scene) {
  const std::lock_guard lock(mutex_);
  scene_ = std::move(scene);
  mix_->set(scene_ ? scene_->heard(scene_->start()) : NoiseGains{});
}

void SimulatedStudio::setSituation(const chain::Situation& situation) {
  const std::lock_guard lock(mutex_);
  if (scene_) mix_->set(scene_->heard(situation));
}

void SimulatedStudio::setBaseline() {
  const std::lock_guard lock(mutex_);
  if (scene_) mix_->set(scene_->baseline());
}

void SimulatedStudio::setPatch(const Patch& patch) {
  const std::lock_guard lock(mutex_);
  patch_ = patch;
}

Result<std::vector<audio::Device>> SimulatedStudio::devices() {
  std::vector<audio::Device> devices;
  if (faults_->isOn(Fault::unplugged)) return devices;
  audio::Device device;
  device.id = {kHostApi, kDeviceName};
  device.inputChannels = device.outputChannels = kChannels;
  device.isDefaultInput = device.isDefaultOutput = true;
  devices.push_back(std::move(device));
  return devices;
}

Result<void> SimulatedStudio::probe(const audio::StreamConfig& config) {
  for (const auto& id : {config.input, config.output}) {
    if (id && (!isDemoStudio(*id) || faults_->isOn(Fault::unplugged))) {
      return fail(ErrorCode::notFound, "There is no such device in the simulated studio.",
                  id->name);
    }
  }
  if (!config.input && !config.output) {
    return fail(ErrorCode::usage, "A stream needs an input or an output.");
  }
  if (std::find(kRates.begin(), kRates.end(), config.sampleRate) == kRates.end()) {
    return fail(ErrorCode::unsupported,
                fmt::format("Does not run at {} Hz: use {}.", config.sampleRate,
                            audio::sampleRateList(kRates)),
                kDeviceName);
  }
  if ((config.input && !isWithin(config.inputChannels)) ||
      (config.output && !isWithin(config.outputChannels))) {
    return fail(ErrorCode::unsupported, fmt::format("Has {} channels.", kChannels), kDeviceName);
  }
  if (config.framesPerBuffer < 0 || config.framesPerBuffer > kMaxBlockFrames) {
    return fail(ErrorCode::unsupported,
                fmt::format("Takes buffers of at most {} frames.", kMaxBlockFrames), kDeviceName);
  }
  return {};
}

Result<std::unique_ptr<audio::Stream>> SimulatedStudio::open(const audio::StreamConfig& config,
                                                             audio::BlockProcessor& processor) {
  if (auto probed = probe(config); !probed) return fail(probed.error());
  StudioConfig studio = config_;
  std::unique_ptr<SceneVoice> scene;
  {
    const std::lock_guard lock(mutex_);
    studio.path = patched(studio.path, patch_);
    if (scene_ || studio.isReadyForScenes) {
      scene = std::make_unique<SceneVoice>(SceneSound(studio.seed, studio.mains, config.sampleRate),
                                           mix_);
    }
  }
  return std::make_unique<audio::PacedStream>(
      config, std::make_unique<SimulatedDevice>(studio, faults_, config, std::move(scene)),
      processor, pacing_);
}

}  // namespace linecheck::simulation
