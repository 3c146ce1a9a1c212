#include <spdlog/sinks/stdout_color_sinks.h>

#include "base/log_sink.h"

namespace linecheck::log {

spdlog::sink_ptr makeStderrSink() {
  return std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
}

}  // namespace linecheck::log
