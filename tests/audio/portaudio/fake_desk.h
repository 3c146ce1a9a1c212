#pragma once

#include <atomic>
#include <memory>

#include "audio/portaudio/backend_on_driver.h"
#include "audio/portaudio/fake_api.h"

namespace linecheck::audio {

/// Counts its blocks and plays silence.
class CountingProcessor final : public BlockProcessor {
 public:
  bool process(const Block& block) noexcept override {
    frames += block.frames;
    if (block.flags.any()) ++flagged;
    return !endNow;
  }
  std::atomic<int> frames = 0;
  std::atomic<int> flagged = 0;
  std::atomic<bool> endNow = false;
};

/// A backend on a fake PortAudio with one ALSA and one JACK device, under a clock that the test
/// advances.
class FakeDesk {
 public:
  FakeDesk() {
    options.clock = &clock;
    api->plug({"ALSA", "interface", 4, 4, {44'100, 48'000, 96'000}});
    api->plug({"JACK Audio Connection Kit", "system", 2, 2, {48'000}});
    renew();
  }
  ~FakeDesk() { api->releaseHangs(); }
  FakeDesk(const FakeDesk&) = delete;
  FakeDesk& operator=(const FakeDesk&) = delete;

  /// Makes the backend anew with the present options.
  void renew() { backend = makePortAudioBackend(driver, options); }

  [[nodiscard]] static StreamConfig on(const DeviceId& device) {
    StreamConfig config;
    config.input = device;
    config.output = device;
    return config;
  }
  [[nodiscard]] static StreamConfig alsa() { return on({"ALSA", "interface"}); }
  [[nodiscard]] static StreamConfig jack() { return on({"JACK Audio Connection Kit", "system"}); }
  /// Opens and starts, or null.
  [[nodiscard]] std::unique_ptr<Stream> running(const StreamConfig& config) {
    auto stream = backend->open(config, processor);
    if (!stream || !(*stream)->start()) return nullptr;
    return std::move(*stream);
  }

  std::shared_ptr<FakeApi> api = std::make_shared<FakeApi>();
  ManualClock clock;
  PortAudioOptions options;
  std::shared_ptr<Driver> driver = std::make_shared<Driver>(api);
  CountingProcessor processor;
  std::unique_ptr<Backend> backend;
};

}  // namespace linecheck::audio
