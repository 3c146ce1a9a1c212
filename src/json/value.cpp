#include "json/value.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"

namespace linecheck::json {

// Here and not in the class, where Member is not yet complete.
Object::Object() = default;
Object::Object(const Object&) = default;
Object::Object(Object&&) noexcept = default;
Object& Object::operator=(const Object&) = default;
Object& Object::operator=(Object&&) noexcept = default;
Object::~Object() = default;

Object::Object(std::initializer_list<Member> members) {
  for (const Member& member : members) set(member.key, member.value);
}

Object::Object(std::vector<Member> members) : members_(std::move(members)) {}

Object& Object::set(std::string_view key, Value value) {
  const auto same = [&](const Member& member) { return member.key == key; };
  if (const auto it = std::ranges::find_if(members_, same); it != members_.end()) {
    it->value = std::move(value);
  } else {
    members_.push_back({std::string(key), std::move(value)});
  }
  return *this;
}

Object& Object::setDecibels(std::string_view key, double decibels) {
  if (decibels != -std::numeric_limits<double>::infinity()) return set(key, Value(decibels));
  return set(key, Value()).set("silent", Value(true));
}

const Value* Object::find(std::string_view key) const {
  const auto same = [&](const Member& member) { return member.key == key; };
  const auto it = std::ranges::find_if(members_, same);
  return it == members_.end() ? nullptr : &it->value;
}

Value::Value(double value) {
  if (LC_VERIFY(std::isfinite(value))) data_ = value;
}

}  // namespace linecheck::json
