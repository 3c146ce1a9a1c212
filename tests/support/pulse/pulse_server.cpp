#include "support/pulse/pulse_server.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <sstream>

namespace linecheck::testing {
namespace {

constexpr std::chrono::seconds kStartLimit{20};

constexpr const char* kDesk =
    "module-null-sink sink_name=desk format=s24le rate=48000 channels=2 "
    "sink_properties=device.description=Desk_Speakers";
constexpr const char* kPhones =
    "module-null-sink sink_name=phones format=s16le rate=44100 channels=2 "
    "sink_properties=device.description=Phones";
constexpr const char* kMicrophone =
    "module-null-source source_name=microphone format=s16le rate=96000 channels=2 "
    "description=Microphone";

/// Whether the process behind `handle` ends within the time.
bool endsWithin(int handle, int milliseconds) {
  pollfd waited{handle, POLLIN, 0};
  return poll(&waited, 1, milliseconds) > 0;
}

}  // namespace

PulseServer::PulseServer() {
  // A socket's path is short: no names of tests in it.
  std::string pattern = std::filesystem::temp_directory_path() / "linecheck-pulse-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) return;
  folder_ = pattern;
  setenv("PULSE_SERVER", address().c_str(), 1);
  // Else the client library puts its files into the user's home.
  setenv("PULSE_COOKIE", (folder_ / "cookie").c_str(), 1);
  start();
}

PulseServer::~PulseServer() {
  kill();
  unsetenv("PULSE_SERVER");
  unsetenv("PULSE_COOKIE");
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

std::string PulseServer::address() const {
  return "unix:" + (folder_ / "native").string();
}

std::string PulseServer::output() const {
  std::ifstream file(folder_ / "log");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool PulseServer::control(const std::string& arguments) const {
  return std::system(("pactl " + arguments + " >/dev/null").c_str()) == 0;
}

std::string PulseServer::answer(const std::string& arguments) const {
  std::string text;
  FILE* pipe = popen(("LC_ALL=C pactl " + arguments).c_str(), "r");
  if (pipe == nullptr) return text;
  char part[4096];
  for (std::size_t count = 0; (count = fread(part, 1, sizeof(part), pipe)) > 0;) {
    text.append(part, count);
  }
  pclose(pipe);
  return text;
}

std::vector<std::string> PulseServer::playingOn() const {
  return namesOf("sink-inputs", "sinks");
}

std::vector<std::string> PulseServer::recordingFrom() const {
  return namesOf("source-outputs", "sources");
}

std::vector<std::string> PulseServer::namesOf(const std::string& streams,
                                              const std::string& devices) const {
  std::map<std::string, std::string> names;
  std::string index;
  std::string second;
  std::string rest;
  std::istringstream listed(answer("list short " + devices));
  while (listed >> index >> second && std::getline(listed, rest)) names[index] = second;
  std::vector<std::string> on;
  std::istringstream running(answer("list short " + streams));
  while (running >> index >> second && std::getline(running, rest)) on.push_back(names[second]);
  return on;
}

void PulseServer::start() {
  const std::string home = "HOME=" + folder_.string();
  const std::string runtime = "XDG_RUNTIME_DIR=" + folder_.string();
  const std::string log = folder_ / "log";
  const std::string socket =
      "module-native-protocol-unix auth-anonymous=1 socket=" + (folder_ / "native").string();
  // The socket comes last: who can connect finds everything else there.
  const std::vector<const char*> arguments = {"env",
                                              "-u",
                                              "PULSE_SERVER",
                                              home.c_str(),
                                              runtime.c_str(),
                                              "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent",
                                              "pulseaudio",
                                              "-n",
                                              "--daemonize=no",
                                              "--use-pid-file=no",
                                              "--exit-idle-time=-1",
                                              "--disable-shm=yes",
                                              "--realtime=no",
                                              "--high-priority=no",
                                              "--log-level=warn",
                                              "-L",
                                              kDesk,
                                              "-L",
                                              kPhones,
                                              "-L",
                                              kMicrophone,
                                              "-L",
                                              socket.c_str(),
                                              nullptr};
  pid_ = fork();
  if (pid_ == 0) {
    // Between fork and exec a program with threads may do little.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(file, STDOUT_FILENO);
    dup2(file, STDERR_FILENO);
    execvp(arguments[0], const_cast<char* const*>(arguments.data()));
    _exit(127);
  }
  if (pid_ > 0) handle_ = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
  isUp_ = handle_ >= 0 && waitUntilUp();
}

void PulseServer::kill() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
  if (handle_ >= 0) close(handle_);
  pid_ = -1;
  handle_ = -1;
  isUp_ = false;
  // A killed server leaves its socket; a new one could not tell it from one in use.
  std::error_code ignored;
  std::filesystem::remove(folder_ / "native", ignored);
}

void PulseServer::freeze() const {
  if (pid_ > 0) ::kill(pid_, SIGSTOP);
}

bool PulseServer::waitUntilUp() const {
  const auto giveUp = std::chrono::steady_clock::now() + kStartLimit;
  while (std::chrono::steady_clock::now() < giveUp) {
    if (takesClients()) return true;
    // Nothing tells when a server is ready; asking again is all there is.
    if (endsWithin(handle_, 10)) return false;
  }
  return false;
}

bool PulseServer::takesClients() const {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = folder_ / "native";
  if (path.size() >= sizeof(address.sun_path)) return false;
  std::memcpy(address.sun_path, path.c_str(), path.size());
  const int client = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const bool isTaken =
      connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
  close(client);
  return isTaken;
}

}  // namespace linecheck::testing
