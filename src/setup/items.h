#pragma once

#include <vector>

#include "chain/desk.h"
#include "setup/item.h"
#include "setup/wishes.h"

namespace linecheck::setup {

/// All that there is to see to at this desk, step by step and within each in the order in which it
/// is done. A step without any is not needed here, such as one knob for both where there are no
/// monitors. No two have the same id.
[[nodiscard]] std::vector<Item> itemsOf(const chain::Desk& desk, const Wishes& wishes = {});

}  // namespace linecheck::setup
