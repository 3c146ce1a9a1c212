#pragma once

#include <filesystem>
#include <optional>

#include "base/result.h"
#include "chain/chain.h"
#include "chain/desk.h"
#include "setup/progress.h"

namespace linecheck::ui {

/// The user's set-up on disk, so that it can go on later: how far it has come in "setup.json", and
/// the desk that it was made for in "setup.chain.json", beside the program's other data.
class SetupStore {
 public:
  /// Without a folder nothing is kept.
  explicit SetupStore(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}

  /// None if there is none. A broken file is told and never touched: `save` then does nothing.
  [[nodiscard]] ResultOrErrors<std::optional<setup::Progress>> load();
  /// Replaces the file whole or not at all.
  Result<void> save(const setup::Progress& progress);

  /// None if there is none, or it cannot be read.
  [[nodiscard]] std::optional<chain::Chain> loadDesk(const chain::ProfileLookup& lookup) const;
  Result<void> saveDesk(const chain::Chain& chain);

 private:
  [[nodiscard]] Result<void> makeFolder() const;

  std::filesystem::path folder_;
  bool isBroken_ = false;
};

}  // namespace linecheck::ui
