#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "audio/portaudio/portaudio_backend.h"
#include "support/block_recorder.h"
#include "support/jack/fault_box.h"
#include "support/jack/jack_server.h"

namespace linecheck::testing {

inline const std::string kJackHostApi = "JACK Audio Connection Kit";

/// A server, a fault box on it, and the PortAudio backend before both.
struct JackLoop {
  explicit JackLoop(JackServer::Options serverOptions = {},
                    const FaultBox::Options& boxOptions = {}, audio::PortAudioOptions options = {})
      : server(serverOptions), box(boxOptions), backend(audio::makePortAudioBackend(options)) {
    config.input = audio::DeviceId{kJackHostApi, boxOptions.name};
    config.output = config.input;
    config.inputChannels = boxOptions.channels;
    config.outputChannels = boxOptions.channels;
    config.sampleRate = serverOptions.sampleRate;
  }

  [[nodiscard]] bool isUp() const { return server.isUp() && box.isUp(); }

  /// Opens and starts, or fails the test and returns null.
  [[nodiscard]] std::unique_ptr<audio::Stream> run(audio::BlockProcessor& processor) {
    auto stream = backend->open(config, processor);
    if (!stream) {
      ADD_FAILURE() << stream.error().message();
      return nullptr;
    }
    if (const auto started = (*stream)->start(); !started) {
      ADD_FAILURE() << started.error().message();
      return nullptr;
    }
    return std::move(*stream);
  }

  JackServer server;
  FaultBox box;
  std::unique_ptr<audio::Backend> backend;
  audio::StreamConfig config;
};

/// Waits for something that other threads or processes bring about; false after 20 s.
template <class Condition>
bool comesTrue(Condition condition) {
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > giveUp) return false;
    std::this_thread::yield();
  }
  return true;
}

/// One channel of interleaved samples.
inline std::vector<float> channel(const std::vector<float>& samples, std::size_t channels,
                                  std::size_t index) {
  std::vector<float> one;
  for (std::size_t i = index; i < samples.size(); i += channels) one.push_back(samples[i]);
  return one;
}

}  // namespace linecheck::testing
