#pragma once

#include <optional>

#include "json/reader.h"
#include "json/value.h"
#include "measure/gate.h"
#include "measure/reading.h"
#include "prediction/loop.h"
#include "units/quantity.h"

/// What was measured, inside of a kept reading. Channels count from 1, as everywhere in JSON.
namespace linecheck::setup::parts {

struct Range {
  double least;
  double greatest;
};

/// Nothing for null; tells what is outside the range.
[[nodiscard]] std::optional<double> readNumber(const json::Cursor& at,
                                               const std::optional<Range>& range = {});
/// More than 0.
[[nodiscard]] std::optional<Hertz> readHertz(const json::Cursor& at);

/// A quantity, level or gain that is finite, in its own unit; null if it is unknown.
template <class T>
[[nodiscard]] json::Value numberOf(const std::optional<T>& value) {
  return value ? json::Value(value->value()) : json::Value();
}

/// Without traces: they are not compared, and are a hundred times as long.
[[nodiscard]] json::Object toJson(const measure::Reading& reading);
[[nodiscard]] json::Object toJson(const measure::PathReport& report);
[[nodiscard]] json::Object toJson(const prediction::LoopChoice& loop);

void read(const json::Cursor& at, measure::Reading& reading);
void read(const json::Cursor& at, measure::PathReport& report);
void read(const json::Cursor& at, prediction::LoopChoice& loop);

}  // namespace linecheck::setup::parts
