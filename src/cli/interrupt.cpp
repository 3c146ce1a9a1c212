#include "cli/interrupt.h"

#include <csignal>

namespace linecheck::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void note(int /*signal*/) {
  interrupted = 1;
}

}  // namespace

Interrupt::Interrupt() {
  interrupted = 0;
  previous_ = std::signal(SIGINT, note);
}

Interrupt::~Interrupt() {
  if (previous_ != SIG_ERR) std::signal(SIGINT, previous_);
}

void Interrupt::poll() {
  if (interrupted != 0) source_.request_stop();
}

}  // namespace linecheck::cli
