#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace linecheck::testing {

/// What a JACK server keeps in /dev/shm. One that is killed leaves 100 MB there, in files whose
/// names do not tell whose they are.
class SharedMemory {
 public:
  explicit SharedMemory(std::string server) : server_(std::move(server)) {}

  /// Notes the segments of the server's process while it lives.
  void note(pid_t server);
  /// Removes what is left of them, and the server's sockets and semaphores, once it has ended.
  void removeLeftovers() const;

 private:
  struct Segment {
    std::string path;
    ino_t inode = 0;  ///< Another server may have taken the name since.
  };

  std::string server_;
  std::vector<Segment> segments_;
};

}  // namespace linecheck::testing
