#pragma once

#include <filesystem>

#include "base/result.h"
#include "json/document.h"
#include "profiles/profile.h"

namespace linecheck::profiles {

/// The profile that a document describes, or everything that is wrong with it, each fault with
/// its JSON pointer: what is missing, mistyped, unknown, out of range, or without a source. A
/// document in a newer format gives only that, as `unsupported`. Thread-safe: yes.
[[nodiscard]] ResultOrErrors<Profile> load(const json::Document& document);

/// The same for a file of at most 1 MiB; also `notFound` and `io`.
[[nodiscard]] ResultOrErrors<Profile> loadFile(const std::filesystem::path& file);

/// Everything that is wrong with a file; empty if it is a good profile.
[[nodiscard]] Errors validateFile(const std::filesystem::path& file);

}  // namespace linecheck::profiles
