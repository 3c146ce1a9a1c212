#pragma once

#include <string>

#include "cli/command_line.h"

namespace linecheck::cli {

/// A desk of docs/examples, by its name.
inline std::string exampleDesk(const std::string& name) {
  return std::string(LINECHECK_SOURCE_DIR) + "/docs/examples/" + name + ".chain.json";
}

/// The entry of a list of linecheck.setup/1 with this id; null if there is none.
inline json::Value withId(const json::Value& parent, const std::string& list,
                          const std::string& id) {
  const json::Value entries = at(parent, list);
  const auto* array = entries.getIf<json::Array>();
  if (array == nullptr) return {};
  for (const json::Value& entry : *array) {
    if (text(entry, "id") == id) return entry;
  }
  return {};
}

inline json::Value stepOf(const json::Value& root, const std::string& id) {
  return withId(root, "steps", id);
}

inline json::Value itemOf(const json::Value& root, const std::string& step, const std::string& id) {
  return withId(stepOf(root, step), "items", id);
}

/// "wrong by system"
inline std::string standing(const json::Value& item) {
  const std::string by = text(item, "known_by");
  return text(item, "state") + (by.empty() ? "" : " by " + by);
}

}  // namespace linecheck::cli
