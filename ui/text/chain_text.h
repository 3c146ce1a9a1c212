#pragma once

#include <QString>

#include "chain/desk.h"
#include "chain/edit.h"
#include "chain/grounds.h"

namespace linecheck::ui {

/// What an edit does, for the undo menu: "add L30 II".
[[nodiscard]] QString editText(const chain::Edit& edit);

[[nodiscard]] QString cableKindText(chain::CableKind kind);
[[nodiscard]] QString powerKindText(chain::PowerPoint::Kind kind);
[[nodiscard]] QString neighbourText(chain::Neighbour neighbour);
/// The user's name for a power point, else what it is.
[[nodiscard]] QString powerPointName(const chain::PowerPoint& point);
[[nodiscard]] QString deviceName(const chain::Desk& desk, const chain::DeviceId& id);
/// "Line Out of Zen Go"
[[nodiscard]] QString socketText(const chain::Desk& desk, const chain::Socket& socket);
/// What any part is called: a device's name, "Cable from … to …", a power point's name.
[[nodiscard]] QString partText(const chain::Desk& desk, const std::string& part);

/// How a control stands, with its unit: "GND", "+12.0 dB", "40 %".
[[nodiscard]] QString settingText(const chain::Setting& setting);

/// What drives a ground loop, in a sentence.
[[nodiscard]] QString driveText(chain::LoopDrive drive);

}  // namespace linecheck::ui
