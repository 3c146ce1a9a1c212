#pragma once

#include <vector>

#include "chain/desk.h"
#include "chain/fix.h"
#include "diagnosis/cause.h"

namespace linecheck::diagnosis {

/// What helps where a cause comes in at a place other than a loop (whose cures are the ground
/// plan's, chain/ground_fixes.h), the cheapest first. All texts are in rules/common_fixes.cpp.
///
/// | action                          | where          | arguments        | against |
/// |---------------------------------|----------------|------------------|---------|
/// | `move-cable-away`               | cable          | from, to         | magnetic pickup |
/// | `move-away-from-graphics-card`  | cable          | from, to         | computer hash in a cable
/// | | `use-balanced-cable`, `-line`   | cable          | from, to         | pickup, leakage, phone
/// | | `insert-transformer-isolator`   | cable          | from, to         | leakage | |
/// `use-original-adapter`          | lead           | device           | supply ripple | |
/// `replace-adapter`               | lead or device | device           | supply ripple | |
/// `repair-supply`                 | device         | device           | supply ripple | |
/// `power-from-adapter`            | device         | device           | ripple, hash, frames | |
/// `run-on-battery`                | computer       | device           | leakage | |
/// `use-earthed-supply`            | device         | device           | leakage | |
/// `call-electrician`              | power point    | none             | no working earth | |
/// `repair-pin-1`                  | device         | device           | pin 1 problem | |
/// `switch-dimmers-off`            | power point    | none             | dimmer | |
/// `replace-dimmer`                | power point    | none             | dimmer | |
/// `find-noisy-appliance`          | power point    | none             | mains hash | |
/// `use-mains-filter`              | power point    | none             | mains hash | |
/// `use-other-usb-port`            | cable          | from, to         | hash, frames | |
/// `insert-usb-isolator`           | cable          | from, to         | hash, frames | |
/// `keep-phones-away`              | place          | none             | mobile phone | |
/// `replace-interface`             | device         | device           | interface's noise | |
/// `lower-gain`                    | device         | device           | hiss |
[[nodiscard]] std::vector<chain::Fix> curesFor(const chain::Desk& desk, Cause cause,
                                               const chain::Place& place);

/// The same for the shield of one line, wherever what flows through it comes from.
[[nodiscard]] std::vector<chain::Fix> shieldCures(const chain::Desk& desk,
                                                  const chain::Cable& cable);

/// Sorts by cost; equal ones keep their order.
void cheapestFirst(std::vector<chain::Fix>& fixes);

}  // namespace linecheck::diagnosis
