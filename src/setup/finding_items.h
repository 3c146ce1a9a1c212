#pragma once

#include <optional>
#include <string_view>

#include "setup/item.h"

namespace linecheck::setup {

/// Which kind of item a finding of the rules belongs to; none if there is no such finding.
[[nodiscard]] std::optional<ItemKind> itemKindOf(std::string_view finding);

/// Whether a kind is settled by the desk alone, so that it is done where the rules find nothing.
[[nodiscard]] bool isSettledByRules(ItemKind kind);

}  // namespace linecheck::setup
