#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace linecheck {

/// "2026-03-01T09:30:00Z" (ISO 8601, UTC). Years 0 to 9999.
[[nodiscard]] std::string utcText(std::chrono::sys_seconds time);

/// The time that `utcText` wrote; none for any other text, or a day or hour that does not exist.
[[nodiscard]] std::optional<std::chrono::sys_seconds> timeFromUtc(std::string_view text);

/// "2026-03-01", the day in UTC.
[[nodiscard]] std::string dayText(std::chrono::sys_seconds time);

}  // namespace linecheck
