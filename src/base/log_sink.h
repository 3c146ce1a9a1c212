#pragma once

#include <spdlog/sinks/sink.h>

namespace linecheck::log {

/// Writes to where stderr goes now, coloured on a terminal. The sink keeps that place for itself:
/// a later redirection of the process's stderr, as around a library that chatters there, does not
/// take the log along.
[[nodiscard]] spdlog::sink_ptr makeStderrSink();

}  // namespace linecheck::log
