#include "simulation/simulated_device.h"

#include <algorithm>
#include <cmath>

#include "dsp/quantize.h"
#include "simulation/interference.h"
#include "simulation/noise.h"
#include "simulation/noise_faults.h"
#include "simulation/path_faults.h"

namespace linecheck::simulation {
namespace {

// At least the latency and one block.
constexpr std::int64_t kHistoryFrames = 8192;
static_assert(kHistoryFrames >= SimulatedStudio::kLatencyFrames + SimulatedStudio::kMaxBlockFrames);

constexpr double kPreamplifierTooHigh = 19.952623149688797;  // +26 dB

// A dropout loses this many frames in one second and repeats them in the next. No multiple of a
// test tone's period at any rate.
constexpr std::int64_t kDropoutFrames = 11;
static_assert(SimulatedStudio::kLatencyFrames >= SimulatedStudio::kMaxBlockFrames + kDropoutFrames);

constexpr double kUsbFrameRate = 1000.0;
// The computer's crystal against the interface's.
constexpr double kUsbClockError = 21e-6;
constexpr double kBurstsPerSecond = 40.0;

// Streams of random numbers, kept apart.
constexpr std::uint64_t kConverterStream = 1;
constexpr std::uint64_t kComputerStream = 0x10000;
constexpr std::uint64_t kBurstStream = 0x20000;
constexpr std::uint64_t kFaultStream = 0x30000;

PathConfig pathOf(const StudioConfig& studio) {
  PathConfig path = studio.path;
  path.seed = studio.seed;
  return path;
}

std::uint64_t streamOf(std::uint64_t seed, std::uint64_t stream) {
  return randomBitsAt(seed, stream);
}

}  // namespace

SimulatedDevice::SimulatedDevice(const StudioConfig& studio,
                                 std::shared_ptr<const FaultSwitches> faults,
                                 const audio::StreamConfig& stream,
                                 std::unique_ptr<SceneVoice> scene)
    : studio_(studio),
      faults_(std::move(faults)),
      sampleRate_(stream.sampleRate),
      inputChannels_(stream.input ? static_cast<std::size_t>(stream.inputChannels) : 0),
      outputChannels_(stream.output ? static_cast<std::size_t>(stream.outputChannels) : 0),
      hum_(studio.hum),
      scene_(std::move(scene)),
      path_(pathOf(studio), withFaults(pathOf(studio), FaultSet(~0U), stream.sampleRate),
            std::max(stream.outputChannels, 1), stream.sampleRate),
      arriving_(static_cast<std::size_t>(SimulatedStudio::kMaxBlockFrames) * outputChannels_),
      history_(static_cast<std::size_t>(kHistoryFrames) * outputChannels_),
      interference_(SimulatedStudio::kMaxBlockFrames),
      channelSamples_(SimulatedStudio::kMaxBlockFrames) {
  // Built here, not on the stream's thread at their first use.
  (void)usbTones();
  (void)mainsInterference(FaultSet(~0U));
  for (auto& samples : noise_) samples.resize(SimulatedStudio::kMaxBlockFrames);
  if (inputChannels_ == 0) return;
  for (const StudioSource& source : studio.sources) {
    noises_.push_back({std::nullopt, StereoNoise({source.kind, source.level, source.seed,
                                                  studio.mains, sampleRate_})});
  }
  for (const NoiseFault& fault : noiseFaults()) {
    const auto seed = streamOf(studio.seed, kFaultStream + static_cast<std::uint64_t>(fault.kind));
    noises_.push_back(
        {fault.fault, StereoNoise({fault.kind, fault.level, seed, studio.mains, sampleRate_})});
  }
}

audio::VirtualDevice::Captured SimulatedDevice::capture(std::span<float> input,
                                                        int frames) noexcept {
  Captured result;
  now_ = faults_->now();
  if (now_.has(Fault::unplugged)) {
    result.isLost = true;
    return result;
  }
  result.frames = frames;
  const auto count = static_cast<std::size_t>(frames);
  const bool isDead = now_.has(Fault::deadInput);
  const double loopGain = now_.has(Fault::noLoopback) ? 0.0 : studio_.loopGain.amplitudeRatio();
  const auto hum = std::span(interference_).first(count);
  const auto samples = std::span(channelSamples_).first(count);
  std::fill(hum.begin(), hum.end(), 0.0);
  if (!isDead && inputChannels_ > 0) {
    addInterference(hum);
    addNoises(count);
  }

  for (std::size_t channel = 0; channel < inputChannels_; ++channel) {
    if (isDead) {
      std::fill(samples.begin(), samples.end(), 0.0);
    } else {
      for (std::size_t i = 0; i < count; ++i) {
        samples[i] = loopGain * played(studioFrame(i), channel) + hum[i] + noise_.at(channel)[i];
      }
      convert(samples, channel);
    }
    for (std::size_t i = 0; i < count; ++i) {
      input[i * inputChannels_ + channel] = static_cast<float>(samples[i]);
    }
  }
  captured_ += frames;
  return result;
}

void SimulatedDevice::play(std::span<const float> output, int frames) noexcept {
  switchPath(faults_->now());
  const auto arriving = std::span(arriving_).first(output.size());
  std::copy(output.begin(), output.end(), arriving.begin());
  path_.process(arriving);
  for (std::size_t i = 0; i < arriving.size(); ++i) {
    const std::int64_t frame = played_ + static_cast<std::int64_t>(i / outputChannels_);
    history_[static_cast<std::size_t>(frame % kHistoryFrames) * outputChannels_ +
             i % outputChannels_] = arriving[i];
  }
  played_ += frames;
}

void SimulatedDevice::switchPath(FaultSet faults) {
  for (const auto& [fault, place] : pathFaults()) path_.useOther(place, faults.has(fault));
}

void SimulatedDevice::addInterference(std::span<double> samples) {
  HarmonicSeries mains = hum_;
  mains.add(mainsInterference(now_));
  const double nyquist = 0.5 * sampleRate_;
  mains.cutAbove(static_cast<int>(nyquist / studio_.mains.nominal.value()) - 1);
  const bool hasHash = now_.has(Fault::computerHash);
  if (mains.isSilent() && !hasHash) return;

  HarmonicSeries usb = usbTones();
  usb.cutAbove(static_cast<int>(nyquist / kUsbFrameRate) - 1);
  const double hashRms = rmsFromDbfs(kComputerNoise);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const std::int64_t frame = studioFrame(i);
    const Seconds time = Seconds::of(static_cast<double>(frame) / sampleRate_);
    if (!mains.isSilent()) samples[i] += mains.at(mainsCycles(studio_.mains, time));
    if (hasHash) {
      samples[i] += usb.at(kUsbFrameRate * (1.0 + kUsbClockError) * time.value());
      const auto burst = static_cast<std::uint64_t>(kBurstsPerSecond * time.value());
      const double activity = uniformAt(streamOf(studio_.seed, kBurstStream), burst);
      samples[i] +=
          activity * hashRms *
          gaussianAt(streamOf(studio_.seed, kComputerStream), static_cast<std::uint64_t>(frame));
    }
  }
}

