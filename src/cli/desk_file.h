#pragma once

#include <filesystem>
#include <optional>

#include "chain/chain.h"
#include "chain/desk.h"
#include "cli/command.h"
#include "profiles/library.h"

namespace linecheck::cli {

/// A chain file and the library with the profiles that it names.
class DeskFile {
 public:
  explicit DeskFile(std::filesystem::path file);

  /// Reads the file; tells what it names and the library lacks. All its faults go to the session's
  /// remarks, and the answer is false.
  [[nodiscard]] bool read(const Session& session);

  [[nodiscard]] const std::filesystem::path& path() const { return file_; }
  [[nodiscard]] const chain::Chain& chain() const { return chain_; }
  void replace(chain::Chain chain) { chain_ = std::move(chain); }
  [[nodiscard]] chain::ProfileLookup lookup() const;
  /// A desk of the chain as it is now.
  [[nodiscard]] chain::Desk desk() const { return {chain_, lookup()}; }
  [[nodiscard]] const profiles::Library& library() const { return library_; }

 private:
  std::filesystem::path file_;
  profiles::Library library_;
  chain::Chain chain_;
};

}  // namespace linecheck::cli
