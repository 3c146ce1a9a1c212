#pragma once

#include <memory>
#include <string>

namespace linecheck::testing {

/// A JACK server of a test's own with the dummy driver: real time, no hardware. While it lives
/// the environment of this process, and of those that it starts, leads to it. It dies with the
/// thread that made it, at the latest, and leaves nothing in /dev/shm.
///
/// Never open a JACK client (a backend's `devices` does) while a fault box freewheels: the server
/// wedges.
class JackServer {
 public:
  struct Options {
    int sampleRate = 48'000;  ///< Hz.
    int period = 1024;        ///< Frames.
  };

  /// Starts it and waits until it takes clients, with a second attempt if the first fails.
  explicit JackServer(Options options);
  JackServer() : JackServer(Options{}) {}
  /// Ends it.
  ~JackServer();
  JackServer(const JackServer&) = delete;
  JackServer& operator=(const JackServer&) = delete;

  /// Whether it came up; `ASSERT_TRUE(server.isUp()) << server.output();`
  [[nodiscard]] bool isUp() const { return isUp_; }
  /// No other server's on this machine; the value of JACK_DEFAULT_SERVER.
  [[nodiscard]] const std::string& name() const;
  /// The end of what it printed.
  [[nodiscard]] std::string output() const;

  /// It disappears without a word, as in a crash.
  void kill();
  /// It ends as when the user quits it.
  void terminate();
  /// It stands still, as a hung driver does, until it is killed; a fault box cannot leave before.
  void freeze();

 private:
  class Process;

  std::unique_ptr<Process> process_;
  bool isUp_ = false;
};

}  // namespace linecheck::testing
