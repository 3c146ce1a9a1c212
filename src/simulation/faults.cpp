#include "simulation/faults.h"

#include <algorithm>
#include <array>

namespace linecheck::simulation {
namespace {

constexpr std::array kFaults = {
    FaultInfo{Fault::groundLoop, "ground_loop", "Ground loop",
              "Two earths meet through a cable's shield: 50 or 60 Hz with odd harmonics."},
    FaultInfo{Fault::magneticPickup, "magnetic_pickup", "Magnetic pickup",
              "A cable lies beside a transformer: an almost pure 50 or 60 Hz."},
    FaultInfo{Fault::supplyRipple, "supply_ripple", "Supply ripple",
              "A power adapter's filter is worn out: 100, 200, 300 Hz or 120, 240, 360 Hz."},
    FaultInfo{Fault::mainsHash, "mains_hash", "Dimmer buzz",
              "A dimmer's switching edges couple in: a buzz of many mains harmonics."},
    FaultInfo{Fault::computerHash, "computer_hash", "Computer hash",
              "The computer's USB ground carries its tones, 1 kHz and multiples, and its noise."},
    FaultInfo{Fault::clipping, "clipping", "Input gain too high",
              "The preamplifier is up by 26 dB: a test tone clips the converter."},
    FaultInfo{Fault::dropouts, "dropouts", "Dropouts",
              "The driver loses or repeats a few samples every second and does not say so."},
    FaultInfo{Fault::noLoopback, "no_loopback", "Loopback cable pulled",
              "What is played does not come back to the input."},
    FaultInfo{Fault::deadInput, "dead_input", "Input muted",
              "The input gives exact zeros, as a muted digital link does."},
    FaultInfo{Fault::unplugged, "unplugged", "Interface unplugged",
              "The interface's USB cable is pulled."},
};

}  // namespace

std::span<const FaultInfo> faults() {
  return kFaults;
}

std::optional<Fault> findFault(std::string_view id) {
  const auto* const found = std::find_if(kFaults.begin(), kFaults.end(),
                                         [id](const FaultInfo& info) { return info.id == id; });
  if (found == kFaults.end()) return std::nullopt;
  return found->fault;
}

}  // namespace linecheck::simulation
