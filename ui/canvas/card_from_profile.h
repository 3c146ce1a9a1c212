#pragma once

#include "canvas/chain_view.h"
#include "profiles/profile.h"

namespace linecheck::ui {

/// The card of a device: inputs face the computer, outputs the ears; USB faces the computer, and
/// mains and supplies are left out.
[[nodiscard]] CardView cardFromProfile(const profiles::Profile& profile);

[[nodiscard]] QString kindText(profiles::Kind kind);
/// How it looks from the front.
[[nodiscard]] ConnectorShape connectorShape(profiles::Connector connector);
/// "RCA", "6.35 mm TRS"; "connector" where nobody knows.
[[nodiscard]] QString connectorText(profiles::Connector connector);

/// What runs through a cable of this colour: "unbalanced", "digital".
[[nodiscard]] QString carriesText(Role role);
/// What a cable between two connectors is: "RCA, unbalanced", "USB-A to USB-C, digital".
[[nodiscard]] QString cableText(const ConnectorView& from, const ConnectorView& to);

}  // namespace linecheck::ui
