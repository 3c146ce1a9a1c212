#include "midi/lights.h"

#include <algorithm>

#include "midi/port_names.h"

namespace linecheck::midi {
namespace {

Message light(const Trigger& trigger, bool isLit) {
  return {MessageKind::noteOn, static_cast<std::uint8_t>(trigger.channel),
          static_cast<std::uint8_t>(trigger.number),
          static_cast<std::uint8_t>(isLit ? Lights::kFullVelocity : 0)};
}

/// The output of an input's device: of several the one of the same name, else the first.
const Port* outputBeside(const PortId& input, const std::string& device,
                         const std::vector<Port>& outputs) {
  const Port* found = nullptr;
  for (const Port& output : outputs) {
    if (output.device != device || isThrough(output)) continue;
    if (output.id == input) return &output;
    if (found == nullptr) found = &output;
  }
  return found;
}

/// How a message of ours reads when it comes back.
bool isSame(const Message& sent, const Message& back) {
  return sent.channel == back.channel && sent.number == back.number && sent.value == back.value;
}

}  // namespace

void Lights::setActive(Action action, bool isActive) {
  if (isActive) {
    active_.insert(action);
  } else {
    active_.erase(action);
  }
}

std::vector<Lights::Sent> Lights::update(const Bindings& bindings, const Ports& ports,
                                         Clock::Duration now) {
  devices_.clear();
  for (const Port& input : ports.inputs) devices_[input.id] = input.device;
  std::map<PortId, std::string> outputs;
  for (const Port& output : ports.outputs) outputs[output.id] = output.device;
  // A device that was unplugged knows nothing any more of what it was sent.
  std::erase_if(shown_, [&](const auto& pad) { return !outputs.contains(pad.first.first); });
  std::erase_if(echoes_, [&](const auto& echo) {
    return std::none_of(outputs.begin(), outputs.end(),
                        [&](const auto& output) { return output.second == echo.first; });
  });

  std::map<Pad, bool> wanted;
  for (const Binding& binding : bindings.all()) {
    const auto device = devices_.find(binding.port);
    if (!isOn_ || binding.trigger.kind != MessageKind::noteOn || device == devices_.end() ||
        binding.action == Action::stopEverything) {
      continue;
    }
    const auto echo = echoes_.find(device->second);
    if (echo != echoes_.end() && echo->second >= kEchoLimit) continue;
    if (const Port* output = outputBeside(binding.port, device->second, ports.outputs)) {
      wanted[{output->id, binding.trigger}] = active_.contains(binding.action);
    }
  }

  std::vector<Sent> sent;
  const auto send = [&](const Pad& pad, bool isLit) {
    sent.push_back({pad.first, light(pad.second, isLit)});
    if (isLit) pending_.push_back({outputs[pad.first], sent.back().message, now});
  };
  for (const auto& [pad, isLit] : shown_) {
    if (isLit && !wanted.contains(pad)) send(pad, false);
  }
  for (const auto& [pad, isLit] : wanted) {
    const auto shown = shown_.find(pad);
    if (shown == shown_.end() || shown->second != isLit) send(pad, isLit);
  }
  shown_ = std::move(wanted);
  return sent;
}

bool Lights::isEcho(const PortId& input, const Message& message, Clock::Duration now) {
  // A light that goes out comes back as a release does: a hand lets go of the pad just then, and a
  // release presses nothing.
  if (message.kind != MessageKind::noteOn) return false;
  std::erase_if(pending_, [&](const Pending& pending) { return now - pending.time > kEcho; });
  const auto device = devices_.find(input);
  if (device == devices_.end()) return false;
  const auto found = std::find_if(pending_.begin(), pending_.end(), [&](const Pending& pending) {
    return pending.device == device->second && isSame(pending.message, message);
  });
  if (found == pending_.end()) return false;
  pending_.erase(found);
  if (++echoes_[device->second] == kEchoLimit) shutOff_.push_back(input);
  return true;
}

}  // namespace linecheck::midi
