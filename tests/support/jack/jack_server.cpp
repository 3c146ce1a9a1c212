#include "support/jack/jack_server.h"

#include <fcntl.h>
#include <jack/jack.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "support/jack/server_name.h"
#include "support/jack/shared_memory.h"

namespace linecheck::testing {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kStartLimit{10};
constexpr std::chrono::seconds kEndLimit{5};
constexpr std::size_t kKeptOutput = 16'384;

bool takesClients(const std::string& server) {
  jack_status_t status{};
  jack_client_t* client =
      jack_client_open("readiness", static_cast<jack_options_t>(JackNoStartServer | JackServerName),
                       &status, server.c_str());
  if (client == nullptr) return false;
  jack_client_close(client);
  return true;
}

}  // namespace

/// One jackd from its start to its end.
class JackServer::Process {
 public:
  explicit Process(const Options& options) : sharedMemory_(name_.get()) {
    const std::string& name = name_.get();
    const std::string rate = std::to_string(options.sampleRate);
    const std::string period = std::to_string(options.period);
    const std::array<const char*, 12> arguments = {"jackd",      "-r", "-n",           name.c_str(),
                                                   "-S",         "-d", "dummy",        "-r",
                                                   rate.c_str(), "-p", period.c_str(), nullptr};
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    pid_ = fork();
    if (pid_ == 0) {
      // Between fork and exec a program with threads may do little.
      name_.inherit();
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      setpgid(0, 0);
      dup2(ends[1], STDOUT_FILENO);
      dup2(ends[1], STDERR_FILENO);
      execvp(arguments[0], const_cast<char* const*>(arguments.data()));
      _exit(127);
    }
    close(ends[1]);
    reader_ = std::thread([this, pipe = ends[0]] { read(pipe); });
  }

  ~Process() {
    signalAndWait(SIGTERM);
    if (!hasEnded()) signalAndWait(SIGKILL);
    if (pid_ > 0) waitpid(pid_, nullptr, 0);
    if (reader_.joinable()) reader_.join();
    sharedMemory_.removeLeftovers();
  }

  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  [[nodiscard]] const std::string& name() const { return name_.get(); }

  bool waitUntilUp() {
    const auto giveUp = std::chrono::steady_clock::now() + kStartLimit;
    while (std::chrono::steady_clock::now() < giveUp) {
      if (takesClients(name_.get())) return true;
      // Nothing tells when a server is ready; asking again is all there is.
      if (waitForEnd(10ms)) return false;
    }
    return false;
  }

  /// Sends a signal that ends it, and waits for that.
  void signalAndWait(int signal) {
    if (pid_ <= 0 || hasEnded()) return;
    sharedMemory_.note(pid_);
    ::kill(pid_, signal);
    ::kill(pid_, SIGCONT);
    waitForEnd(kEndLimit);
  }

  void freeze() const {
    if (pid_ > 0) ::kill(pid_, SIGSTOP);
  }

  [[nodiscard]] std::string output() const {
    const std::lock_guard lock(mutex_);
    return output_;
  }

 private:
  void read(int pipe) {
    std::array<char, 4096> text{};
    ssize_t count = 0;
    while ((count = ::read(pipe, text.data(), text.size())) > 0) {
      const std::lock_guard lock(mutex_);
      output_.append(text.data(), static_cast<std::size_t>(count));
      // A wedged server prints without end.
      if (output_.size() > 2 * kKeptOutput) output_.erase(0, output_.size() - kKeptOutput);
    }
    close(pipe);
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  /// It has ended when nothing holds its end of the pipe any more.
  bool waitForEnd(std::chrono::milliseconds limit) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, limit, [this] { return ended_; });
  }
  [[nodiscard]] bool hasEnded() const {
    const std::lock_guard lock(mutex_);
    return ended_;
  }

  ServerName name_;
  SharedMemory sharedMemory_;
  pid_t pid_ = -1;
  std::thread reader_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::string output_;
};

JackServer::JackServer(Options options) {
  jack_set_error_function([](const char*) {});
  jack_set_info_function([](const char*) {});
  setenv("JACK_NO_AUDIO_RESERVATION", "1", 1);
  setenv("JACK_NO_START_SERVER", "1", 1);
  for (int attempt = 0; attempt < 2 && !isUp_; ++attempt) {
    process_.reset();
    process_ = std::make_unique<Process>(options);
    setenv("JACK_DEFAULT_SERVER", name().c_str(), 1);
    isUp_ = process_->waitUntilUp();
  }
}

JackServer::~JackServer() = default;

const std::string& JackServer::name() const {
  return process_->name();
}

std::string JackServer::output() const {
  return process_->output();
}

void JackServer::kill() {
  process_->signalAndWait(SIGKILL);
}

void JackServer::terminate() {
  process_->signalAndWait(SIGTERM);
}

void JackServer::freeze() {
  process_->freeze();
}

}  // namespace linecheck::testing
