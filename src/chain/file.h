#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "chain/chain.h"
#include "chain/desk.h"
#include "json/document.h"
#include "json/format.h"

/// Chain files, "<name>.chain.json". docs/chain-format.md describes how they are written.
namespace linecheck::chain {

/// The format of chain files, with the way from each older version to the newest.
[[nodiscard]] const json::Format& fileFormat();

struct LoadedChain {
  Chain chain;
  /// What the chain names and the profiles do not have (a profile, a port, the position of a
  /// switch), each with its JSON pointer. It stays in the chain: the profile may be installed
  /// later, or have lost it since.
  Errors warnings;
};

/// The chain that a document describes, or everything that is wrong with it, each fault with its
/// JSON pointer: what is missing, mistyped, unknown, out of bounds, referred to but not there, or
/// otherwise illegal (legality.h). What only follows from another fault is left out. A document in
/// a newer format gives only that, as `unsupported`; an older one is read as if it were new.
/// Thread-safe: as `lookup` is.
[[nodiscard]] ResultOrErrors<LoadedChain> load(const json::Document& document,
                                               const ProfileLookup& lookup,
                                               const json::Format& format = fileFormat());

/// The same for a file of at most 4 MiB; also `notFound` and `io`.
[[nodiscard]] ResultOrErrors<LoadedChain> loadFile(const std::filesystem::path& file,
                                                   const ProfileLookup& lookup);

/// The chain as the text of a file in the newest format. Keys and lists stand in a fixed order,
/// which is the chain's own, so that files can be compared; what is unknown or as usual is left
/// out. Loaded again it is the same chain, if it was legal.
[[nodiscard]] std::string toText(const Chain& chain);

/// Replaces the file whole or not at all; `io` if that fails.
[[nodiscard]] Result<void> saveFile(const std::filesystem::path& file, const Chain& chain);

}  // namespace linecheck::chain
