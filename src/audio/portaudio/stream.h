#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "audio/backend.h"
#include "audio/portaudio/driver.h"

namespace linecheck::audio {

/// An open PortAudio stream. See Stream for the contract.
class PortAudioStream final : public Stream {
 public:
  PortAudioStream(std::shared_ptr<Driver> driver, DriverStream stream,
                  const PortAudioOptions& options);
  ~PortAudioStream() override;
  PortAudioStream(const PortAudioStream&) = delete;
  PortAudioStream& operator=(const PortAudioStream&) = delete;

  Result<void> start() override;
  Result<void> stop() override;
  [[nodiscard]] StreamState state() override;
  [[nodiscard]] std::optional<Error> fault() const override { return fault_; }
  [[nodiscard]] int sampleRate() const override { return stream_.sampleRate; }

 private:
  [[nodiscard]] Clock::Duration now() const;
  /// PortAudio's stream ended, but not at the processor's wish.
  [[nodiscard]] bool endedByItself();
  void lose(std::string what);
  void loseWhereItEnded();

  std::shared_ptr<Driver> driver_;
  DriverStream stream_;
  PortAudioOptions options_;
  SteadyClock steadyClock_;
  bool started_ = false;
  std::optional<Error> fault_;
  std::uint64_t callbacksSeen_ = 0;
  Clock::Duration lastProgress_{0};
};

}  // namespace linecheck::audio
