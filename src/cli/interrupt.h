#pragma once

#include <stop_token>

namespace linecheck::cli {

/// While it lives, Ctrl-C asks for a stop instead of killing the program, so that a tone fades out.
/// One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }
  /// Passes on what the signal handler noted, which may do nothing else. Called regularly.
  void poll();

 private:
  std::stop_source source_;
  void (*previous_)(int);
};

}  // namespace linecheck::cli
