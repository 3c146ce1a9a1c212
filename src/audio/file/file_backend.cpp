#include "audio/file/file_backend.h"

#include <fmt/format.h>

#include <algorithm>

namespace linecheck::audio {
namespace {

std::int64_t framesOf(const Recording& recording) {
  return static_cast<std::int64_t>(recording.samples.size()) / recording.channels;
}

// Gives a recording's first channels from its beginning to its end.
class Replay final : public VirtualDevice {
 public:
  Replay(std::shared_ptr<const Recording> recording, int channels)
      : recording_(std::move(recording)), channels_(static_cast<std::size_t>(channels)) {}

  Captured capture(std::span<float> input, int frames) noexcept override {
    const std::int64_t left = framesOf(*recording_) - position_;
    Captured captured;
    captured.frames = static_cast<int>(std::min<std::int64_t>(frames, left));
    if (!input.empty()) {
      const auto stride = static_cast<std::size_t>(recording_->channels);
      const float* from = recording_->samples.data() + static_cast<std::size_t>(position_) * stride;
      for (std::size_t i = 0; i < static_cast<std::size_t>(captured.frames); ++i) {
        std::copy_n(from + i * stride, channels_, input.data() + i * channels_);
      }
    }
    const std::int64_t end = position_ + captured.frames;
    for (const FlaggedFrames& flagged : recording_->flagged) {
      if (flagged.first < end && flagged.first + flagged.count > position_) {
        captured.flags = captured.flags | flagged.flags;
      }
    }
    position_ = end;
    return captured;
  }
  void play(std::span<const float> /*output*/, int /*frames*/) noexcept override {}

 private:
  std::shared_ptr<const Recording> recording_;
  std::size_t channels_;
  std::int64_t position_ = 0;
};

}  // namespace

FileBackend::FileBackend(std::vector<Recording> recordings, Pacing pacing)
    : pacing_(std::move(pacing)) {
  recordings_.reserve(recordings.size());
  for (Recording& recording : recordings) {
    recordings_.push_back(std::make_shared<const Recording>(std::move(recording)));
  }
}

Result<std::vector<Device>> FileBackend::devices() {
  std::vector<Device> devices;
  devices.reserve(recordings_.size());
  for (const auto& recording : recordings_) {
    Device device;
    device.id = {kHostApi, recording->name};
    device.inputChannels = recording->channels;
    device.outputChannels = kOutputChannels;
    device.defaultSampleRate = recording->sampleRate;
    device.isDefaultInput = device.isDefaultOutput = devices.empty();
    devices.push_back(std::move(device));
  }
  return devices;
}

Result<void> FileBackend::probe(const StreamConfig& config) {
  if (const auto checked = check(config); !checked) return fail(checked.error());
  return {};
}

Result<std::unique_ptr<Stream>> FileBackend::open(const StreamConfig& config,
                                                  BlockProcessor& processor) {
  auto recording = check(config);
  if (!recording) return fail(recording.error());
  return std::make_unique<PacedStream>(
      config, std::make_unique<Replay>(*std::move(recording), config.inputChannels), processor,
      pacing_);
}

Result<std::shared_ptr<const Recording>> FileBackend::find(const DeviceId& id) const {
  const auto found = std::find_if(recordings_.begin(), recordings_.end(), [&id](const auto& r) {
    return id.hostApi == kHostApi && id.name == r->name;
  });
  if (found == recordings_.end()) {
    return fail(ErrorCode::notFound, "There is no such file to replay.", id.name);
  }
  return *found;
}

Result<std::shared_ptr<const Recording>> FileBackend::check(const StreamConfig& config) const {
  if (!config.input) return fail(ErrorCode::usage, "A replay needs the file as its input.");
  auto recording = find(*config.input);
  if (!recording) return recording;
  if (config.output) {
    if (auto output = find(*config.output); !output) return output;
  }
  const Recording& file = **recording;
  if (config.sampleRate != file.sampleRate) {
    return fail(ErrorCode::unsupported,
                fmt::format("Was recorded at {} Hz and cannot be replayed at {} Hz.",
                            file.sampleRate, config.sampleRate),
                file.name);
  }
  if (config.inputChannels < 1 || config.inputChannels > file.channels) {
    return fail(
        ErrorCode::unsupported,
        fmt::format("Has {} channels; {} were asked for.", file.channels, config.inputChannels),
        file.name);
  }
  if (config.output && (config.outputChannels < 1 || config.outputChannels > kOutputChannels)) {
    return fail(ErrorCode::unsupported,
                fmt::format("A replay takes 1 or {} output channels; {} were asked for.",
                            kOutputChannels, config.outputChannels),
                file.name);
  }
  return recording;
}

}  // namespace linecheck::audio
