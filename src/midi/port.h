#pragma once

#include <compare>
#include <string>
#include <vector>

namespace linecheck::midi {

/// The system's way to MIDI devices.
enum class Api { alsa, jack, coreMidi, windowsMm };

/// Names a port for good: it is the same after the device was unplugged and after a restart.
struct PortId {
  Api api = Api::alsa;
  std::string name;  ///< Without the numbers that the system deals out anew each time.
  int ordinal = 0;   ///< Tells ports of equal name apart, counted in the system's order.

  auto operator<=>(const PortId&) const = default;
};

struct Port {
  PortId id;
  std::string device;  ///< Equal for the input and the output of one device.
  std::string handle;  ///< The port's name as the system has it now.

  bool operator==(const Port&) const = default;
};

struct Ports {
  std::vector<Port> inputs;   ///< Those that send to us.
  std::vector<Port> outputs;  ///< Those that we can send to.

  bool operator==(const Ports&) const = default;
};

}  // namespace linecheck::midi
