#include "setup/repeat.h"

#include <algorithm>

#include "chain/signals.h"
#include "setup/monitor_switch.h"

namespace linecheck::setup {
namespace {

using chain::Desk;

bool hasLinePort(const profiles::Profile& profile, profiles::Direction direction) {
  return std::any_of(profile.ports.begin(), profile.ports.end(), [&](const profiles::Port& port) {
    return port.direction == direction && chain::isAnalogue(port) &&
           std::count(port.signals.begin(), port.signals.end(), profiles::Signal::line) > 0;
  });
}

bool canLoop(const Desk& desk) {
  const auto& devices = desk.chain().devices;
  return std::any_of(devices.begin(), devices.end(), [&](const chain::Device& device) {
    const auto* profile = desk.profile(device.id);
    return profile && profile->kind == profiles::Kind::audioInterface &&
           hasLinePort(*profile, profiles::Direction::in) &&
           hasLinePort(*profile, profiles::Direction::out);
  });
}

bool hasComputer(const Desk& desk) {
  const auto& devices = desk.chain().devices;
  return std::any_of(devices.begin(), devices.end(), [&](const chain::Device& device) {
    return desk.kind(device.id) == profiles::Kind::computer;
  });
}

}  // namespace

std::vector<Repeat> repeatPlan(const Desk& desk) {
  std::vector<Repeat> plan;
  if (hasComputer(desk)) {
    plan.push_back({ReadingKind::system,
                    {},
                    {},
                    false,
                    Seconds::of(1.0),
                    {"Read the system's volume and format"}});
  }
  if (canLoop(desk)) {
    plan.push_back({ReadingKind::path,
                    "path",
                    measure::Harness::loop,
                    false,
                    Seconds::of(5.0),
                    {"Check the path of the samples"}});
    plan.push_back({ReadingKind::level,
                    "headroom",
                    measure::Harness::loop,
                    true,
                    Seconds::of(20.0),
                    {"Measure gain and headroom"}});
    plan.push_back(
        {ReadingKind::noise, {}, {}, false, Seconds::of(10.0), {"Listen for hum and noise"}});
  }
  if (monitorSwitchOf(desk)) {
    plan.push_back({ReadingKind::match,
                    {},
                    measure::Harness::soundLevelMeter,
                    false,
                    Seconds::of(60.0),
                    {"Hold headphones and monitors against each other"}});
  }
  return plan;
}

}  // namespace linecheck::setup
