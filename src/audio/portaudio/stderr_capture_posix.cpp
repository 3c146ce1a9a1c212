#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>

#include "audio/portaudio/stderr_capture.h"

namespace linecheck::audio {
namespace {

constexpr std::size_t kMostCaught = 262'144;

std::atomic_flag underWay = ATOMIC_FLAG_INIT;

}  // namespace

/// A temporary file rather than a pipe: it cannot fill up and block the driver.
struct StderrCapture::State {
  std::FILE* file = nullptr;
  int realStderr = -1;
};

StderrCapture::StderrCapture() {
  if (underWay.test_and_set()) return;
  auto state = std::make_unique<State>();
  state->file = std::tmpfile();
  state->realStderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  std::fflush(stderr);
  if (state->file == nullptr || state->realStderr < 0 ||
      dup2(fileno(state->file), STDERR_FILENO) < 0) {
    // The noise comes through; nothing else is lost.
    if (state->file != nullptr) std::fclose(state->file);
    if (state->realStderr >= 0) close(state->realStderr);
    underWay.clear();
    return;
  }
  state_ = std::move(state);
}

StderrCapture::~StderrCapture() {
  finish();
}

std::string StderrCapture::finish() {
  if (!state_) return {};
  std::fflush(stderr);
  dup2(state_->realStderr, STDERR_FILENO);
  close(state_->realStderr);

  std::string caught(kMostCaught, '\0');
  std::rewind(state_->file);
  caught.resize(std::fread(caught.data(), 1, caught.size(), state_->file));
  std::fclose(state_->file);
  state_.reset();
  underWay.clear();
  return caught;
}

}  // namespace linecheck::audio
