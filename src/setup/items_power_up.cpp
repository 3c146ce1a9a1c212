#include <algorithm>

#include "rules/control_words.h"
#include "setup/item_makers.h"

namespace linecheck::setup {
namespace {

using chain::Desk;
using chain::DeviceId;
using chain::Place;

/// The analogue volume of an amplifier or monitor; null if its profile knows none.
const profiles::Control* volumeOf(const Desk& desk, const DeviceId& device) {
  const auto* profile = desk.profile(device);
  if (!profile) return nullptr;
  for (const auto& control : profile->controls) {
    const auto* volume = std::get_if<profiles::Volume>(&control.action);
    if (volume && volume->technology != profiles::VolumeTechnology::digital) return &control;
  }
  return nullptr;
}

void addVolumeDown(const Desk& desk, const DeviceId& device, std::vector<Item>& items) {
  const auto kind = desk.kind(device);
  const bool isAmplifier = kind == profiles::Kind::headphoneAmplifier ||
                           kind == profiles::Kind::powerAmplifier ||
                           kind == profiles::Kind::preamplifier;
  const auto* volume = isAmplifier ? volumeOf(desk, device) : nullptr;
  if (!volume) return;
  Item item;
  item.kind = ItemKind::volumeDown;
  item.id = itemId(item.kind, device.text());
  const Place place(device, volume->id);
  item.text = {"Turn %1 of %2 all the way down.",
               {rules::controlName(desk, place), desk.name(device)}};
  item.why = {"What was left turned up would meet your ears at full level."};
  item.where = {place};
  item.canBeKnownBy = {KnownBy::user};
  item.picture = Picture::volumeDown;
  item.basis = profileBasis(desk, device);
  items.push_back(std::move(item));
}

}  // namespace

void addPowerUpItems(const Survey& survey, std::vector<Item>& items) {
  const Desk& desk = survey.desk;
  for (const DeviceId& device : survey.powerUp) addVolumeDown(desk, device, items);
  std::string order;
  std::vector<std::string> names;
  for (const DeviceId& device : survey.powerUp) {
    Item item;
    item.kind = ItemKind::switchOn;
    item.id = itemId(item.kind, device.text());
    item.text = {"Switch on %1.", {desk.name(device)}};
    item.why = {"Each device comes before those that it sends its signal to."};
    item.where = {Place(device)};
    item.canBeKnownBy = {KnownBy::user};
    item.picture = Picture::powerSwitch;
    order += (order.empty() ? "" : " > ") + device.text();
    item.basis = order;
    items.push_back(std::move(item));
    names.insert(names.begin(), desk.name(device));
  }
  if (names.size() < 2) return;
  Item off;
  off.kind = ItemKind::switchOff;
  off.id = itemId(off.kind);
  off.text = {"Switch off the other way round: %1.", {listed(names)}};
  off.why = {"What is off already cannot pass on the click of what is switched off after it."};
  for (auto device = survey.powerUp.rbegin(); device != survey.powerUp.rend(); ++device) {
    off.where.emplace_back(*device);
  }
  off.canBeKnownBy = {KnownBy::user};
  off.picture = Picture::powerSwitch;
  off.basis = order;
  items.push_back(std::move(off));
}

}  // namespace linecheck::setup
