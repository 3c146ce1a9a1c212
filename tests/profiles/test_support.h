#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "json/document.h"
#include "json/schema.h"
#include "profiles/loader.h"

namespace linecheck::profiles {

inline std::filesystem::path shippedFolder() {
  return std::filesystem::path(LINECHECK_SOURCE_DIR) / "device-profiles";
}

inline json::Schema profileSchema() {
  const auto file = shippedFolder() / "schema" / "profile-1.schema.json";
  return json::Schema::compile(json::parseFile(file).value()).value();
}

/// Every shipped profile's file, in order.
inline std::vector<std::filesystem::path> shippedFiles() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shippedFolder())) {
    const auto& path = entry.path();
    if (path.extension() == ".json" && path.parent_path().filename() != "schema") {
      files.push_back(path);
    }
  }
  std::ranges::sort(files);
  return files;
}

inline std::vector<std::string> messages(const Errors& errors) {
  std::vector<std::string> lines;
  for (const Error& error : errors) lines.push_back(error.message());
  return lines;
}

/// A small good profile around the given parts, which end with a comma: `"power": {…},`.
inline std::string profileWith(std::string_view parts, std::string_view id = "maker-model",
                               std::string_view model = "Model") {
  return R"({"schema": "linecheck.profile/1", "id": ")" + std::string(id) +
         R"(", "kind": "audio-interface", "maker": "Maker", )" + std::string(parts) +
         R"("model": ")" + std::string(model) +
         R"(", "sources": {"manual": {"citation": "Maker, Manual, page 7"}}, "ports": []})";
}

inline ResultOrErrors<Profile> loadText(std::string_view text) {
  return load(json::parse(text, "a.json").value());
}

}  // namespace linecheck::profiles
