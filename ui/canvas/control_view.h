#pragma once

#include <optional>
#include <vector>

#include "canvas/chain_view.h"
#include "chain/desk.h"
#include "chain/device.h"
#include "profiles/control.h"

namespace linecheck::ui {

/// The switches and knobs of a device, as they stand. A switch whose positions nobody knows is
/// left out: there is nothing to choose.
[[nodiscard]] std::vector<ControlView> controlsOf(const chain::Desk& desk,
                                                  const chain::DeviceId& device);

/// The names of a switch's positions, as its profile has them; empty for knobs.
[[nodiscard]] std::vector<std::string> positionsOf(const profiles::Control& control);

/// How a knob can be turned.
struct KnobScale {
  enum class Unit { decibels, dbu, travel };
  Unit unit = Unit::travel;
  double least = 0.0;  ///< Fraction for travel.
  double most = 1.0;
  double step = 0.01;

  [[nodiscard]] chain::Setting at(double value) const;
  /// The figure of a setting that stands in this unit.
  [[nodiscard]] std::optional<double> valueOf(const chain::Setting& setting) const;
};
/// Empty for switches, and for knobs whose ends nobody knows.
[[nodiscard]] std::optional<KnobScale> knobScale(const profiles::Control& control);

}  // namespace linecheck::ui
