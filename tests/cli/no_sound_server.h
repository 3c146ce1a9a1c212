#pragma once

#include <cstdlib>
#include <string>

#include "support/temporary_folder.h"

namespace linecheck::cli {

/// As long as it lives, the environment leads to no sound server.
class NoSoundServer {
 public:
  NoSoundServer() {
    setenv("PULSE_SERVER", ("unix:" + (folder_ / "none").string()).c_str(), 1);
    setenv("PULSE_COOKIE", (folder_ / "cookie").c_str(), 1);
  }
  ~NoSoundServer() {
    unsetenv("PULSE_SERVER");
    unsetenv("PULSE_COOKIE");
  }
  NoSoundServer(const NoSoundServer&) = delete;
  NoSoundServer& operator=(const NoSoundServer&) = delete;

 private:
  linecheck::testing::TemporaryFolder folder_;
};

}  // namespace linecheck::cli
