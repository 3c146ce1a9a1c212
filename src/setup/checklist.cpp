#include "setup/checklist.h"

#include <algorithm>
#include <array>

#include "setup/item_makers.h"

namespace linecheck::setup {
namespace {

using Group = ChecklistLine::Group;
using enum ItemKind;

constexpr std::array kOrder{deviceKnown, soundOrder};
constexpr std::array kCablesFirst{allOff, cable};
constexpr std::array kSwitching{volumeDown, switchOn, switchOff};
constexpr std::array kOneSource{oneSource, ups};
constexpr std::array kSupplies{supply, mainsVoltage};
constexpr std::array kEarth{earth};
constexpr std::array kRoutes{cableRoutes};
constexpr std::array kHum{hum};
constexpr std::array kBalanced{balancedLines};
constexpr std::array kConnectors{cable, headphoneOutput};
constexpr std::array kGain{gain, knob};
constexpr std::array kMatched{matched};
constexpr std::array kCare{serial, airflow, plugCare};
constexpr std::array kSystemVolume{systemVolume, enhancements};
constexpr std::array kFormat{bitDepth, sampleRate, wholePath};
constexpr std::array kInterface{digitalVolume, outputTrim, headroom};
constexpr std::array kOneKnob{liveControl};

constexpr std::array kLines{
    ChecklistLine{Group::connection, "order",
                  "The devices are joined in order, from the computer to the headphones.", kOrder},
    ChecklistLine{Group::connection, "cables_first",
                  "The signal cables were joined first, then the power.", kCablesFirst},
    ChecklistLine{Group::connection, "switching",
                  "Switching on goes from the source to the amplifier, switching off the other "
                  "way round.",
                  kSwitching},
    ChecklistLine{Group::power, "one_source", "The whole desk is fed from one place.", kOneSource},
    ChecklistLine{Group::power, "supplies", "Each device has its own adapter and the right mains.",
                  kSupplies},
    ChecklistLine{Group::power, "earth", "The outlets have a protective earth that works.", kEarth},
    ChecklistLine{Group::power, "cable_routes",
                  "Signal cables are short and away from mains cables.", kRoutes},
    ChecklistLine{Group::power, "hum", "There is no hum to be heard.", kHum},
    ChecklistLine{Group::lines, "balanced_lines",
                  "Balanced lines are balanced at both ends, long lines above all.", kBalanced},
    ChecklistLine{Group::lines, "connectors", "The plugs and sockets of neighbours fit each other.",
                  kConnectors},
    ChecklistLine{Group::amplifier, "gain",
                  "The gain is such that the knob works in about the middle of its travel.", kGain},
    ChecklistLine{Group::amplifier, "matched",
                  "Headphones and monitors are equally loud on one knob.", kMatched},
    ChecklistLine{Group::amplifier, "care", "Nothing endangers the amplifier.", kCare},
    ChecklistLine{Group::volume, "system_volume",
                  "The system volume is up: 97 % on Windows, 100 % elsewhere.", kSystemVolume},
    ChecklistLine{Group::volume, "format", "The format is 24 bit, and the samples arrive whole.",
                  kFormat},
    ChecklistLine{Group::volume, "interface",
                  "The interface turns nothing down: faders at 0 dB, output as high as it may be.",
                  kInterface},
    ChecklistLine{Group::volume, "one_knob",
                  "The everyday volume is the knob of the amplifier and nothing else.", kOneKnob},
};

}  // namespace

std::span<const ChecklistLine> checklistLines() {
  return kLines;
}

std::string_view groupName(Group group) {
  switch (group) {
    case Group::connection:
      return "Connection";
    case Group::power:
      return "Power";
    case Group::lines:
      return "Lines";
    case Group::amplifier:
      return "Amplifier";
    case Group::volume:
      return "Volume";
  }
  return {};
}

const ChecklistLine* checklistLineOf(const Item& item) {
  if (item.kind != checklistLine) return nullptr;
  const auto* const found = std::find_if(
      kLines.begin(), kLines.end(),
      [&](const ChecklistLine& line) { return itemId(checklistLine, line.id) == item.id; });
  return found == kLines.end() ? nullptr : found;
}

void addChecklistItems(std::vector<Item>& items) {
  const std::size_t count = items.size();
  for (const ChecklistLine& line : kLines) {
    Item item;
    item.kind = checklistLine;
    item.id = itemId(checklistLine, line.id);
    item.text = Sentence{line.text};
    item.picture = Picture::list;
    for (std::size_t i = 0; i < count; ++i) {
      const Item& part = items[i];
      if (std::find(line.kinds.begin(), line.kinds.end(), part.kind) == line.kinds.end()) continue;
      for (const chain::Place& place : part.where) {
        if (std::find(item.where.begin(), item.where.end(), place) == item.where.end()) {
          item.where.push_back(place);
        }
      }
      for (const KnownBy by : part.canBeKnownBy) {
        if (!item.canBeKnown(by)) item.canBeKnownBy.push_back(by);
      }
    }
    if (item.canBeKnownBy.empty()) continue;
    std::sort(item.canBeKnownBy.begin(), item.canBeKnownBy.end());
    items.push_back(std::move(item));
  }
}

}  // namespace linecheck::setup
