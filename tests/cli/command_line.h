#pragma once

#include <cstdint>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run.h"
#include "json/document.h"

namespace linecheck::cli {

/// What one command line did.
struct Outcome {
  int status = -1;
  std::string out;
  std::string err;

  /// `out` as a document; null if it is none.
  [[nodiscard]] json::Value json() const {
    const auto document = json::parse(out, "stdout");
    return document ? document->root() : json::Value();
  }
};

inline Outcome call(const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Outcome outcome;
  outcome.status = run(arguments, out, err);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

/// The value at a path like "channels/0/hum/present"; null if there is none.
inline json::Value at(const json::Value& root, const std::string& path) {
  const json::Value* value = &root;
  std::istringstream parts(path);
  for (std::string part; value != nullptr && std::getline(parts, part, '/');) {
    if (const auto* object = value->getIf<json::Object>()) {
      value = object->find(part);
    } else if (const auto* array = value->getIf<json::Array>()) {
      const std::size_t index = std::stoul(part);
      value = index < array->size() ? &(*array)[index] : nullptr;
    } else {
      value = nullptr;
    }
  }
  return value != nullptr ? *value : json::Value();
}

inline double number(const json::Value& root, const std::string& path) {
  const json::Value value = at(root, path);
  if (const auto* whole = value.getIf<std::int64_t>()) return static_cast<double>(*whole);
  const auto* real = value.getIf<double>();
  return real != nullptr ? *real : std::numeric_limits<double>::quiet_NaN();
}

inline std::string text(const json::Value& root, const std::string& path) {
  const json::Value value = at(root, path);
  const auto* string = value.getIf<std::string>();
  return string != nullptr ? *string : std::string();
}

}  // namespace linecheck::cli
