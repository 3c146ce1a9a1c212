#include <algorithm>
#include <cmath>

#include "base/number_text.h"
#include "rules/ups_load.h"
#include "setup/item_makers.h"

namespace linecheck::setup {
namespace {

using chain::Desk;
using chain::Device;
using chain::Place;
using chain::PowerPoint;
using profiles::CurrentKind;

/// "15 V AC"
std::string supplyText(const profiles::Adapter& adapter) {
  const double volts = adapter.voltage.value.nominal.value();
  const bool isWhole = std::abs(volts - std::round(volts)) < 0.05;
  return numberText(volts, isWhole ? 0 : 1, "V") +
         (adapter.current == CurrentKind::ac ? " AC" : " DC");
}

/// What somebody has told of the adapter in use: another one has to be looked at anew.
std::string adapterBasis(const std::optional<chain::AdapterInUse>& adapter) {
  if (!adapter) return "untold";
  std::string text;
  if (adapter->isOriginal) text += *adapter->isOriginal ? "original " : "foreign ";
  if (adapter->current) text += *adapter->current == CurrentKind::ac ? "AC " : "DC ";
  if (adapter->voltage) text += numberText(adapter->voltage->value(), 1, "V");
  return text;
}

void addSupply(const Desk& desk, const Device& device, std::vector<Item>& items) {
  const auto* profile = desk.profile(device.id);
  if (!profile || !profile->power || !profile->power->adapter) return;
  const profiles::Adapter& adapter = *profile->power->adapter;
  Item item;
  item.id = itemId(ItemKind::supply, device.id.text());
  item.kind = ItemKind::supply;
  item.large = supplyText(adapter);
  item.text = {"Feed %1 by the adapter that came with it: its label says %2.",
               {desk.name(device.id), item.large}};
  item.why = adapter.current == CurrentKind::ac
                 ? Sentence{"Nearly all other adapters give DC, and this one must give AC. A DC "
                            "adapter that happens to fit destroys the regulators at once. Label "
                            "the right one."}
                 : Sentence{"Another adapter may fit and give another voltage, or the opposite "
                            "polarity. Label the right one."};
  item.where = {Place(device.id)};
  item.basis = profileBasis(desk, device.id);
  for (const chain::PowerLead* lead : desk.feeds(device.id)) {
    item.where.emplace_back(lead->id);
    item.basis += ' ' + adapterBasis(lead->adapter);
  }
  item.canBeKnownBy = {KnownBy::chain, KnownBy::user};
  item.picture = Picture::adapter;
  items.push_back(std::move(item));
}

void addMainsVoltage(const Survey& survey, std::vector<Item>& items) {
  Item item;
  item.kind = ItemKind::mainsVoltage;
  item.id = itemId(item.kind);
  const std::string volts = numberText(survey.desk.chain().mains.voltage.value(), 0, "V");
  item.text = {"Whatever has a voltage selector or a maker's figure takes %1.", {volts}};
  item.why = {"Half the voltage does not work; twice the voltage destroys the supply."};
  item.basis = volts;
  for (const Device& device : survey.desk.chain().devices) {
    const auto* profile = survey.desk.profile(device.id);
    if (!profile || !profile->power || !profile->power->mainsVoltage) continue;
    item.where.emplace_back(device.id);
    item.basis += ' ' + profileBasis(survey.desk, device.id);
  }
  if (item.where.empty()) return;
  item.canBeKnownBy = {KnownBy::chain, KnownBy::user};
  item.picture = Picture::outlets;
  items.push_back(std::move(item));
}

/// Where all plugs of the desk come together, if there is one such place; else the first.
const PowerPoint* rootPoint(const Desk& desk) {
  for (const PowerPoint& point : desk.chain().powerPoints) {
    if (!desk.upstream(point.id)) return &point;
  }
  return nullptr;
}

std::string powerBasis(const Desk& desk) {
  std::string text;
  for (const chain::PowerLead& lead : desk.chain().powerLeads) {
    const auto* device = std::get_if<chain::DeviceId>(&lead.to);
    const auto* point = std::get_if<chain::PowerPointId>(&lead.to);
    text += lead.from.text() + '>' + (device ? device->text() : point->text()) + ' ';
  }
  return text;
}

void addOneSource(const Survey& survey, std::vector<Item>& items) {
  const Desk& desk = survey.desk;
  Item item;
  item.kind = ItemKind::oneSource;
  item.id = itemId(item.kind);
  item.text = {"Plug the whole desk into one strip, conditioner or UPS."};
  item.why = {
      "Then all devices share one ground point, and no loop through two outlets can hum. It is "
      "the cheapest cure there is."};
  for (const PowerPoint& point : desk.chain().powerPoints) item.where.emplace_back(point.id);
  item.canBeKnownBy = {KnownBy::chain, KnownBy::user};
  item.picture = Picture::strip;
  item.basis = powerBasis(desk);
  items.push_back(std::move(item));
}

void addUps(const Survey& survey, std::vector<Item>& items) {
  const Desk& desk = survey.desk;
  bool hasUps = false;
  for (const PowerPoint& point : desk.chain().powerPoints) {
    if (point.kind != PowerPoint::Kind::ups) continue;
    hasUps = true;
    const auto load = rules::loadOf(desk, point);
    Item item;
    item.kind = ItemKind::ups;
    item.id = itemId(item.kind, point.id.text());
    item.text = {"The UPS feeds %1 and has %2 or more, line-interactive, with a pure sine wave.",
                 {rules::powerText(load.power), rules::ratingText(load.power)}};
    item.why = {
        "It is there to save the work and switch off in peace, not to play on. Computers' supplies "
        "do not like a stepped wave, and one at its limit gives up when it is needed."};
    item.where = {Place(point.id)};
    item.canBeKnownBy = {KnownBy::chain, KnownBy::user};
    item.picture = Picture::ups;
    item.basis = powerBasis(desk);
    items.push_back(std::move(item));
  }
  const PowerPoint* root = rootPoint(desk);
  if (hasUps || !root) return;
  const auto load = rules::loadOf(desk, *root);
  if (load.devices.empty()) return;
  Item item;
  item.kind = ItemKind::ups;
  item.id = itemId(item.kind);
  item.text = {
      "If you want a UPS: this desk takes %1, so get one with %2, line-interactive, with a pure "
      "sine wave.",
      {rules::powerText(load.power), rules::ratingText(load.power)}};
  item.why = {
      "It gives you the minutes to save your work when the mains fail, and all of the desk hangs "
      "on one ground point."};
  item.where = {Place(root->id)};
  item.canBeKnownBy = {KnownBy::chain};
  item.picture = Picture::ups;
  item.basis = powerBasis(desk);
  items.push_back(std::move(item));
}

void addEarth(const Survey& survey, std::vector<Item>& items) {
  Item item;
  item.kind = ItemKind::earth;
  item.id = itemId(item.kind);
  item.text = {"The outlets have a protective earth that works. Only an electrician can test it."};
  item.why = {
      "After a fault the earth keeps the case from being live, and without it hum has nowhere to "
      "drain to. Never remove an earth contact to get rid of hum: there are safe cures."};
  for (const PowerPoint& point : survey.desk.chain().powerPoints) item.where.emplace_back(point.id);
  item.canBeKnownBy = {KnownBy::chain, KnownBy::user};
  item.picture = Picture::earth;
  item.basis = powerBasis(survey.desk);
  items.push_back(std::move(item));
}

}  // namespace

void addPowerItems(const Survey& survey, std::vector<Item>& items) {
  for (const Device& device : survey.desk.chain().devices) addSupply(survey.desk, device, items);
  addMainsVoltage(survey, items);
  if (survey.powerUp.empty()) return;
  addOneSource(survey, items);
  addUps(survey, items);
  addEarth(survey, items);
}

}  // namespace linecheck::setup
