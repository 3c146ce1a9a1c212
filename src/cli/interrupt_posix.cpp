#include <csignal>

#include "cli/interrupt.h"

namespace linecheck::cli::interrupt {
namespace {

struct sigaction previous;

}  // namespace

void install(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  // Without SA_RESTART, or a question would wait for its answer for ever.
  sigaction(SIGINT, &action, &previous);
}

void restore() {
  sigaction(SIGINT, &previous, nullptr);
}

void giveUp() {
  struct sigaction action {};
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
}

}  // namespace linecheck::cli::interrupt
