#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "system/endpoint.h"
#include "system/pulse_connection_linux.h"

namespace linecheck::system {

/// What a program, or another module, plays or records.
struct PulseStream {
  Direction direction = Direction::output;  ///< Output: it plays.
  std::uint32_t index = 0;
  std::string program;  ///< As the user knows it; empty if it does not tell.
};

/// Where streams are: an output with what records from it, or an input. PA_INVALID_INDEX for one
/// that there is not.
struct PulsePlace {
  std::uint32_t sink = 0;
  std::uint32_t source = 0;  ///< Of an output, its monitor.
};

/// The streams there, those that play first. Level meters are left out: programs that show them
/// begin new ones by themselves, and they may not be moved.
[[nodiscard]] Result<std::vector<PulseStream>> streamsOn(PulseConnection& connection,
                                                         const PulsePlace& place,
                                                         PulseConnection::Deadline deadline);

/// Moves all streams to another place, also those that begin meanwhile. Gives back those that
/// could not be moved.
[[nodiscard]] Result<std::vector<PulseStream>> moveStreams(PulseConnection& connection,
                                                           const PulsePlace& from,
                                                           const PulsePlace& to,
                                                           PulseConnection::Deadline deadline);

}  // namespace linecheck::system
