#include "json/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "json/pointer.h"

namespace linecheck::json {
namespace {

std::string_view typeName(const Value& value) {
  if (value.getIf<bool>()) return "true or false";
  if (value.getIf<std::int64_t>() || value.getIf<double>()) return "a number";
  if (value.getIf<std::string>()) return "text";
  if (value.getIf<Array>()) return "a list";
  if (value.getIf<Object>()) return "an object";
  return "null";
}

/// Levenshtein distance.
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

/// The word that was probably meant: one that differs in few letters, if there is only one such.
std::string_view probablyMeant(std::string_view found, const auto& words) {
  constexpr std::size_t kLongest = 40;  // Nobody means a word by more than that.
  std::string_view best;
  std::size_t least = 3;
  if (found.size() > kLongest) return best;
  for (const std::string_view word : words) {
    const std::size_t distance = editDistance(found, word);
    if (distance > least || 3 * distance > word.size()) continue;
    best = distance < least ? word : "";
    least = distance;
  }
  return best;
}

/// What could stand here, for the end of a message.
std::string hint(std::string_view found, const auto& words) {
  if (const std::string_view meant = probablyMeant(found, words); !meant.empty()) {
    return " Did you mean " + inQuotes(meant) + "?";
  }
  return words.empty() ? "" : fmt::format(" Known here: {}.", fmt::join(words, ", "));
}

void collectOrder(const Value& value, std::unordered_map<const Value*, std::size_t>& order) {
  order.emplace(&value, order.size());
  if (const auto* array = value.getIf<Array>()) {
    for (const Value& item : *array) collectOrder(item, order);
  } else if (const auto* object = value.getIf<Object>()) {
    for (const Member& member : object->members()) collectOrder(member.value, order);
  }
}

}  // namespace

void Cursor::fail(std::string what, ErrorCode code) const {
  reader_->add(value_, pointer_, std::move(what), code);
}

template <class T>
const T* Cursor::expect(std::string_view wanted) const {
  if (value_ == nullptr) return nullptr;
  const T* content = value_->getIf<T>();
  if (content == nullptr) {
    fail("This is " + std::string(typeName(*value_)) + ", but must be " + std::string(wanted) +
         ".");
  }
  return content;
}

std::optional<bool> Cursor::boolean() const {
  const bool* content = expect<bool>("true or false");
  return content ? std::optional(*content) : std::nullopt;
}

std::optional<double> Cursor::number() const {
  if (value_ == nullptr) return std::nullopt;
  if (const auto* whole = value_->getIf<std::int64_t>()) return static_cast<double>(*whole);
  const double* content = expect<double>("a number");
  return content ? std::optional(*content) : std::nullopt;
}

std::optional<std::int64_t> Cursor::integer() const {
  if (value_ == nullptr) return std::nullopt;
  if (const double* real = value_->getIf<double>(); real != nullptr) {
    // 48000.0 is a whole number; beyond 2⁵³ a double no longer tells.
    if (std::trunc(*real) == *real && std::abs(*real) <= 0x1p53) {
      return static_cast<std::int64_t>(*real);
    }
    fail("This must be a whole number.");
    return std::nullopt;
  }
  const std::int64_t* content = expect<std::int64_t>("a whole number");
  return content ? std::optional(*content) : std::nullopt;
}

std::optional<std::string> Cursor::text() const {
  const std::string* content = expect<std::string>("text");
  if (content == nullptr) return std::nullopt;
  if (std::ranges::all_of(*content, [](char c) { return c == ' ' || c == '\t' || c == '\n'; })) {
    fail("This text is empty.");
    return std::nullopt;
  }
  return *content;
}

std::optional<std::size_t> Cursor::wordIndex(std::span<const std::string_view> vocabulary) const {
  const std::string* content = expect<std::string>("text");
  if (content == nullptr) return std::nullopt;
  const auto it = std::ranges::find(vocabulary, *content);
  if (it == vocabulary.end()) {
    fail(inQuotes(*content) + " is not a word known here." + hint(*content, vocabulary));
    return std::nullopt;
  }
  return static_cast<std::size_t>(it - vocabulary.begin());
}

std::vector<Cursor> Cursor::items() const {
  std::vector<Cursor> cursors;
  const Array* array = expect<Array>("a list");
  if (array == nullptr) return cursors;
  cursors.reserve(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    cursors.push_back(Cursor(*reader_, &(*array)[i], pointerTo(pointer_, i)));
  }
  return cursors;
}

Members Cursor::members() const {
  return {*this, expect<Object>("an object")};
}

Members::~Members() {
  if (object_ == nullptr || takesAll_) return;
  for (const Member& member : object_->members()) {
    if (asked_.contains(member.key)) continue;
    Cursor(*place_.reader_, &member.value, pointerTo(place_.pointer_, member.key))
        .fail("This key is not known here." + hint(member.key, asked_));
  }
}

Cursor Members::required(std::string_view key) {
  Cursor cursor = optional(key);
  if (object_ != nullptr && !cursor) {
    place_.fail("The key " + inQuotes(key) + " is missing.");
  }
  return cursor;
}

Cursor Members::optional(std::string_view key) {
  asked_.emplace(key);
  const Value* value = object_ == nullptr ? nullptr : object_->find(key);
  return {*place_.reader_, value, pointerTo(place_.pointer_, key)};
}

std::vector<std::pair<std::string, Cursor>> Members::all() {
  takesAll_ = true;
  std::vector<std::pair<std::string, Cursor>> cursors;
  if (object_ == nullptr) return cursors;
  for (const Member& member : object_->members()) {
    cursors.emplace_back(
        member.key, Cursor(*place_.reader_, &member.value, pointerTo(place_.pointer_, member.key)));
  }
  return cursors;
}

Reader::Reader(const Document& document) : document_(document), faults_(document.duplicateKeys()) {
  collectOrder(document_.root(), order_);
}

void Reader::add(const Value* value, const std::string& pointer, std::string what, ErrorCode code) {
  const auto it = order_.find(value);
  faults_.push_back({it == order_.end() ? 0 : it->second,
                     Error{code, std::move(what), place(document_.name(), pointer)}});
}

Errors Reader::errors() const {
  std::vector<Document::Fault> sorted = faults_;
  std::ranges::stable_sort(sorted, {}, &Document::Fault::order);
  Errors errors;
  errors.reserve(sorted.size());
  for (Document::Fault& fault : sorted) errors.push_back(std::move(fault.error));
  return errors;
}

}  // namespace linecheck::json
