#include "setup/items.h"

#include "prediction/texts.h"
#include "setup/item_makers.h"

namespace linecheck::setup {

std::vector<Item> itemsOf(const Survey& survey) {
  std::vector<Item> items;
  addDeskItems(survey, items);
  addCableItems(survey, items);
  addPowerItems(survey, items);
  addPowerUpItems(survey, items);
  addComputerItems(survey, items);
  addInterfaceItems(survey, items);
  addAmplifierItems(survey, items);
  addOneKnobItems(survey, items);
  addNoiseItems(survey, items);
  addChecklistItems(items);
  return items;
}

std::vector<Item> itemsOf(const chain::Desk& desk, const Wishes& wishes) {
  return itemsOf(Survey(desk, wishes));
}

std::string itemId(ItemKind kind, std::string_view subject) {
  std::string id(itemKindName(kind));
  if (!subject.empty()) id.append(":").append(subject);
  return id;
}

std::string profileBasis(const chain::Desk& desk, const chain::DeviceId& device) {
  const chain::Device* found = desk.device(device);
  return device.text() + '=' + (found ? found->profile : std::string());
}

std::string targetBasis(const Target& target) {
  return target.control.text() + '=' + prediction::positionText(target.setting);
}

}  // namespace linecheck::setup
