#include <dlfcn.h>

#include <atomic>
#include <initializer_list>

#include "midi/jack_watch.h"

namespace linecheck::midi {
namespace {

// JACK's C interface as far as it is used here, looked up at run time: only RtMidi knows whether it
// was built with JACK, and which library it has brought along.
using Client = void;
using OpenClient = Client* (*)(const char* name, int options, int* status, ...);
using CloseClient = int (*)(Client*);
using OnShutdown = void (*)(Client*, void (*callback)(void*), void* context);
using SetMessages = void (*)(void (*)(const char*));
constexpr int kNoStartServer = 1;

template <class Function>
Function function(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

/// Otherwise each try without a server prints five lines on stderr.
void silence() {
  for (const char* name : {"jack_set_error_function", "jack_set_info_function"}) {
    if (const auto set = function<SetMessages>(name)) set([](const char* /*line*/) {});
  }
}

class Watch final : public JackWatch {
 public:
  explicit Watch(Client* client) : client_(client) {
    if (const auto onShutdown = function<OnShutdown>("jack_on_shutdown")) {
      onShutdown(
          client_, [](void* self) { static_cast<Watch*>(self)->hasEnded_ = true; }, this);
    }
  }
  /// A client whose server has ended is left to JACK's library.
  ~Watch() override {
    const auto close = function<CloseClient>("jack_client_close");
    if (close && !hasEnded()) close(client_);
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  [[nodiscard]] bool hasEnded() const noexcept override { return hasEnded_; }

 private:
  Client* client_;
  std::atomic<bool> hasEnded_ = false;
};

}  // namespace

std::unique_ptr<JackWatch> JackWatch::open(const std::string& clientName) {
  const auto openClient = function<OpenClient>("jack_client_open");
  if (!openClient) return nullptr;
  silence();
  int status = 0;
  Client* client = openClient(clientName.c_str(), kNoStartServer, &status);
  if (!client) return nullptr;
  return std::make_unique<Watch>(client);
}

}  // namespace linecheck::midi
