#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "chain/desk.h"
#include "chain/situation.h"
#include "diagnosis/suspect.h"
#include "units/decibels.h"

namespace linecheck::diagnosis {

/// −∞: nothing arrives.
[[nodiscard]] Decibels nothingArrives();
[[nodiscard]] bool isNothing(Decibels gain);

/// What a volume at its minimum still lets through, against all.
inline constexpr Decibels kVolumeDown = Decibels::of(-60.0);

/// The way of the sound to the listening point as a desk stands, and how much of what enters on it
/// arrives: 0 dB with every plug in and every volume up. The desk, which is of the situation's
/// chain, must outlive it.
class SoundWay {
 public:
  SoundWay(const chain::Desk& desk, const chain::Situation& situation, const ListeningPoint& at);

  /// Of what a device adds to its output. −∞ also for a device that is not on the way.
  [[nodiscard]] Decibels fromOutput(const chain::DeviceId& device) const;
  /// Of what is picked up in a cable, or falls off along its shield.
  [[nodiscard]] Decibels fromCable(const chain::CableId& cable) const;

  /// From the listening point upstream; also those of which nothing arrives.
  [[nodiscard]] const std::vector<chain::DeviceId>& devices() const { return devices_; }
  [[nodiscard]] const std::vector<chain::CableId>& analogueLines() const { return lines_; }
  [[nodiscard]] const std::vector<chain::CableId>& usbLeads() const { return usb_; }

 private:
  void visit(const chain::DeviceId& device, std::string_view output, Decibels gain);

  const chain::Desk& desk_;
  const chain::Situation& situation_;
  std::map<chain::DeviceId, Decibels> outputs_;
  std::map<chain::CableId, Decibels> cables_;
  std::vector<chain::DeviceId> devices_;
  std::vector<chain::CableId> lines_;
  std::vector<chain::CableId> usb_;
};

/// Whether a knob of the device turns down what goes from one of its ports to another: an analogue
/// volume. One that works on numbers leaves the noise behind the converter as it is.
[[nodiscard]] bool hasAnalogueVolume(const chain::Desk& desk, const chain::DeviceId& device,
                                     std::string_view input, std::string_view output);

/// Whether current can flow through the cable's shield as the desk stands: not if an isolator or a
/// dummy parts it.
[[nodiscard]] bool isShieldWhole(const chain::Situation& situation, const chain::CableId& cable);

}  // namespace linecheck::diagnosis
