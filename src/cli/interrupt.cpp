#include "cli/interrupt.h"

#include <csignal>

namespace linecheck::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void note(int /*signal*/) {
  // Somebody who has asked twice in vain means it.
  constexpr int kPatience = 2;
  interrupted = interrupted + 1;
  if (interrupted >= kPatience) interrupt::giveUp();
}

}  // namespace

Interrupt::Interrupt() {
  interrupted = 0;
  interrupt::install(note);
}

Interrupt::~Interrupt() {
  interrupt::restore();
}

bool Interrupt::poll() {
  if (interrupted != 0) source_.request_stop();
  return source_.stop_requested();
}

}  // namespace linecheck::cli
