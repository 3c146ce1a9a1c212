#include <csignal>

#include "cli/interrupt.h"

namespace linecheck::cli::interrupt {
namespace {

using Handler = void (*)(int);

Handler wanted = SIG_DFL;
Handler previous = SIG_DFL;

// Windows forgets a handler once it was called.
void again(int signal) {
  std::signal(SIGINT, again);
  wanted(signal);
}

}  // namespace

void install(Handler handler) {
  wanted = handler;
  previous = std::signal(SIGINT, again);
}

void restore() {
  if (previous != SIG_ERR) std::signal(SIGINT, previous);
}

void giveUp() {
  std::signal(SIGINT, SIG_DFL);
}

}  // namespace linecheck::cli::interrupt
