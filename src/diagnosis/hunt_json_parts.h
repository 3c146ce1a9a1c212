#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "diagnosis/hunt.h"
#include "json/reader.h"
#include "json/value.h"

/// The parts of a hunt's document.
namespace linecheck::diagnosis::parts {

// A place is "device:port"; "*" is the whole desk.
[[nodiscard]] json::Array toJson(const std::vector<chain::Place>& where);
[[nodiscard]] std::vector<chain::Place> readPlaces(const json::Cursor& at);

[[nodiscard]] json::Object toJson(const Step& step);
[[nodiscard]] Step readStep(const json::Cursor& at);

[[nodiscard]] json::Array toJson(const std::vector<chain::Fix>& fixes);
[[nodiscard]] std::vector<chain::Fix> readFixes(const json::Cursor& at);

[[nodiscard]] json::Array toJson(const std::vector<Suspect>& suspects);
[[nodiscard]] std::vector<Suspect> readSuspects(const json::Cursor& at);

[[nodiscard]] json::Object toJson(const Change& change);
[[nodiscard]] Change readChange(json::Members& members);
[[nodiscard]] json::Object toJson(const Comparison& comparison);
[[nodiscard]] Comparison readComparison(const json::Cursor& at);

[[nodiscard]] json::Object toJson(const Diagnosis& heard);
[[nodiscard]] Diagnosis readHeard(const json::Cursor& at);

[[nodiscard]] Cause readCause(const json::Cursor& at);

/// The word for a meaning, and back; a fault where there is none.
template <class T, class Find>
[[nodiscard]] T readId(const json::Cursor& at, T otherwise, const Find& find) {
  const auto text = at.text();
  if (!text) return otherwise;
  const std::optional<T> found = find(*text);
  if (!found) at.fail("Unknown word \"" + *text + "\".");
  return found.value_or(otherwise);
}

}  // namespace linecheck::diagnosis::parts
