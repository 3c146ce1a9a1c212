#pragma once

#include <filesystem>
#include <string>

#include "chain/file.h"
#include "support/chain/shipped_profiles.h"

namespace linecheck::diagnosis::testing {

/// A chain of docs/examples, by its name without the ending.
inline chain::Chain exampleChain(const std::string& name) {
  const auto file =
      std::filesystem::path(LINECHECK_SOURCE_DIR) / "docs" / "examples" / (name + ".chain.json");
  return chain::loadFile(file, chain::testing::shippedProfile).value().chain;
}

}  // namespace linecheck::diagnosis::testing
