#include <algorithm>
#include <array>

#include "chain/host.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::Place;
using profiles::Kind;

constexpr std::array kFindings{
    Text{"low-bit-depth",
         "{device} runs at {bits} bit. Whatever is turned down before the converter loses "
         "resolution there; at 24 bit there are 48 dB more to turn down in."},
    Text{"bit-depth-unknown",
         "Tell at how many bits {device} runs: it should be 24, and the sound settings of the "
         "computer say it."},
};
constexpr std::array kFixes{
    Text{"set-bit-depth", "Set the format of {device} to 24 bit in the sound settings."},
};

constexpr int kEnough = 24;

bool isFedThroughMixer(const Desk& desk, const Device& device) {
  const auto isMixing = [&](const Device* computer) {
    return computer && desk.kind(computer->id) == Kind::computer &&
           chain::usesSystemMixer(*computer) != false;
  };
  const auto& cables = desk.attached(device.id);
  return isMixing(chain::hostOfBuiltIn(desk, device.id)) ||
         std::any_of(cables.begin(), cables.end(), [&](const Desk::Attached& end) {
           return end.cable->kind == chain::CableKind::usb &&
                  isMixing(desk.device(end.far->socket.device));
         });
}

void check(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Device& device : desk.chain().devices) {
    const auto& bits = device.format.bits;
    const Place place(device.id);
    chain::Arguments arguments{{"device", desk.name(device.id)}};
    if (bits && *bits < kEnough) {
      arguments["bits"] = std::to_string(*bits);
      findings.push_back({"low-bit-depth",
                          Severity::attention,
                          {place},
                          arguments,
                          {{"set-bit-depth", {place}, Cost::free, arguments}},
                          false});
    } else if (!bits && profiles::isConverter(desk.kind(device.id)) &&
               isFedThroughMixer(desk, device)) {
      findings.push_back({"bit-depth-unknown", Severity::info, {place}, arguments, {}, false});
    }
  }
}

}  // namespace

Rule bitDepth() {
  return {"bit-depth", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
