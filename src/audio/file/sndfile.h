#pragma once

#include <sndfile.h>

#include <fstream>
#include <memory>
#include <string>

namespace linecheck::audio {

/// libsndfile on a standard stream, which opens any path on any system.
class Sndfile {
 public:
  /// `stream` is open and outlives this. In write mode `info` says what to write.
  Sndfile(std::fstream& stream, int mode, SF_INFO info);

  [[nodiscard]] bool isOpen() const { return handle_ != nullptr; }
  [[nodiscard]] SNDFILE* get() const { return handle_.get(); }
  [[nodiscard]] const SF_INFO& info() const { return info_; }
  /// Why it is not open, or why the last call fell short: libsndfile's words, on one line.
  [[nodiscard]] std::string error() const;
  /// Writes what is pending; false if that failed.
  bool close();

 private:
  struct Close {
    void operator()(SNDFILE* handle) const { sf_close(handle); }
  };

  SF_INFO info_;
  std::unique_ptr<SNDFILE, Close> handle_;
};

}  // namespace linecheck::audio
