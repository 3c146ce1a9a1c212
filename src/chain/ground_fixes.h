#pragma once

#include <vector>

#include "chain/desk.h"
#include "chain/grounds.h"

namespace linecheck::chain {

/// What helps against one loop of the plan, the cheapest first; the loop's drive must be known.
///
/// | action                       | where                      | arguments          | helps since |
/// |------------------------------|----------------------------|--------------------|--------------|
/// | `set-ground-lift`            | device and its control     | device, position   | loop opens |
/// | `use-one-strip`              | devices to move, new point | devices, strip     | drive falls |
/// | `run-on-battery`             | computer                   | device             | loop opens |
/// | `use-balanced-cable`         | cables                     | from, to           | not audible |
/// | `use-balanced-line`          | cables                     | from, to           | not audible |
/// | `insert-transformer-isolator`| cable                      | from, to           | loop opens |
/// | `insert-usb-isolator`        | cable                      | from, to           | loop opens |
///
/// Arguments are names; `from` and `to` those of the devices at the first cable. Each fix is tried
/// on a copy of the parts that it changes, and listed only if it helps. None opens a protective
/// earth: a computer on battery has none to open.
[[nodiscard]] std::vector<Fix> fixesFor(const Desk& desk, const GroundPlan& plan,
                                        const GroundLoop& loop);

}  // namespace linecheck::chain
