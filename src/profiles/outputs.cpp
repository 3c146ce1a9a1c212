#include "profiles/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "profiles/text_folding.h"

namespace linecheck::profiles {

bool isHeadphoneOutput(const Port& port) {
  return port.direction != Direction::in &&
         std::ranges::find(port.signals, Signal::headphone) != port.signals.end();
}

std::string idPart(std::string_view text) {
  std::string id;
  for (const std::string& word : foldedWords(text)) {
    std::string part;
    std::ranges::copy_if(word, std::back_inserter(part),
                         [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (!part.empty()) id += (id.empty() ? "" : "-") + part;
  }
  return id;
}

Port& addHeadphoneOutput(Profile& profile, const std::string& name, const Provenance& provenance) {
  const std::string stem = idPart(name).empty() ? "headphones" : idPart(name);
  Port port;
  port.id = stem;
  for (int number = 2; profile.port(port.id) != nullptr; ++number) {
    port.id = fmt::format("{}-{}", stem, number);
  }
  port.name = name.empty() ? "Headphones" : name;
  port.direction = Direction::out;
  port.channels = 2;
  port.signals = {Signal::headphone};
  port.claim.provenance = provenance;
  profile.ports.push_back(std::move(port));
  return profile.ports.back();
}

void removePort(Profile& profile, const std::string& port) {
  std::erase_if(profile.ports, [&](const Port& one) { return one.id == port; });
  std::erase_if(profile.controls, [&](Control& control) {
    const bool didName = std::erase(control.ports, port) > 0;
    if (auto* modes = std::get_if<ModeSwitch>(&control.action)) {
      for (ModeSwitch::Position& position : modes->positions) std::erase(position.outputs, port);
    }
    return didName && control.ports.empty() && std::holds_alternative<GainSwitch>(control.action);
  });
}

const Control* gainSwitchOf(const Profile& profile, const std::string& port) {
  const auto it = std::ranges::find_if(profile.controls, [&](const Control& control) {
    return std::holds_alternative<GainSwitch>(control.action) &&
           std::ranges::find(control.ports, port) != control.ports.end();
  });
  return it == profile.controls.end() ? nullptr : &*it;
}

void setGainSteps(Profile& profile, const std::string& port, GainSwitch gains) {
  if (const Control* known = gainSwitchOf(profile, port)) {
    std::ranges::find(profile.controls, known->id, &Control::id)->action = std::move(gains);
    return;
  }
  if (gains.steps.empty()) return;
  Control control;
  control.id = "gain";
  for (int number = 2; profile.control(control.id) != nullptr; ++number) {
    control.id = fmt::format("gain-{}", number);
  }
  control.name = "Gain";
  control.ports = {port};
  control.claim.provenance = gains.steps.front().gain.provenance;
  control.action = std::move(gains);
  profile.controls.push_back(std::move(control));
}

}  // namespace linecheck::profiles
