#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace linecheck::testing {

/// A PulseAudio server of a test's own, on a socket in a folder of its own, with an output "desk"
/// (s24le, 48 kHz, two channels, the default), an output "phones" (s16le, 44.1 kHz) and an input
/// "microphone" (s16le, 96 kHz): null sinks and a null source. While it lives the environment of
/// this process, and of those that it starts, leads to it. It dies with the thread that made it.
class PulseServer {
 public:
  /// Starts it and waits until it takes clients.
  PulseServer();
  ~PulseServer();
  PulseServer(const PulseServer&) = delete;
  PulseServer& operator=(const PulseServer&) = delete;

  /// Whether it came up; `ASSERT_TRUE(server.isUp()) << server.output();`
  [[nodiscard]] bool isUp() const { return isUp_; }
  /// "unix:/…", the value of PULSE_SERVER.
  [[nodiscard]] std::string address() const;
  /// What it printed.
  [[nodiscard]] std::string output() const;

  /// Another program speaks to it: `pactl` with these arguments. False if that fails.
  [[nodiscard]] bool control(const std::string& arguments) const;

  /// What `pactl` prints with these arguments.
  [[nodiscard]] std::string answer(const std::string& arguments) const;
  /// Names of the sinks on which streams play, or of the sources from which they record, in the
  /// order in which they began.
  [[nodiscard]] std::vector<std::string> playingOn() const;
  [[nodiscard]] std::vector<std::string> recordingFrom() const;

  /// It disappears without a word, as in a crash.
  void kill();
  /// It stands still, as a hung one does, until it is killed.
  void freeze() const;
  /// After it was killed: another one at the same address.
  void start();

 private:
  /// False after a time limit.
  [[nodiscard]] bool waitUntilUp() const;
  [[nodiscard]] bool takesClients() const;
  /// Of each in the list `streams` the name of the one in the list `devices` that it is on.
  [[nodiscard]] std::vector<std::string> namesOf(const std::string& streams,
                                                 const std::string& devices) const;

  std::filesystem::path folder_;
  pid_t pid_ = -1;
  int handle_ = -1;  ///< Of the process, to wait for its end.
  bool isUp_ = false;
};

}  // namespace linecheck::testing
