#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "midi/binding.h"

namespace linecheck::midi {

/// Lights the pads of notes that are bound: a note on of full velocity while their action is
/// active, of velocity 0 while it is not, to the output of the same device. "Stop everything" has
/// no light.
///
/// A device that sends what it is sent back to us would press its own pads. So what comes back
/// lit within `kEcho` is dropped, and after `kEchoLimit` times the device's lights are left alone.
///
/// Thread-safe: no. Realtime-safe: no.
class Lights {
 public:
  /// Not longer than the refractory time, so that no press of a hand is lost by it.
  static constexpr Clock::Duration kEcho = std::chrono::milliseconds(150);
  static constexpr int kEchoLimit = 3;
  static constexpr int kFullVelocity = 127;

  struct Sent {
    PortId output;
    Message message;

    bool operator==(const Sent&) const = default;
  };

  void setOn(bool isOn) { isOn_ = isOn; }
  void setActive(Action action, bool isActive);

  /// What has to be sent so that the pads show how things stand.
  [[nodiscard]] std::vector<Sent> update(const Bindings& bindings, const Ports& ports,
                                         Clock::Duration now);

  /// Whether the message is one of ours come back. `shutOff` becomes the port when that was once
  /// too often.
  [[nodiscard]] bool isEcho(const PortId& input, const Message& message, Clock::Duration now);
  /// Inputs whose device was found to send back, since the last call.
  [[nodiscard]] std::vector<PortId> takeShutOff() { return std::exchange(shutOff_, {}); }

 private:
  using Pad = std::pair<PortId, Trigger>;  ///< Of an output.

  struct Pending {
    std::string device;
    Message message;
    Clock::Duration time{0};
  };

  bool isOn_ = true;
  std::set<Action> active_;
  std::map<Pad, bool> shown_;
  std::map<PortId, std::string> devices_;  ///< Of the inputs.
  std::vector<Pending> pending_;
  std::map<std::string, int> echoes_;  ///< By device.
  std::vector<PortId> shutOff_;
};

}  // namespace linecheck::midi
