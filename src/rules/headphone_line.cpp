#include "rules/headphone_line.h"

#include <algorithm>
#include <utility>

#include "base/number_text.h"

#include "chain/signals.h"
#include "profiles/headphones.h"
#include "rules/words.h"

namespace linecheck::rules {

using chain::Cable;
using chain::Desk;
using profiles::Connector;
using profiles::Direction;
using profiles::Port;
using profiles::Signal;

namespace {

constexpr double kEighth = 8.0;
/// Peaks of music take 110 to 115 dB, says the article that the profiles quote.
constexpr DecibelsSpl kPeaksNeed = DecibelsSpl::of(110.0);

bool isHeadphoneOutput(const Port& port) {
  return port.direction != Direction::in &&
         std::count(port.signals.begin(), port.signals.end(), Signal::headphone) > 0;
}

Decibels lossOf(Ohms source, Ohms load) {
  return Decibels::fromAmplitudeRatio((load + source) / load);
}

Interval<Decibels> lossOf(const Interval<Ohms>& source, Ohms load) {
  Interval<Decibels> loss{lossOf(source.nominal, load)};
  if (source.low) loss.low = lossOf(*source.low, load);
  if (source.high) loss.high = lossOf(*source.high, load);
  return loss;
}

}  // namespace

bool isBalancedHeadphoneOutput(const Port& port) {
  return isHeadphoneOutput(port) && (port.balanced == true || port.connector == Connector::xlr4 ||
                                     port.connector == Connector::pentaconn44);
}

bool endsAtHeadphones(const Desk& desk, const Cable& cable) {
  return desk.kind(cable.to.socket.device) == profiles::Kind::headphones;
}

const Port* otherHeadphoneOutput(const Desk& desk, const Cable& cable, bool balanced) {
  const chain::DeviceId& device = cable.from.socket.device;
  const profiles::Profile* profile = desk.profile(device);
  if (!profile) return nullptr;
  const auto found =
      std::find_if(profile->ports.begin(), profile->ports.end(), [&](const Port& port) {
        return port.id != cable.from.socket.port && isHeadphoneOutput(port) &&
               isBalancedHeadphoneOutput(port) == balanced &&
               desk.attached(device, port.id).empty();
      });
  return found == profile->ports.end() ? nullptr : &*found;
}

std::optional<HeadphoneDrive> headphoneDrive(const Desk& desk, const Cable& cable) {
  const Port* output = desk.port(cable.from.socket);
  const profiles::Profile* profile = desk.profile(cable.to.socket.device);
  if (!output || !output->impedance || !profile || !profile->headphones) return std::nullopt;
  const profiles::Headphones& headphones = *profile->headphones;
  if (!headphones.impedance || headphones.impedance->value.nominal <= Ohms::of(0.0)) {
    return std::nullopt;
  }
  const Ohms load = headphones.impedance->value.nominal;
  HeadphoneDrive drive{&*output->impedance, &*headphones.impedance,
                       lossOf(output->impedance->value, load), std::nullopt};
  if (output->maximumLevel && headphones.sensitivity) {
    const Volts voltage = voltsFromDbu(output->maximumLevel->value.nominal - drive.loss.nominal);
    drive.loudest = headphones.sensitivity->value.nominal.atOneVolt(load) +
                    Decibels::fromAmplitudeRatio(voltage / Volts::of(1.0));
  }
  return drive;
}

bool isTooSoft(const HeadphoneDrive& drive) {
  return drive.source->value.nominal * kEighth > drive.load->value.nominal;
}

bool isTooWeak(const HeadphoneDrive& drive) {
  return drive.loudest && *drive.loudest < kPeaksNeed;
}

chain::Arguments driveArguments(const Desk& desk, const Cable& cable, const HeadphoneDrive& drive) {
  chain::Arguments arguments = cableArguments(desk, cable);
  arguments["source"] = toText(drive.source->written);
  arguments["load"] = toText(drive.load->written);
  arguments["loss"] = decibelsText(drive.loss);
  if (drive.loudest) arguments["loudest"] = numberText(drive.loudest->value(), 0, "dB SPL");
  return arguments;
}

void addBalancedOutputCures(const Desk& desk, const Cable& cable, Finding& finding) {
  if (const Port* other = otherHeadphoneOutput(desk, cable, false)) {
    finding.arguments["other"] = other->name;
    finding.fixes.push_back({"use-unbalanced-headphone-output",
                             {chain::Place(cable.from.socket.device, other->id)},
                             chain::Cost::free,
                             finding.arguments});
  }
  finding.fixes.push_back({"use-balanced-headphone-cable",
                           {chain::Place(cable.id)},
                           chain::Cost::cable,
                           finding.arguments});
}

void addStifferOutputs(const Desk& desk, const Cable& cable, const HeadphoneDrive& drive,
                       Finding& finding) {
  const Ohms limit = drive.load->value.nominal / kEighth;
  for (const chain::Device& device : desk.chain().devices) {
    const profiles::Profile* profile = desk.profile(device.id);
    if (!profile || desk.attached(device.id).empty()) continue;
    for (const Port& port : profile->ports) {
      if (!isHeadphoneOutput(port) || isBalancedHeadphoneOutput(port) || !port.impedance ||
          port.impedance->value.nominal > limit || !desk.attached(device.id, port.id).empty()) {
        continue;
      }
      finding.fixes.push_back({"use-stiffer-output",
                               {chain::Place(device.id, port.id)},
                               chain::Cost::free,
                               {{"to", desk.name(cable.to.socket.device)},
                                {"device", desk.name(device.id)},
                                {"port", port.name},
                                {"source", toText(port.impedance->written)}}});
    }
  }
  chain::Arguments arguments = cableArguments(desk, cable);
  arguments["limit"] = numberText(limit.value(), 1, "Ω");
  finding.fixes.push_back({"add-headphone-amplifier",
                           {chain::Place(cable.id)},
                           chain::Cost::purchase,
                           std::move(arguments)});
}

}  // namespace linecheck::rules
