#pragma once

#include <span>

#include "base/result.h"
#include "canvas/chain_view.h"
#include "profiles/library.h"

namespace linecheck::ui {

/// A link of a chain: a device, and the ports by which it is reached and left.
struct ChainLink {
  const char* profile = "";
  const char* upstreamPort = "";
  const char* downstreamPort = "";  ///< Empty at the chain's end.
};

/// The headphones at its end.
inline constexpr const char* kDefaultHeadphones = "neuropunk-m1";

/// Computer → Zen Go → L30 II → M1, as drawn from their profiles. `notFound` names a profile or
/// port that is missing.
[[nodiscard]] Result<ChainView> defaultChain(const profiles::Library& library);

/// Devices in signal order, drawn from their profiles, each joined to the next.
[[nodiscard]] Result<ChainView> chainOf(const profiles::Library& library,
                                        std::span<const ChainLink> links);

}  // namespace linecheck::ui
