#include <fcntl.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <unistd.h>

#include <cstdio>

#include "base/log_sink.h"

namespace linecheck::log {
namespace {

/// Open until the program ends: other threads may log until then.
std::FILE* copyOfStderr() {
  const int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  std::FILE* file = copy < 0 ? nullptr : fdopen(copy, "w");
  return file == nullptr ? stderr : file;
}

}  // namespace

spdlog::sink_ptr makeStderrSink() {
  static std::FILE* const kFile = copyOfStderr();
  return std::make_shared<spdlog::sinks::ansicolor_sink<spdlog::details::console_mutex>>(
      kFile, spdlog::color_mode::automatic);
}

}  // namespace linecheck::log
