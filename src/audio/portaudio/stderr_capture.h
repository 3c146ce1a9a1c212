#pragma once

#include <memory>
#include <string>

namespace linecheck::audio {

/// Catches what libraries print on the process's stderr while it lives. The program's own log has
/// its own way out (base/log_sink.h) and is not caught. One at a time: a second one, made while the
/// first lives, catches nothing. Thread-safe: yes.
class StderrCapture {
 public:
  StderrCapture();
  /// Puts stderr back, if `finish` has not.
  ~StderrCapture();
  StderrCapture(const StderrCapture&) = delete;
  StderrCapture& operator=(const StderrCapture&) = delete;

  /// Puts stderr back and returns what was caught, at most 256 KiB of it. Later calls return "".
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace linecheck::audio
