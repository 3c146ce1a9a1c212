#pragma once

#include <vector>

#include "chain/desk.h"
#include "chain/device.h"
#include "levels/route.h"
#include "prediction/computer_path.h"
#include "profiles/control.h"
#include "units/decibels.h"

namespace linecheck::prediction {

/// One way in which a control could stand, and what that would do to the gain.
struct ControlPosition {
  chain::Setting setting;
  Decibels change;              ///< Against how the chain has it.
  Decibels uncertainty = 0_dB;  ///< Of the change, one standard deviation.
};

/// All positions of a control beside the one that the chain has: the steps of a switch; whole
/// decibels of an output trim and of a digital volume; tenths of an analogue knob that is set in
/// decibels, per cents of one that is set by travel. Empty where nobody has told how it stands or
/// how far it goes, for then nothing can be held against it.
[[nodiscard]] std::vector<ControlPosition> positionsOf(const chain::Desk& desk,
                                                       const levels::RoutePoint& at,
                                                       const profiles::Control& control);

/// All per cents of a system volume that stands where somebody has told, or past which the sound
/// goes, as far as anyone knows.
[[nodiscard]] std::vector<ControlPosition> sliderPositions(const chain::Desk& desk,
                                                           const ComputerPath& computer);

}  // namespace linecheck::prediction
