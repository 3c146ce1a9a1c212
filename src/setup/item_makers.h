#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "setup/item.h"
#include "setup/survey.h"

/// What each step asks of a desk. Each function adds the items of one step, in order.
namespace linecheck::setup {

/// All of them; see items.h.
[[nodiscard]] std::vector<Item> itemsOf(const Survey& survey);

void addDeskItems(const Survey& survey, std::vector<Item>& items);
void addCableItems(const Survey& survey, std::vector<Item>& items);
void addPowerItems(const Survey& survey, std::vector<Item>& items);
void addPowerUpItems(const Survey& survey, std::vector<Item>& items);
void addComputerItems(const Survey& survey, std::vector<Item>& items);
void addInterfaceItems(const Survey& survey, std::vector<Item>& items);
void addAmplifierItems(const Survey& survey, std::vector<Item>& items);
void addOneKnobItems(const Survey& survey, std::vector<Item>& items);
void addNoiseItems(const Survey& survey, std::vector<Item>& items);
/// One for each line of the checklist that any of `items` belongs to.
void addChecklistItems(std::vector<Item>& items);

/// "cable:zen-go-to-l30-ii"; the kind's name alone for what is there once.
[[nodiscard]] std::string itemId(ItemKind kind, std::string_view subject = {});

/// Of which profile a device is, for an item's basis.
[[nodiscard]] std::string profileBasis(const chain::Desk& desk, const chain::DeviceId& device);

/// Where a target is told: "Zen Go: Line Out Trim=20.0 dBu".
[[nodiscard]] std::string targetBasis(const Target& target);

}  // namespace linecheck::setup
