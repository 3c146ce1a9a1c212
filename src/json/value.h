#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::json {

class Value;
struct Member;

using Array = std::vector<Value>;

/// A JSON object that keeps its keys in the order in which they were set.
///
///     Object channel{{"channel", 1}, {"clipped_samples", 0}};
///     channel.set("peak_dbfs", peak).set("tone", std::move(tone));
class Object {
 public:
  Object();
  Object(std::initializer_list<Member> members);
  /// The keys must differ.
  explicit Object(std::vector<Member> members);
  Object(const Object&);
  Object(Object&&) noexcept;
  Object& operator=(const Object&);
  Object& operator=(Object&&) noexcept;
  ~Object();

  /// Adds a key at the end, or replaces its value where it stands.
  Object& set(std::string_view key, Value value);

  /// −∞ is written as null beside `"silent": true`; the unit belongs into the key's name.
  template <class Scale>
  Object& set(std::string_view key, Level<Scale> level) {
    return setDecibels(key, level.value());
  }
  Object& set(std::string_view key, Decibels gain) { return setDecibels(key, gain.value()); }
  /// In the quantity's own unit, which belongs into the key's name: `set("frequency_hz", f)`.
  template <class Tag>
  Object& set(std::string_view key, Quantity<Tag> quantity);
  /// The unknown is null.
  template <class T>
  Object& set(std::string_view key, const std::optional<T>& value);

  /// Null if there is no such key.
  [[nodiscard]] const Value* find(std::string_view key) const;
  [[nodiscard]] const std::vector<Member>& members() const { return members_; }

 private:
  Object& setDecibels(std::string_view key, double decibels);

  std::vector<Member> members_;
};

/// A JSON value. Whole numbers and real ones are kept apart; a real one is finite.
class Value {
 public:
  Value() = default;  ///< null
  Value(std::nullptr_t) {}
  Value(std::same_as<bool> auto value) : data_(value) {}
  /// Beyond 64 bits with a sign it becomes a real number.
  Value(std::integral auto value) requires(!std::same_as<decltype(value), bool>) {
    if (std::in_range<std::int64_t>(value)) {
      data_ = static_cast<std::int64_t>(value);
    } else {
      data_ = static_cast<double>(value);
    }
  }
  /// A NaN or an infinity is a bug and becomes null; levels that may be −∞ go through
  /// `Object::set`.
  Value(double value);
  Value(float value) : Value(static_cast<double>(value)) {}
  Value(const char* value) : data_(std::string(value)) {}
  Value(std::string_view value) : data_(std::string(value)) {}
  Value(std::string value) : data_(std::move(value)) {}
  Value(Array value) : data_(std::move(value)) {}
  Value(Object value) : data_(std::move(value)) {}

  [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(data_); }
  /// The content if it has that type, else null.
  template <class T>
  [[nodiscard]] const T* getIf() const {
    return std::get_if<T>(&data_);
  }
  template <class T>
  [[nodiscard]] T* getIf() {
    return std::get_if<T>(&data_);
  }

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> data_;
};

struct Member {
  std::string key;
  Value value;
};

template <class Tag>
Object& Object::set(std::string_view key, Quantity<Tag> quantity) {
  return set(key, Value(quantity.value()));
}

template <class T>
Object& Object::set(std::string_view key, const std::optional<T>& value) {
  return value ? set(key, *value) : set(key, Value());
}

}  // namespace linecheck::json
