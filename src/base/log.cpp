#include "base/log.h"

#include <spdlog/spdlog.h>

#include "base/log_sink.h"

namespace linecheck::log {
namespace {

spdlog::level::level_enum spdlogLevel(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      return spdlog::level::err;
    case Level::off:
      return spdlog::level::off;
  }
  return spdlog::level::info;
}

}  // namespace

void initialise(Level level) {
  auto logger = std::make_shared<spdlog::logger>("linecheck", makeStderrSink());
  logger->set_pattern("%H:%M:%S.%e %^%l%$ %v");
  logger->set_level(spdlogLevel(level));
  spdlog::set_default_logger(std::move(logger));
}

void write(Level level, std::string_view line) {
  spdlog::log(spdlogLevel(level), line);
}

void flush() {
  spdlog::default_logger()->flush();
}

}  // namespace linecheck::log
