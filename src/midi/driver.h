#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "midi/port.h"

namespace linecheck::midi {

/// Takes what arrives at an input.
class Listener {
 public:
  virtual ~Listener() = default;
  /// One whole message. Called on the driver's thread, which may be that of the sound: it must be
  /// realtime-safe.
  virtual void onMessage(std::span<const std::uint8_t> bytes) noexcept = 0;
};

/// Closes the input when it goes; the listener hears nothing afterwards.
class OpenInput {
 public:
  virtual ~OpenInput() = default;
};

/// Closes the output when it goes.
class OpenOutput {
 public:
  virtual ~OpenOutput() = default;
  [[nodiscard]] virtual Result<void> send(std::span<const std::uint8_t> bytes) = 0;
};

/// A MIDI system. Its calls may block, so that they run on a thread of their own.
/// Thread-safe: no, it belongs to one thread. Realtime-safe: no.
class Driver {
 public:
  virtual ~Driver() = default;

  /// All ports that there are now, without our own; `unsupported` where there is no MIDI system.
  [[nodiscard]] virtual Result<Ports> ports() = 0;
  /// `notFound` if the port has gone, `audioDevice` if it does not open. The listener outlives
  /// what is returned.
  [[nodiscard]] virtual Result<std::unique_ptr<OpenInput>> openInput(const Port& port,
                                                                     Listener& listener) = 0;
  [[nodiscard]] virtual Result<std::unique_ptr<OpenOutput>> openOutput(const Port& port) = 0;
};

}  // namespace linecheck::midi
