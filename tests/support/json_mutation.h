#pragma once

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "json/value.h"

/// Documents with something wrong in them, for the loaders to take or to refuse.
namespace linecheck::testing {

using Random = std::mt19937;

inline std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

inline std::size_t count(const json::Value& value) {
  std::size_t total = 1;
  if (const auto* array = value.getIf<json::Array>()) {
    for (const json::Value& item : *array) total += count(item);
  } else if (const auto* object = value.getIf<json::Object>()) {
    for (const json::Member& member : object->members()) total += count(member.value);
  }
  return total;
}

inline json::Value somethingElse(Random& random) {
  const std::vector<json::Value> values{nullptr,
                                        true,
                                        -1,
                                        0,
                                        3,
                                        1e300,
                                        -0.5,
                                        "",
                                        "unknown",
                                        "out",
                                        json::Array{},
                                        json::Array{1, 2},
                                        json::Object{},
                                        json::Object{{"value", 1}, {"unit", "dB"}}};
  return values[below(random, values.size())];
}

/// A copy in which the value number `target`, counted in document order, is another one; or,
/// as the member of an object, is gone or has another key.
inline json::Value mutated(const json::Value& value, std::size_t& target, Random& random) {
  if (target-- == 0) return somethingElse(random);
  if (const auto* array = value.getIf<json::Array>()) {
    json::Array copy;
    for (const json::Value& item : *array) copy.push_back(mutated(item, target, random));
    return copy;
  }
  if (const auto* object = value.getIf<json::Object>()) {
    json::Object copy;
    for (const json::Member& member : object->members()) {
      const bool isTarget = target == 0;
      json::Value changed = mutated(member.value, target, random);
      switch (isTarget ? below(random, 4) : 0) {
        case 1:
          break;
        case 2:
          copy.set(member.key + "x", member.value);
          break;
        default:
          copy.set(member.key, std::move(changed));
      }
    }
    return copy;
  }
  return value;
}

/// That they could be told to a user, of a document with the name "a.json".
inline void expectOrderlyErrors(const Errors& errors) {
  ASSERT_FALSE(errors.empty());
  for (const Error& error : errors) {
    EXPECT_FALSE(error.what.empty());
    EXPECT_TRUE(error.where.starts_with("a.json")) << error.where;
    EXPECT_EQ(error.message().find('\n'), std::string::npos) << error.message();
  }
}

}  // namespace linecheck::testing
