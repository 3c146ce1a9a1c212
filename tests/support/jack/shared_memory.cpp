#include "support/jack/shared_memory.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace linecheck::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = "/dev/shm";

}  // namespace

void SharedMemory::note(pid_t server) {
  std::ifstream maps("/proc/" + std::to_string(server) + "/maps");
  for (std::string line; std::getline(maps, line);) {
    std::istringstream fields(line);
    std::string addresses;
    std::string permissions;
    std::string offset;
    std::string device;
    Segment segment;
    fields >> addresses >> permissions >> offset >> device >> segment.inode >> segment.path;
    if (segment.path.starts_with((kFolder / "jack-").string()) &&
        !segment.path.ends_with("-shm-registry")) {
      segments_.push_back(std::move(segment));
    }
  }
}

void SharedMemory::removeLeftovers() const {
  for (const Segment& segment : segments_) {
    struct stat status {};
    if (stat(segment.path.c_str(), &status) == 0 && status.st_ino == segment.inode) {
      unlink(segment.path.c_str());
    }
  }

  const std::string user = std::to_string(getuid());
  bool othersLive = false;
  std::error_code error;
  std::vector<fs::path> ours;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder, error)) {
    const std::string name = entry.path().filename();
    if (name.starts_with("jack_sem." + user + '_' + server_ + '_') ||
        name.starts_with("jack_" + server_ + '_')) {
      ours.push_back(entry.path());
    } else {
      othersLive |= entry.is_socket(error);
    }
  }
  // The servers of one user share a database; the last to quit removes it, a killed one does not.
  if (!othersLive) ours.push_back(kFolder / ("jack_db-" + user));
  for (const fs::path& path : ours) fs::remove_all(path, error);
}

}  // namespace linecheck::testing
