#include <signal.h>
#include <unistd.h>

#include <mutex>

#include "audio/portaudio/abort_guard.h"

namespace linecheck::audio {
namespace {

thread_local bool parks = false;
struct sigaction previous;

/// Only async-signal-safe calls. abort() holds no lock here and ends the program if this returns.
void onAbort(int signal, siginfo_t* info, void* context) {
  if (parks) {
    while (true) pause();
  }
  if ((previous.sa_flags & SA_SIGINFO) != 0) {
    previous.sa_sigaction(signal, info, context);
  } else if (previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN) {
    previous.sa_handler(signal);
  }
}

}  // namespace

void parkThisThreadOnAbort() {
  static std::once_flag once;
  std::call_once(once, [] {
    struct sigaction action {};
    action.sa_sigaction = onAbort;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    sigaction(SIGABRT, &action, &previous);
  });
  parks = true;
}

}  // namespace linecheck::audio
