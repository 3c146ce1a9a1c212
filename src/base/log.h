#pragma once

#include <fmt/core.h>

#include <string_view>
#include <utility>

/// The program's log. It goes to stderr, never to stdout, which belongs to results.
/// Thread-safe: yes. Realtime-safe: no; nothing on the audio thread may log.
namespace linecheck::log {

enum class Level { debug, info, warning, error, off };

/// Sends the log to stderr, from `level` up. Called before any other thread is started.
void initialise(Level level);

/// Writes one line.
void write(Level level, std::string_view line);
/// Returns when all that was written is out.
void flush();

template <class... Args>
void debug(fmt::format_string<Args...> format, Args&&... args) {
  write(Level::debug, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void info(fmt::format_string<Args...> format, Args&&... args) {
  write(Level::info, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void warning(fmt::format_string<Args...> format, Args&&... args) {
  write(Level::warning, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void error(fmt::format_string<Args...> format, Args&&... args) {
  write(Level::error, fmt::format(format, std::forward<Args>(args)...));
}

}  // namespace linecheck::log
