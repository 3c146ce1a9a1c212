#pragma once

#include "audio/backend.h"
#include "support/jack/fault_box.h"

namespace linecheck::testing {

/// A backend before a JACK server and a fault box on it, as fast as the machine goes while a
/// stream runs: the box freewheels from its start to its stop. No frame is lost for that, for the
/// callback waits until its processor has room. Not two streams at a time.
class FreewheelBackend final : public audio::Backend {
 public:
  /// Both outlive it.
  FreewheelBackend(audio::Backend& backend, FaultBox& box) : backend_(backend), box_(box) {}

  [[nodiscard]] std::string name() const override { return backend_.name(); }
  Result<std::vector<audio::Device>> devices() override { return backend_.devices(); }
  Result<void> probe(const audio::StreamConfig& config) override { return backend_.probe(config); }
  Result<std::unique_ptr<audio::Stream>> open(const audio::StreamConfig& config,
                                              audio::BlockProcessor& processor) override;

 private:
  audio::Backend& backend_;
  FaultBox& box_;
};

}  // namespace linecheck::testing
