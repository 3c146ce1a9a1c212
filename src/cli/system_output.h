#pragma once

#include <string>
#include <vector>

#include "json/value.h"
#include "system/endpoint.h"

namespace linecheck::cli {

/// The document linecheck.system/1 about these endpoints.
[[nodiscard]] json::Object systemJson(const system::SoundServer& server,
                                      const std::vector<system::Endpoint>& endpoints);

/// The same as a table: one line each, under its direction.
[[nodiscard]] std::string systemText(const system::SoundServer& server,
                                     const std::vector<system::Endpoint>& endpoints);

}  // namespace linecheck::cli
