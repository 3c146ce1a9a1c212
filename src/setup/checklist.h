#pragma once

#include <span>
#include <string_view>

#include "setup/item.h"

namespace linecheck::setup {

/// A line of the checklist at the end of the article "The Audio Signal Chain" (Neuropunk), with the
/// items that it sums up.
struct ChecklistLine {
  enum class Group { connection, power, lines, amplifier, volume };

  Group group = Group::connection;
  std::string_view id;              ///< Stable: "one_source".
  const char* text = "";            ///< English, to be translated.
  std::span<const ItemKind> kinds;  ///< At least one.
};

/// All lines, in the article's order.
[[nodiscard]] std::span<const ChecklistLine> checklistLines();
/// English, to be translated: "Connection".
[[nodiscard]] std::string_view groupName(ChecklistLine::Group group);
/// That of an item of kind checklistLine; null for any other.
[[nodiscard]] const ChecklistLine* checklistLineOf(const Item& item);

}  // namespace linecheck::setup
