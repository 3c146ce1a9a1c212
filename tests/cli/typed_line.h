#pragma once

#include <csignal>
#include <streambuf>
#include <string>
#include <utility>

#include "cli/command_line.h"

namespace linecheck::cli {

/// Answers at a terminal: these lines, then Ctrl-C if that is how it ends.
class Typist final : public std::streambuf {
 public:
  enum class End { ofInput, ctrlC };
  Typist(std::string lines, End end) : lines_(std::move(lines)), end_(end) {
    setg(lines_.data(), lines_.data(), lines_.data() + lines_.size());
  }

 private:
  int_type underflow() override {
    if (end_ == End::ctrlC) (void)std::raise(SIGINT);
    return traits_type::eof();
  }

  std::string lines_;
  End end_;
};

/// Stderr that presses Ctrl-C once it has shown a text.
class Watcher final : public std::stringbuf {
 public:
  explicit Watcher(std::string text) : text_(std::move(text)) {}

 private:
  int sync() override {
    look();
    return std::stringbuf::sync();
  }
  std::streamsize xsputn(const char* text, std::streamsize count) override {
    const auto written = std::stringbuf::xsputn(text, count);
    look();
    return written;
  }
  void look() {
    if (isDone_ || str().find(text_) == std::string::npos) return;
    isDone_ = true;
    (void)std::raise(SIGINT);
  }

  std::string text_;
  bool isDone_ = false;
};

inline Outcome callTyping(const std::vector<std::string>& arguments, const std::string& lines,
                          Typist::End end = Typist::End::ofInput) {
  Typist typist(lines, end);
  std::istream answers(&typist);
  std::ostringstream out, err;
  Outcome outcome;
  outcome.status = run(arguments, out, err, &answers);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

/// Ctrl-C once stderr has shown `text`.
inline Outcome callStoppedAt(const std::vector<std::string>& arguments, const std::string& text) {
  Watcher watcher(text);
  std::ostream err(&watcher);
  std::ostringstream out;
  Outcome outcome;
  outcome.status = run(arguments, out, err);
  outcome.out = out.str();
  outcome.err = watcher.str();
  return outcome;
}

}  // namespace linecheck::cli
