#include "midi/hub.h"

#include <algorithm>
#include <array>
#include <future>
#include <map>
#include <mutex>
#include <utility>

#include "base/log.h"
#include "base/task_thread.h"

namespace linecheck::midi {
namespace {

constexpr std::chrono::milliseconds kLookInterval{50};
constexpr std::size_t kSendLimit = 1024;

bool contains(const std::vector<Port>& ports, const PortId& id) {
  return std::any_of(ports.begin(), ports.end(), [&](const Port& port) { return port.id == id; });
}

std::array<std::uint8_t, 3> bytesOf(const Message& message) {
  const auto status = message.kind == MessageKind::controlChange ? 0xb0U : 0x90U;
  return {static_cast<std::uint8_t>(status | (message.channel - 1U)), message.number,
          message.value};
}

}  // namespace

struct Hub::State {
  State(std::unique_ptr<Driver> itsDriver, std::shared_ptr<const Clock> itsClock, Options its)
      : options(its), clock(std::move(itsClock)), driver(std::move(itsDriver)) {}

  const Options options;
  const std::shared_ptr<const Clock> clock;

  mutable std::mutex mutex;
  Ports ports;
  std::vector<PortEvent> events;
  Listening listening;
  /// Kept when the port vanishes: it may come again, and the owner may still hold what it brought.
  std::map<PortId, std::shared_ptr<InputQueue>> queues;
  std::map<PortId, Trigger> stops;
  std::size_t sending = 0;
  std::set<PortId> heard;

  // Of the hub's thread.
  std::unique_ptr<Driver> driver;
  std::optional<Clock::Duration> lastPoll;
  bool hasToldNoSystem = false;
  std::set<PortId> failed;
  std::map<PortId, std::unique_ptr<OpenInput>> inputs;
  std::map<PortId, std::unique_ptr<OpenOutput>> outputs;

  void wake() const {
    if (options.onArrival != nullptr) options.onArrival(options.context);
  }

  void tell(PortEvent::Kind kind, const PortId& port, Error error = {}) {
    const std::lock_guard lock(mutex);
    events.push_back({kind, port, std::move(error)});
  }

  void pollIfDue() {
    if (lastPoll && clock->now() - *lastPoll < options.pollInterval) return;
    poll();
  }

  void poll() {
    if (!driver) return;
    lastPoll = clock->now();
    Result<Ports> found = driver->ports();
    const bool hasSystem = found.has_value();
    bool hasNews = false;
    if (!hasSystem && !std::exchange(hasToldNoSystem, true)) {
      log::info("{}", found.error().message());
      tell(PortEvent::Kind::noSystem, {}, found.error());
      hasNews = true;
    }
    if (hasSystem) hasToldNoSystem = false;
    const Ports now = hasSystem ? std::move(*found) : Ports{};
    using K = PortEvent::Kind;
    hasNews |= compare(&Ports::inputs, now, K::inputAppeared, K::inputVanished);
    hasNews |= compare(&Ports::outputs, now, K::outputAppeared, K::outputVanished);
    {
      const std::lock_guard lock(mutex);
      ports = now;
    }
    openAndClose();
    if (hasNews) wake();
  }

  bool compare(std::vector<Port> Ports::*direction, const Ports& now, PortEvent::Kind appeared,
               PortEvent::Kind vanished) {
    bool hasNews = false;
    const std::vector<Port> before = ports.*direction;  // Only this thread writes it.
    for (const Port& port : before) {
      if (contains(now.*direction, port.id)) continue;
      failed.erase(port.id);
      if (direction == &Ports::inputs) inputs.erase(port.id);
      if (direction == &Ports::outputs) outputs.erase(port.id);
      tell(vanished, port.id);
      hasNews = true;
    }
    for (const Port& port : now.*direction) {
      if (contains(before, port.id)) continue;
      tell(appeared, port.id);
      hasNews = true;
    }
    return hasNews;
  }

  void fails(const PortId& port, const Error& error) {
    // It was unplugged since the last poll, and the next one will tell.
    if (error.code == ErrorCode::notFound) return;
    if (!failed.insert(port).second) return;
    log::warning("MIDI: {}", error.message());
    tell(PortEvent::Kind::failed, port, error);
    wake();
  }

  std::shared_ptr<InputQueue> queueOf(const PortId& port) {
    const std::lock_guard lock(mutex);
    auto& queue = queues[port];
    if (!queue) {
      queue = std::make_shared<InputQueue>(*clock, options.queueCapacity, options.onArrival,
                                           options.context);
      if (const auto wanted = stops.find(port); wanted != stops.end()) {
        queue->setStop(wanted->second);
      }
    }
    return queue;
  }

