#pragma once

#include <chrono>
#include <string>

#include "json/reader.h"
#include "json/value.h"
#include "setup/readings.h"

/// Readings as they are kept: figures as plain numbers with the unit in the key, unknown as null.
namespace linecheck::setup::parts {

[[nodiscard]] json::Object toJson(const SystemReading& reading);
[[nodiscard]] json::Object toJson(const PathReading& reading);
[[nodiscard]] json::Object toJson(const LevelReading& reading);
[[nodiscard]] json::Object toJson(const NoiseReading& reading);
[[nodiscard]] json::Object toJson(const MatchReading& reading);

void read(const json::Cursor& at, SystemReading& reading);
void read(const json::Cursor& at, PathReading& reading);
void read(const json::Cursor& at, LevelReading& reading);
void read(const json::Cursor& at, NoiseReading& reading);
void read(const json::Cursor& at, MatchReading& reading);

[[nodiscard]] std::chrono::sys_seconds readTime(const json::Cursor& at);
/// Empty where it is null.
[[nodiscard]] std::string readOptionalText(const json::Cursor& at);

}  // namespace linecheck::setup::parts
