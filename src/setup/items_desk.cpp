#include <algorithm>

#include "base/number_text.h"
#include "chain/live_controls.h"
#include "setup/item_makers.h"

namespace linecheck::setup {
namespace {

using chain::Desk;
using chain::Device;
using chain::Place;

void addDevice(const Desk& desk, const Device& device, std::vector<Item>& items) {
  const auto* profile = desk.profile(device.id);
  Item item;
  item.id = itemId(ItemKind::deviceKnown, device.id.text());
  item.kind = ItemKind::deviceKnown;
  item.text = profile ? Sentence{"%1 is known: %2.", {desk.name(device.id), profile->name()}}
                      : Sentence{"Say what %1 is.", {desk.name(device.id)}};
  item.why = {
      "All that is worked out about it comes from its data: what it takes, what it gives, and what "
      "it must not get."};
  item.where = {Place(device.id)};
  item.canBeKnownBy = {KnownBy::chain};
  item.picture = Picture::device;
  item.basis = profileBasis(desk, device.id);
  items.push_back(std::move(item));
}

/// The devices on the main way, each once.
std::vector<Place> onTheWay(const Survey& survey) {
  std::vector<Place> places;
  if (!survey.path) return places;
  for (const auto& point : survey.path->points) {
    const Place place(point.at.device);
    if (places.empty() || places.back() != place) places.push_back(place);
  }
  return places;
}

void addSoundOrder(const Survey& survey, std::vector<Item>& items) {
  Item item;
  item.id = itemId(ItemKind::soundOrder);
  item.kind = ItemKind::soundOrder;
  item.where = onTheWay(survey);
  std::vector<std::string> names;
  for (const Place& place : item.where) {
    names.push_back(survey.desk.name(chain::DeviceId(place.part)));
    item.basis += profileBasis(survey.desk, chain::DeviceId(place.part)) + ' ';
  }
  item.text = names.size() < 2
                  ? Sentence{"Join the devices: computer, interface, amplifier, headphones."}
                  : Sentence{"The sound goes through %1, in this order.", {listed(names)}};
  item.why = {
      "Numbers come out of the computer, and only the interface makes a signal of them. That is "
      "too weak for headphones, which is what the amplifier is for."};
  item.canBeKnownBy = {KnownBy::chain};
  item.picture = Picture::device;
  items.push_back(std::move(item));
}

void addMains(const Survey& survey, std::vector<Item>& items) {
  const chain::Mains& mains = survey.desk.chain().mains;
  Item item;
  item.id = itemId(ItemKind::mains);
  item.kind = ItemKind::mains;
  item.text = {
      "Your mains have %1 and %2.",
      {numberText(mains.voltage.value(), 0, "V"), numberText(mains.frequency.value(), 0, "Hz")}};
  item.why = {
      "Hum is at the mains' frequency and its multiples: 50 Hz in most of the world, 60 Hz in the "
      "Americas and some other countries."};
  item.canBeKnownBy = {KnownBy::measured, KnownBy::chain};
  item.picture = Picture::outlets;
  item.basis = item.text.arguments[0] + ' ' + item.text.arguments[1];
  items.push_back(std::move(item));
}

bool takesMains(const profiles::Profile& profile) {
  return profile.power && (profile.power->supply == profiles::Supply::externalAdapter ||
                           profile.power->supply == profiles::Supply::internalMains);
}

void addPluggedIn(const Survey& survey, std::vector<Item>& items) {
  Item item;
  item.id = itemId(ItemKind::pluggedIn);
  item.kind = ItemKind::pluggedIn;
  item.text = {"Say where each plug goes in: which outlet, strip, conditioner or UPS."};
  item.why = {
      "Two devices at outlets far apart have different ground potentials, and hum current runs "
      "between them."};
  for (const Device& device : survey.desk.chain().devices) {
    const auto* profile = survey.desk.profile(device.id);
    if (!profile || !takesMains(*profile)) continue;
    item.where.emplace_back(device.id);
    item.basis += profileBasis(survey.desk, device.id) + ' ';
  }
  if (item.where.empty()) return;
  item.canBeKnownBy = {KnownBy::chain};
  item.picture = Picture::outlets;
  items.push_back(std::move(item));
}

}  // namespace

void addDeskItems(const Survey& survey, std::vector<Item>& items) {
  for (const Device& device : survey.desk.chain().devices) addDevice(survey.desk, device, items);
  addSoundOrder(survey, items);
  addMains(survey, items);
  addPluggedIn(survey, items);
}

}  // namespace linecheck::setup
