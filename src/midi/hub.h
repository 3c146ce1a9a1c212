#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "midi/binding.h"
#include "midi/driver.h"
#include "midi/input_queue.h"

namespace linecheck::midi {

/// What became of the ports.
struct PortEvent {
  enum class Kind {
    inputAppeared,
    inputVanished,
    outputAppeared,
    outputVanished,
    failed,  ///< It is there but does not open, or takes nothing. Told once until it is unplugged.
    noSystem,  ///< There is no MIDI here. Told once until there is.
  };
  Kind kind = Kind::inputAppeared;
  PortId port;  ///< Empty for `noSystem`.
  Error error;  ///< Of `failed` and `noSystem`.
};

/// What one input has brought.
struct Arrivals {
  PortId port;
  bool isStopped = false;              ///< The control of `setStops` was pressed.
  std::size_t lost = 0;                ///< Messages that came while the queue was full.
  std::vector<TimedMessage> messages;  ///< The oldest first.
};

/// Which inputs are held open.
struct Listening {
  bool toAll = false;      ///< While a control is being learnt.
  std::set<PortId> ports;  ///< Otherwise these, whenever they are there.

  bool operator==(const Listening&) const = default;
};

/// The ports of a MIDI system, watched and held open by a thread of its own, since the system may
/// hang. It asks for ports whenever `pollInterval` has passed on its clock.
///
/// Thread-safe: no, one thread owns it. Realtime-safe: no.
class Hub {
 public:
  struct Options {
    Clock::Duration pollInterval = std::chrono::seconds(1);
    std::size_t queueCapacity = 256;  ///< Messages of each input.
    /// How long the end waits for a system that hangs.
    Clock::Duration closeLimit = std::chrono::seconds(2);
    /// Called after something has arrived or changed: on the driver's thread, which may be that of
    /// the sound, so it must be realtime-safe, and on the hub's. May be null.
    void (*onArrival)(void*) = nullptr;
    void* context = nullptr;
  };

  /// The clock is read on other threads too, and outlives the hub by a moment if the system hangs.
  Hub(std::unique_ptr<Driver> driver, std::shared_ptr<const Clock> clock, Options options);
  Hub(std::unique_ptr<Driver> driver, std::shared_ptr<const Clock> clock);
  /// Closes all. Where the system hangs, its thread is left behind after `closeLimit`.
  ~Hub();
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  /// Opens and closes inputs to this end, soon.
  void listen(Listening listening);
  /// Of these, no flood can keep the controls of "stop everything" from doing so.
  void setStops(std::span<const Binding> bindings);
  /// Asks for the ports now.
  void refresh();

  /// As they were last seen.
  [[nodiscard]] Ports ports() const;
  /// Which inputs are open.
  [[nodiscard]] std::set<PortId> heard() const;
  /// What happened since the last call.
  [[nodiscard]] std::vector<PortEvent> takeEvents();
  /// What arrived since the last call; inputs with nothing are left out.
  [[nodiscard]] std::vector<Arrivals> takeArrivals();

  /// Sends soon, in the order of the calls; dropped if the output is not there. At most 1024 wait.
  void send(const PortId& output, const Message& message);

 private:
  struct State;

  std::shared_ptr<State> state_;  ///< Shared with the thread, which may outlive this object.
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace linecheck::midi
