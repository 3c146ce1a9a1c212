#pragma once

#include <memory>
#include <string>

namespace linecheck::midi {

/// A client of a JACK server that learns when the server ends. RtMidi does not: it goes on listing
/// the ports of a dead server, and crashes when it closes a client that JACK's library has deleted
/// meanwhile.
class JackWatch {
 public:
  virtual ~JackWatch() = default;

  /// Thread-safe: yes.
  [[nodiscard]] virtual bool hasEnded() const noexcept = 0;

  /// Null where no server runs, or where RtMidi came without JACK. Prints nothing.
  [[nodiscard]] static std::unique_ptr<JackWatch> open(const std::string& clientName);
};

}  // namespace linecheck::midi