void SimulatedDevice::addNoises(std::size_t frames) {
  for (auto& samples : noise_) std::fill_n(samples.begin(), frames, 0.0);
  const NoiseGains gains = scene_ ? scene_->gains() : NoiseGains{};
  // In stretches whose frames the studio counts one after the other.
  for (std::size_t begin = 0; begin < frames;) {
    std::size_t end = begin + 1;
    while (end < frames && studioFrame(end) == studioFrame(end - 1) + 1) ++end;
    const auto left = std::span(noise_[0]).subspan(begin, end - begin);
    const auto right = std::span(noise_[1]).subspan(begin, end - begin);
    for (Noise& noise : noises_) {
      if (noise.fault && !now_.has(*noise.fault)) continue;
      noise.source.addTo(left, right, studioFrame(begin));
    }
    if (scene_) scene_->addTo(left, right, studioFrame(begin), gains);
    begin = end;
  }
}

void SimulatedDevice::convert(std::span<double> samples, std::uint64_t channel) {
  const double gain = now_.has(Fault::clipping) ? kPreamplifierTooHigh : 1.0;
  const double noise = rmsFromDbfs(studio_.converterNoise);
  const std::uint64_t stream = streamOf(studio_.seed, kConverterStream + channel);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const auto place = static_cast<std::uint64_t>(studioFrame(i));
    samples[i] = std::clamp(gain * samples[i] + noise * gaussianAt(stream, place), -1.0, 1.0);
  }
  // The noise dithers.
  if (studio_.bitDepth) dsp::quantize(samples, *studio_.bitDepth, dsp::Dither::none);
}

// What the studio's own count of frames is at frame `i` of the block at hand.
std::int64_t SimulatedDevice::studioFrame(std::size_t i) const {
  const std::int64_t frame = captured_ + static_cast<std::int64_t>(i);
  const bool isLost = now_.has(Fault::dropouts) && frame / sampleRate_ % 2 == 1;
  return isLost ? frame + kDropoutFrames : frame;
}

// What arrives at the input with this frame; input channels beyond the output's hear its last one.
double SimulatedDevice::played(std::int64_t frame, std::size_t channel) const {
  const std::int64_t sent = frame - SimulatedStudio::kLatencyFrames;
  if (outputChannels_ == 0 || sent < 0 || sent >= played_) return 0.0;
  return history_[static_cast<std::size_t>(sent % kHistoryFrames) * outputChannels_ +
                  std::min(channel, outputChannels_ - 1)];
}

}  // namespace linecheck::simulation
