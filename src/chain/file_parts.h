#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chain/chain.h"
#include "chain/vocabulary.h"
#include "json/reader.h"
#include "json/value.h"

/// The parts of a chain file. Faults go to the cursor's reader; an empty place gives an empty part.
namespace linecheck::chain {

/// All of the chain but the "schema".
[[nodiscard]] Chain readChain(json::Members& root);
[[nodiscard]] Device readDevice(const json::Cursor& place);
[[nodiscard]] Cable readCable(const json::Cursor& place);
/// Power points, then leads: these name what they feed by id alone.
void readPower(json::Members& root, Chain& chain);

/// The whole document, with its "schema".
[[nodiscard]] json::Object toJson(const Chain& chain, const std::string& schema);
[[nodiscard]] json::Object toJson(const Device& device);
[[nodiscard]] json::Object toJson(const Cable& cable);
/// Adds the lists that are not empty.
void addPower(json::Object& root, const Chain& chain);

/// One item each of a list that may be missing.
template <class Read>
auto readList(const json::Cursor& place, Read read) {
  std::vector<decltype(read(place))> items;
  for (const json::Cursor& item : place.items()) items.push_back(read(item));
  return items;
}

/// A whole number that fits in an int.
[[nodiscard]] std::optional<int> readInt(const json::Cursor& place);

/// A quantity in the unit of its key.
template <class T>
[[nodiscard]] std::optional<T> readQuantity(const json::Cursor& place) {
  const std::optional<double> number = place.number();
  return number ? std::optional(T::of(*number)) : std::nullopt;
}

// What is unknown, empty or as usual is left out of a file.
template <class T>
void addKnown(json::Object& object, std::string_view key, const std::optional<T>& value) {
  if (value) object.set(key, *value);
}
inline void addText(json::Object& object, std::string_view key, const std::string& text) {
  if (!text.empty()) object.set(key, text);
}
inline void addList(json::Object& object, std::string_view key, json::Array items) {
  if (!items.empty()) object.set(key, std::move(items));
}
inline void addObject(json::Object& object, std::string_view key, json::Object part) {
  if (!part.members().empty()) object.set(key, std::move(part));
}
template <class T, std::size_t N>
void addWord(json::Object& object, std::string_view key,
             const std::array<json::Word<T>, N>& vocabulary, const std::optional<T>& meaning) {
  if (meaning) object.set(key, profiles::wordFor(vocabulary, *meaning));
}

}  // namespace linecheck::chain
