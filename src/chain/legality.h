#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "chain/chain.h"
#include "chain/place.h"
#include "profiles/profile.h"

namespace linecheck::chain {

/// Something that must not stand in a chain.
struct Fault {
  std::string pointer;  ///< Its place in a chain file, as a JSON pointer.
  Place place;
  ErrorCode code = ErrorCode::badInput;  ///< `notFound` where something is referred to that is not.
  std::string what;
  std::vector<std::string> parts;  ///< Ids of the parts that it follows from.
  /// Only because of what a profile lacks, or because it is not known. It may have been otherwise
  /// when the chain was made.
  bool isOfProfile = false;
};

/// The part of a place as text: "zen-go:line-out" → "zen-go".
[[nodiscard]] std::string partOf(std::string_view place);

/// The profile of a device; null if it is not known.
using ProfileOf = std::function<const profiles::Profile*(const Device&)>;

/// Everything that is illegal in a chain, in the order of its lists: ids that are none or stand
/// twice, references to parts that are not there, two cables in one socket, signals against their
/// direction, power that runs in a circle, figures out of bounds, texts that cannot be written.
/// The edits keep a chain free of it, and a file that has it is refused. Where a profile is not
/// known, its ports and controls are not asked about. A computer's USB takes any number of cables.
[[nodiscard]] std::vector<Fault> findFaults(const Chain& chain, const ProfileOf& profileOf);

}  // namespace linecheck::chain
