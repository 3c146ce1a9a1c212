#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "system/endpoint.h"

namespace linecheck::system {

/// The endpoint that the user means: "output" or "input" is the default one of that direction;
/// else its key, else its exact name, else the only one whose name contains `text`, upper and
/// lower case alike. Where a device has both directions, the output.
/// Fails with `notFound`, listing what there is, or with `usage` if several fit, listing those.
[[nodiscard]] Result<Endpoint> findEndpoint(const std::vector<Endpoint>& endpoints,
                                            std::string_view text);

/// The output in whose name `device` stands as whole words, upper and lower case alike: "Line Out
/// (Zen Go)" for "zen go". Of several the default one, else the first. Null if there is none, or
/// `device` is empty.
[[nodiscard]] const Endpoint* outputCalled(const std::vector<Endpoint>& endpoints,
                                           std::string_view device);

/// The default output, else the first; null if there is none.
[[nodiscard]] const Endpoint* usualOutput(const std::vector<Endpoint>& endpoints);

}  // namespace linecheck::system
