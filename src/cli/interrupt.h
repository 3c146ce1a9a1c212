#pragma once

#include <stop_token>

namespace linecheck::cli {

/// While it lives, Ctrl-C asks for a stop instead of killing the program, so that a tone fades out
/// and what was measured is kept; a question that waits for its answer ends without one. Only the
/// third Ctrl-C kills. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }
  /// Passes on what the signal handler noted, which may do nothing else, and tells whether a stop
  /// is wanted. Called regularly.
  bool poll();

 private:
  std::stop_source source_;
};

namespace interrupt {

/// Calls `handler` upon Ctrl-C, which also ends a read that waits. `restore` puts back what was
/// there before.
void install(void (*handler)(int));
void restore();
/// From within the handler: Ctrl-C kills from now on.
void giveUp();

}  // namespace interrupt

}  // namespace linecheck::cli
