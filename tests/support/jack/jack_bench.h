#pragma once

#include "support/jack/fault_box.h"
#include "support/jack/freewheel_backend.h"
#include "support/jack/jack_server.h"
#include "support/measure/truth_run.h"

namespace linecheck::testing {

/// Real PortAudio on a JACK server of its own, with the studio's path inside the fault box.
class JackBench final : public measure::testing::TruthBench {
 public:
  /// `sampleRate` in Hz: only cases of this rate can be run.
  explicit JackBench(int sampleRate);

  [[nodiscard]] bool isUp() const { return server_.isUp() && box_.isUp(); }
  /// What is known of why it is not up.
  [[nodiscard]] std::string output() const { return server_.output(); }

  /// Of the studio its path, its noise and its seed.
  [[nodiscard]] audio::Backend& with(const simulation::StudioConfig& studio) override;
  [[nodiscard]] audio::DeviceId device() const override;
  /// A period: the server's graph goes round in a circle.
  [[nodiscard]] double deviceFrames() const override { return kPeriod; }

 private:
  static constexpr int kPeriod = 1024;

  JackServer server_;
  FaultBox box_;
  std::unique_ptr<audio::Backend> portAudio_;
  FreewheelBackend backend_;
};

}  // namespace linecheck::testing
