#pragma once

#include "canvas/chain_view.h"
#include "chain/desk.h"
#include "levels/route.h"

namespace linecheck::ui {

/// One way of a signal through a desk, as a row of cards without their controls. What the signal
/// enters by lies on a card's left edge, what it leaves by on the right one.
[[nodiscard]] ChainView wayView(const chain::Desk& desk, const levels::Route& route);

}  // namespace linecheck::ui
