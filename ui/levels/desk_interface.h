#pragma once

#include <QString>

#include "chain/desk.h"

/// What a measurement has to know of the desk.
namespace linecheck::ui {

/// The profile of the interface that plays and captures; null if the desk has none.
[[nodiscard]] const profiles::Profile* interfaceProfile(const chain::Desk& desk);

/// Headphones that the interface plays to, as the desk is wired, by their models.
[[nodiscard]] QString wornAt(const chain::Desk& desk);

}  // namespace linecheck::ui
