#pragma once

#include <string>

namespace linecheck::testing {

/// A server name that no other test on this machine uses while this object or a child process
/// that has inherited it lives. JACK registers at most eight servers, and one that was killed
/// keeps its place until another of its name starts; hence few names, used again and again.
class ServerName {
 public:
  /// Waits a minute for a free one; the name is empty if there is none.
  ServerName();
  ~ServerName();
  ServerName(const ServerName&) = delete;
  ServerName& operator=(const ServerName&) = delete;

  [[nodiscard]] const std::string& get() const { return name_; }
  /// Between fork and exec: lets the child keep the name too, in case it outlives us.
  void inherit() const;

 private:
  std::string name_;
  int lock_ = -1;
};

}  // namespace linecheck::testing
