#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace linecheck::cli {

/// The user's folder is this one as long as the object lives.
class UserFolder {
 public:
  explicit UserFolder(const std::filesystem::path& folder) {
    for (const char* name : {"XDG_DATA_HOME", "APPDATA", "HOME"}) {
      const char* value = std::getenv(name);
      before_.emplace_back(name, value == nullptr ? "" : value);
      setenv(name, folder.c_str(), 1);
    }
  }
  ~UserFolder() {
    for (const auto& [name, value] : before_) setenv(name.c_str(), value.c_str(), 1);
  }
  UserFolder(const UserFolder&) = delete;
  UserFolder& operator=(const UserFolder&) = delete;

 private:
  std::vector<std::pair<std::string, std::string>> before_;
};

}  // namespace linecheck::cli
