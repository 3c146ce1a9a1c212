#include "setup/survey.h"

#include <algorithm>
#include <map>

#include "chain/grounds.h"
#include "chain/power_order.h"
#include "levels/main_path.h"
#include "levels/stage_gain.h"
#include "rules/rules.h"
#include "rules/words.h"
#include "setup/comfort.h"

namespace linecheck::setup {
namespace {

using chain::Desk;
using chain::Device;
using levels::RoutePoint;

const Device* onlyComputer(const Desk& desk) {
  const Device* found = nullptr;
  for (const Device& device : desk.chain().devices) {
    if (desk.kind(device.id) != profiles::Kind::computer) continue;
    if (found) return nullptr;
    found = &device;
  }
  return found;
}

/// A desk with profiles of its own.
struct OwnDesk {
  std::map<std::string, profiles::Profile, std::less<>> profiles;
  std::optional<Desk> desk;
};

/// The profile with what was measured at a port, if it tells nothing of that port.
std::optional<profiles::Profile> completed(const Desk& desk, const LevelReading& measured) {
  if (!measured.fullScaleOut || !measured.loop.from) return std::nullopt;
  const auto* profile = desk.profile(measured.loop.from->device);
  if (!profile) return std::nullopt;
  profiles::Profile own = *profile;
  for (profiles::Port& port : own.ports) {
    if (port.id != measured.loop.from->port || port.maximumLevel) continue;
    port.maximumLevel.emplace();
    port.maximumLevel->value.nominal = *measured.fullScaleOut;
    port.maximumLevel->provenance.confidence = profiles::Confidence::measured;
    return own;
  }
  return std::nullopt;
}

std::shared_ptr<const Desk> withMeasured(const Desk& desk, const LevelReading* measured) {
  auto own = measured ? completed(desk, *measured) : std::nullopt;
  // Without anything to add it is the same desk, which its owner keeps.
  if (!own) return {std::shared_ptr<const Desk>(), &desk};
  auto holder = std::make_shared<OwnDesk>();
  for (const Device& device : desk.chain().devices) {
    if (const auto* profile = desk.profile(device.id)) {
      holder->profiles.try_emplace(device.profile, *profile);
    }
  }
  const std::string completedId = own->id;
  holder->profiles[completedId] = *std::move(own);
  holder->desk.emplace(desk.chain(), [&holder](std::string_view id) -> const profiles::Profile* {
    const auto found = holder->profiles.find(id);
    return found == holder->profiles.end() ? nullptr : &found->second;
  });
  return {holder, &*holder->desk};
}

}  // namespace

Survey::Survey(const Desk& of, const Wishes& wanted, const LevelReading* measured)
    : desk(of),
      levelDesk(withMeasured(of, measured)),
      wishes(wanted),
      powerUp(chain::powerUpOrder(of)) {
  const chain::GroundPlan grounds = chain::planGrounds(desk);
  findings = rules::check({desk, grounds});
  computer = onlyComputer(desk);
  levels::LevelPlan plan = levels::planLevels(*levelDesk);
  const auto main = levels::mainPath(*levelDesk, plan);
  if (!main) return;
  path = std::move(plan.paths[*main]);
  const levels::Route route = path->route();
  controls = levels::controlsOn(*levelDesk, route);
  recommended =
      levels::recommend(*levelDesk, *path, {wishes.listening, wishes.reserve, levels::Programme{}});
  lowerTrimForKnob(*this);
  if (desk.kind(route.front().device) == profiles::Kind::computer) {
    computer = desk.device(route.front().device);
  }
  for (const auto& point : path->points) {
    const RoutePoint& at = point.at;
    if (!at.isInput && !point.isDigital && !output && levels::isConverter(desk, at.device)) {
      converter = desk.device(at.device);
      output = at;
    }
  }
  if (desk.kind(route.back().device) != profiles::Kind::headphones) return;
  headphones = desk.device(route.back().device);
  if (route.size() < 2) return;
  const RoutePoint& last = route[route.size() - 2];
  if (desk.kind(last.device) == profiles::Kind::headphoneAmplifier) {
    amplifier = desk.device(last.device);
  }
}

std::optional<chain::OperatingSystem> Survey::system() const {
  return computer && computer->computer ? computer->computer->system : std::nullopt;
}

const chain::Setting* Survey::choiceFor(const chain::Place& control) const {
  if (!recommended) return nullptr;
  for (const auto& choice : recommended->choices) {
    if (choice.control == control) return &choice.setting;
  }
  return nullptr;
}

std::string socketName(const Desk& desk, const chain::Socket& socket) {
  return rules::portName(desk, socket) + " of " + desk.name(socket.device);
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace linecheck::setup