  void openAndClose() {
    if (!driver) return;
    Listening wanted;
    {
      const std::lock_guard lock(mutex);
      wanted = listening;
    }
    const auto isWanted = [&](const PortId& id) {
      return wanted.toAll || wanted.ports.contains(id);
    };
    std::erase_if(inputs, [&](const auto& input) { return !isWanted(input.first); });
    for (const Port& port : ports.inputs) {
      if (!isWanted(port.id) || inputs.contains(port.id) || failed.contains(port.id)) continue;
      const auto queue = queueOf(port.id);
      queue->restart();
      auto opened = driver->openInput(port, *queue);
      if (opened) {
        inputs[port.id] = std::move(*opened);
      } else {
        fails(port.id, opened.error());
      }
    }
    publishHeard();
  }

  void publishHeard() {
    std::set<PortId> open;
    for (const auto& [id, input] : inputs) open.insert(id);
    {
      const std::lock_guard lock(mutex);
      if (heard == open) return;
      heard = std::move(open);
    }
    wake();
  }

  void send(const PortId& id, const Message& message) {
    const auto port = std::find_if(ports.outputs.begin(), ports.outputs.end(),
                                   [&](const Port& other) { return other.id == id; });
    if (!driver || port == ports.outputs.end() || failed.contains(id)) return;
    auto& output = outputs[id];
    if (!output) {
      auto opened = driver->openOutput(*port);
      if (!opened) return fails(id, opened.error());
      output = std::move(*opened);
    }
    if (const auto sent = output->send(bytesOf(message)); !sent) fails(id, sent.error());
  }

  void closeAll() {
    inputs.clear();
    outputs.clear();
    driver.reset();
  }
};

class Hub::Thread {
 public:
  explicit Thread(const std::shared_ptr<State>& state)
      : tasks_([state] { state->pollIfDue(); }, kLookInterval) {}
  void post(TaskThread::Task task) { tasks_.post(std::move(task)); }

 private:
  TaskThread tasks_;
};

Hub::Hub(std::unique_ptr<Driver> driver, std::shared_ptr<const Clock> clock, Options options)
    : state_(std::make_shared<State>(std::move(driver), std::move(clock), options)),
      thread_(std::make_unique<Thread>(state_)) {
  refresh();
}

Hub::Hub(std::unique_ptr<Driver> driver, std::shared_ptr<const Clock> clock)
    : Hub(std::move(driver), std::move(clock), Options{}) {}

Hub::~Hub() {
  const auto closed = std::make_shared<std::promise<void>>();
  thread_->post([state = state_, closed] {
    state->closeAll();
    closed->set_value();
  });
  if (closed->get_future().wait_for(state_->options.closeLimit) == std::future_status::ready)
    return;
  log::warning("The MIDI system does not answer; it is left as it is.");
  (void)thread_.release();  // A thread inside a driver cannot be ended.
}

void Hub::listen(Listening listening) {
  {
    const std::lock_guard lock(state_->mutex);
    if (state_->listening == listening) return;
    state_->listening = std::move(listening);
  }
  thread_->post([state = state_] { state->openAndClose(); });
}

void Hub::setStops(std::span<const Binding> bindings) {
  const std::lock_guard lock(state_->mutex);
  state_->stops.clear();
  for (const Binding& binding : bindings) {
    if (binding.action == Action::stopEverything) {
      state_->stops[binding.port] = binding.trigger;
    }
  }
  for (const auto& [port, queue] : state_->queues) {
    const auto wanted = state_->stops.find(port);
    queue->setStop(wanted == state_->stops.end() ? std::nullopt : std::optional(wanted->second));
  }
}

void Hub::refresh() {
  thread_->post([state = state_] { state->poll(); });
}

Ports Hub::ports() const {
  const std::lock_guard lock(state_->mutex);
  return state_->ports;
}

std::set<PortId> Hub::heard() const {
  const std::lock_guard lock(state_->mutex);
  return state_->heard;
}

std::vector<PortEvent> Hub::takeEvents() {
  const std::lock_guard lock(state_->mutex);
  return std::exchange(state_->events, {});
}

std::vector<Arrivals> Hub::takeArrivals() {
  std::vector<std::pair<PortId, std::shared_ptr<InputQueue>>> queues;
  {
    const std::lock_guard lock(state_->mutex);
    queues.assign(state_->queues.begin(), state_->queues.end());
  }
  std::vector<Arrivals> all;
  for (const auto& [port, queue] : queues) {
    Arrivals arrivals{port, queue->takeStop(), queue->takeLost(), queue->take()};
    if (arrivals.isStopped || arrivals.lost > 0 || !arrivals.messages.empty()) {
      all.push_back(std::move(arrivals));
    }
  }
  return all;
}

void Hub::send(const PortId& output, const Message& message) {
  {
    const std::lock_guard lock(state_->mutex);
    if (state_->sending >= kSendLimit) return;
    ++state_->sending;
  }
  thread_->post([state = state_, output, message] {
    {
      const std::lock_guard lock(state->mutex);
      --state->sending;
    }
    state->send(output, message);
  });
}

}  // namespace linecheck::midi
