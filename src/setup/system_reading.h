#pragma once

#include <vector>

#include "chain/desk.h"
#include "setup/readings.h"
#include "system/endpoint.h"

/// What the set-up takes from the system's sound settings.
namespace linecheck::setup {

/// One of the system's outputs.
struct OutputChoice {
  const system::Endpoint* output = nullptr;  ///< Null if the system has none.
  bool isByName = false;                     ///< It is called as the desk's converter is.
};

/// The output that most likely is the desk's: the one called as the converter on the main way, or
/// another interface of the desk, by its model or by the user's name for it; else the system's
/// default one, else its first. It points into `endpoints`.
[[nodiscard]] OutputChoice outputOf(const chain::Desk& desk,
                                    const std::vector<system::Endpoint>& endpoints);

[[nodiscard]] SystemReading systemReadingOf(const system::SoundServer& server,
                                            const system::Endpoint& endpoint);

}  // namespace linecheck::setup
