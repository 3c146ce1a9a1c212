#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "midi/binding.h"

namespace linecheck::json {
class Document;
}

namespace linecheck::midi {

/// What the user has set up, as it is kept in a file of schema linecheck.midi/1 (docs/midi.md).
struct RemoteSetup {
  Bindings bindings;
  bool hasLights = true;         ///< Whether pads are lit.
  std::optional<Api> preferred;  ///< The system to try first.

  bool operator==(const RemoteSetup&) const = default;
};

/// The setup, or every fault: unknown keys, numbers out of range, and bindings that conflict.
[[nodiscard]] ResultOrErrors<RemoteSetup> load(const json::Document& document);
/// As above; `notFound` if there is no such file.
[[nodiscard]] ResultOrErrors<RemoteSetup> loadFile(const std::filesystem::path& file);

/// What `load` reads back as the same.
[[nodiscard]] std::string toText(const RemoteSetup& setup);
/// Whole or not at all.
[[nodiscard]] Result<void> saveFile(const std::filesystem::path& file, const RemoteSetup& setup);

}  // namespace linecheck::midi
