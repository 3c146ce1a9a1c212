#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "base/number_text.h"
#include "chain/signals.h"
#include "rules/power_path.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::DeviceId;
using chain::Place;

constexpr std::array kFindings{
    Text{"sample-rates-differ",
         "{from} runs at {rate}, {to} at {other}. A digital line carries one rate: {to} stays "
         "silent or clicks."},
    Text{"sample-rate-converted",
         "{from} plays at {rate}, {to} runs at {other}. What is played is converted on the way, "
         "which is neither needed nor always done well."},
};
constexpr std::array kFixes{
    Text{"set-sample-rate", "Set {device} to {rate}, or all of them to the rate of what you play."},
};

std::string rateText(Hertz rate) {
  const double kilo = rate.value() / 1000.0;
  int decimals = 0;
  for (double scaled = kilo; decimals < 3 && std::abs(scaled - std::round(scaled)) > 1e-6;
       ++decimals) {
    scaled *= 10.0;
  }
  return numberText(kilo, decimals, "kHz");
}

bool isDigital(const Desk& desk, const Cable& cable) {
  const auto isDigitalPort = [&](const chain::CableEnd& end) {
    const profiles::Port* port = desk.port(end.socket);
    return port && chain::signalClass(*port) == chain::SignalClass::digital;
  };
  return isDigitalPort(cable.from) || isDigitalPort(cable.to);
}

/// A device whose own rate nobody knows passes on the one that comes in.
class Rates {
 public:
  explicit Rates(const Desk& desk) : desk_(desk) {
    for (const Device& device : desk.chain().devices) {
      if (!device.format.sampleRate) continue;
      known_[device.id] = {*device.format.sampleRate, device.id};
      pending_.push_back(device.id);
    }
    while (!pending_.empty()) {
      const DeviceId device = pending_.back();
      pending_.pop_back();
      passOn(device);
    }
  }

  struct Known {
    Hertz rate;
    DeviceId from;  ///< The device that was told to have it.
  };
  [[nodiscard]] const Known* of(const DeviceId& device) const {
    const auto found = known_.find(device);
    return found == known_.end() ? nullptr : &found->second;
  }

 private:
  void passOn(const DeviceId& device) {
    for (const Desk::Attached& end : desk_.attached(device)) {
      if (!end.isSource || end.cable->kind == chain::CableKind::usb) continue;
      if (!isDigital(desk_, *end.cable)) continue;
      const DeviceId& to = end.far->socket.device;
      if (known_.try_emplace(to, known_.at(device)).second) pending_.push_back(to);
    }
  }

  const Desk& desk_;
  std::unordered_map<DeviceId, Known> known_;
  std::vector<DeviceId> pending_;
};

void checkCable(const Desk& desk, const Rates& rates, const Cable& cable,
                std::vector<Finding>& findings) {
  const DeviceId* from = &cable.from.socket.device;
  const DeviceId* to = &cable.to.socket.device;
  const bool isUsb = cable.kind == chain::CableKind::usb;
  // Sound goes both ways over USB; the computer counts as the sender.
  if (isUsb && desk.kind(*to) == profiles::Kind::computer) std::swap(from, to);
  const Rates::Known* sent = rates.of(*from);
  const Rates::Known* taken = rates.of(*to);
  if (!sent || !taken || !isDigital(desk, cable)) return;
  if (std::abs(sent->rate / taken->rate - 1.0) < 1e-6) return;
  const chain::Arguments arguments{{"from", desk.name(sent->from)},
                                   {"to", desk.name(taken->from)},
                                   {"rate", rateText(sent->rate)},
                                   {"other", rateText(taken->rate)}};
  findings.push_back({isUsb ? "sample-rate-converted" : "sample-rates-differ",
                      isUsb ? Severity::attention : Severity::bad,
                      {Place(taken->from), Place(sent->from), Place(cable.id)},
                      arguments,
                      {{"set-sample-rate",
                        {Place(taken->from)},
                        Cost::free,
                        {{"device", desk.name(taken->from)}, {"rate", rateText(sent->rate)}}}},
                      false});
}

void check(const Context& context, std::vector<Finding>& findings) {
  const Rates rates(context.desk);
  for (const Cable& cable : context.desk.chain().cables) {
    checkCable(context.desk, rates, cable, findings);
  }
}

}  // namespace

Rule sampleRates() {
  return {"sample-rates", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
