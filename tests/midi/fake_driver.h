#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "midi/bell.h"
#include "midi/driver.h"

namespace linecheck::midi::testing {

inline PortId portId(const std::string& name) {
  return {Api::alsa, name, 0};
}

inline Port port(const std::string& name, const std::string& device) {
  return {portId(name), device, name};
}

using Bytes = std::vector<std::uint8_t>;

/// The MIDI sockets of a computer that the test plugs things into. Rings when it is used.
class FakeSystem {
 public:
  explicit FakeSystem(Bell& bell) : bell_(bell) {}

  void setPorts(Ports ports) {
    change([&] { ports_ = std::move(ports); });
  }
  void setWorking(bool isWorking) {
    change([&] { isWorking_ = isWorking; });
  }
  /// While it hangs, no question is answered.
  void setHanging(bool isHanging) {
    change([&] { isHanging_ = isHanging; });
  }
  void refuse(const PortId& port) {
    change([&] { refused_ = port; });
  }

  /// What the device sends; false if nobody listens to it.
  bool play(const PortId& input, const Bytes& bytes) {
    Listener* listener = nullptr;
    {
      const std::lock_guard lock(mutex_);
      if (!listeners_.contains(input)) return false;
      listener = listeners_[input];
    }
    listener->onMessage(bytes);
    return true;
  }
  bool isOpen(const PortId& input) const {
    const std::lock_guard lock(mutex_);
    return listeners_.contains(input);
  }
  std::vector<std::pair<PortId, Bytes>> sent() const {
    const std::lock_guard lock(mutex_);
    return sent_;
  }
  /// Whether the driver has gone.
  bool isClosed() const {
    const std::lock_guard lock(mutex_);
    return isClosed_;
  }
  int questions() const {
    const std::lock_guard lock(mutex_);
    return questions_;
  }

  std::unique_ptr<Driver> driver() { return std::make_unique<FakeDriver>(*this); }

 private:
  template <class Change>
  void change(Change make) {
    {
      const std::lock_guard lock(mutex_);
      make();
    }
    bell_.ring();
  }

  struct Input final : OpenInput {
    Input(FakeSystem& its, PortId opened) : system(its), port(std::move(opened)) {}
    ~Input() override {
      system.change([this] { system.listeners_.erase(port); });
    }
    FakeSystem& system;
    PortId port;
  };

  struct Output final : OpenOutput {
    Output(FakeSystem& its, PortId opened) : system(its), port(std::move(opened)) {}
    Result<void> send(std::span<const std::uint8_t> bytes) override {
      system.change([&] { system.sent_.emplace_back(port, Bytes(bytes.begin(), bytes.end())); });
      return {};
    }
    FakeSystem& system;
    PortId port;
  };

  struct FakeDriver final : Driver {
    explicit FakeDriver(FakeSystem& its) : system(its) {}
    ~FakeDriver() override {
      system.change([this] { system.isClosed_ = true; });
    }
    Result<Ports> ports() override {
      system.bell_.waitFor([this] {
        const std::lock_guard lock(system.mutex_);
        return !system.isHanging_;
      });
      Ports now;
      bool isWorking = false;
      system.change([&] {
        ++system.questions_;
        now = system.ports_;
        isWorking = system.isWorking_;
      });
      if (!isWorking) return fail(ErrorCode::unsupported, "No MIDI here.");
      return now;
    }
    Result<std::unique_ptr<OpenInput>> openInput(const Port& port, Listener& listener) override {
      if (port.id == system.refused_) return fail(ErrorCode::audioDevice, "It is in use.");
      system.change([&] { system.listeners_[port.id] = &listener; });
      return std::make_unique<Input>(system, port.id);
    }
    Result<std::unique_ptr<OpenOutput>> openOutput(const Port& port) override {
      return std::make_unique<Output>(system, port.id);
    }
    FakeSystem& system;
  };

  Bell& bell_;
  mutable std::mutex mutex_;
  Ports ports_;
  bool isWorking_ = true;
  bool isHanging_ = false;
  bool isClosed_ = false;
  PortId refused_;
  int questions_ = 0;
  std::map<PortId, Listener*> listeners_;
  std::vector<std::pair<PortId, Bytes>> sent_;
};

}  // namespace linecheck::midi::testing
