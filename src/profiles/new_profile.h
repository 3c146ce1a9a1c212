#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "profiles/profile.h"
#include "profiles/sensitivity.h"
#include "profiles/spec_line.h"

/// Making profiles from what somebody types, pastes or imports.
namespace linecheck::profiles {

/// "topping-l30-ii" for a Topping L30 II: what an id may hold of both names, "device" if nothing.
[[nodiscard]] std::string idFor(std::string_view maker, std::string_view model);

/// A profile without figures. Headphones get a plug of unknown make, so that they can be plugged
/// in, and a driver of unknown type.
[[nodiscard]] Profile newProfile(Kind kind, const std::string& maker, const std::string& model,
                                 const Provenance& provenance);

/// Whether devices of this kind have outputs for headphones, as far as anyone can tell.
[[nodiscard]] bool canFeedHeadphones(Kind kind);

/// Takes the figures of a pasted line into a profile: those of headphones into that part, those of
/// an amplifier to its first headphone output, which comes new if there is none. `reference` is
/// the answer for a sensitivity that states none. Gives every reason why that cannot be; the
/// profile then is as it was.
[[nodiscard]] Errors takeOver(const SpecLine& line, const Provenance& provenance,
                              std::optional<Sensitivity::Reference> reference, Profile& profile);

/// What the rules of the format say against a profile; empty if it can be written and read back.
[[nodiscard]] Errors faultsOf(const Profile& profile);

}  // namespace linecheck::profiles
