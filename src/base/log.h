#pragma once

#include <spdlog/spdlog.h>

#include <string_view>
#include <utility>

/// The program's log. It goes to stderr, never to stdout, which belongs to results.
/// Thread-safe: yes. Realtime-safe: no; nothing on the audio thread may log.
namespace linecheck::log {

enum class Level { debug, info, warning, error, off };

/// Sends the log to stderr, from `level` up. Called once, before any thread is started.
void initialise(Level level);

template <class... Args>
void debug(spdlog::format_string_t<Args...> format, Args&&... args) {
  spdlog::debug(format, std::forward<Args>(args)...);
}
template <class... Args>
void info(spdlog::format_string_t<Args...> format, Args&&... args) {
  spdlog::info(format, std::forward<Args>(args)...);
}
template <class... Args>
void warning(spdlog::format_string_t<Args...> format, Args&&... args) {
  spdlog::warn(format, std::forward<Args>(args)...);
}
template <class... Args>
void error(spdlog::format_string_t<Args...> format, Args&&... args) {
  spdlog::error(format, std::forward<Args>(args)...);
}

}  // namespace linecheck::log
