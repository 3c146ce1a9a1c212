#pragma once

#include <vector>

#include "chain/desk.h"
#include "chain/place.h"

/// Where a desk can be turned louder and quieter. Best is one control that is turned day by day,
/// the last knob before the ear; all others are set once.
namespace linecheck::chain {

enum class VolumeStand {
  full,     ///< Lets everything through; also what is matched once and left, as on monitors.
  lowered,  ///< Turned down.
  unknown,
};

/// A volume control that sound goes through.
struct VolumeControl {
  Place place;  ///< The device and its control.
  bool isDigital = false;
  bool isKnob = false;  ///< Analogue, or on an amplifier: there to be turned.
  VolumeStand stand = VolumeStand::unknown;
  /// Turned down; or, where nobody has told, the last knob of its way.
  bool isLive = false;

  bool operator==(const VolumeControl&) const = default;
};

/// One way of the sound.
struct VolumeWay {
  std::vector<VolumeControl> controls;  ///< From the source to the ear.
  /// Begins in a computer, and the profiles tell of every device on it which volumes it has.
  bool isWhole = false;

  [[nodiscard]] std::vector<VolumeControl> live() const;

  bool operator==(const VolumeWay&) const = default;
};

/// Headphones, monitors or loudspeakers, with the ways on which sound gets there, whatever the
/// devices' modes. Ways that run in a circle are left out.
struct ListeningEnd {
  DeviceId device;
  VolumeWay busiest;  ///< With the most controls turned down; among equals, the most unknown.
  VolumeWay barest;   ///< With the fewest that are or may be turned down, of the whole ways if any.

  bool operator==(const ListeningEnd&) const = default;
};

/// All ends that anything is plugged into, in the chain's order.
[[nodiscard]] std::vector<ListeningEnd> listeningEnds(const Desk& desk);

/// Where the volume is set day by day: the live controls of all ends, each once. One is best.
[[nodiscard]] std::vector<Place> liveControls(const std::vector<ListeningEnd>& ends);

}  // namespace linecheck::chain
