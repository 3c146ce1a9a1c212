#include "support/jack/server_name.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace linecheck::testing {
namespace {

constexpr int kNames = 4;
constexpr std::chrono::minutes kLimit{1};

}  // namespace

ServerName::ServerName() {
  const auto giveUp = std::chrono::steady_clock::now() + kLimit;
  while (std::chrono::steady_clock::now() < giveUp) {
    for (int i = 1; i <= kNames; ++i) {
      const std::string name = "linecheck-" + std::to_string(i);
      const auto path = std::filesystem::temp_directory_path() /
                        (name + "-jack-" + std::to_string(getuid()) + ".lock");
      const int lock = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (lock < 0) continue;
      if (flock(lock, LOCK_EX | LOCK_NB) == 0) {
        lock_ = lock;
        name_ = name;
        return;
      }
      close(lock);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

ServerName::~ServerName() {
  if (lock_ >= 0) close(lock_);
}

void ServerName::inherit() const {
  fcntl(lock_, F_SETFD, 0);
}

}  // namespace linecheck::testing
