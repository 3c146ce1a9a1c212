#pragma once

#include <optional>
#include <vector>

#include "chain/desk.h"
#include "chain/id.h"
#include "units/decibels.h"
#include "units/interval.h"

namespace linecheck::chain {

/// How much the receivers at the ends of balanced cables take from what their shields carry: the
/// common-mode rejection of the one that has the least, since that one is heard. Empty if that of
/// any is unknown, or without cables.
[[nodiscard]] std::optional<Interval<Decibels>> leastRejection(const Desk& desk,
                                                               const std::vector<CableId>& cables);

}  // namespace linecheck::chain
