#include "setup/progress.h"

#include <algorithm>
#include <array>
#include <span>

#include "prediction/texts.h"
#include "setup/item_makers.h"
#include "setup/monitor_switch.h"

namespace linecheck::setup {
namespace {

using chain::Desk;
using profiles::Kind;

std::string devicesBasis(const Desk& desk, std::span<const Kind> kinds) {
  std::string text;
  for (const chain::Device& device : desk.chain().devices) {
    const auto kind = desk.kind(device.id);
    if (kind && std::find(kinds.begin(), kinds.end(), *kind) != kinds.end()) {
      text += profileBasis(desk, device.id) + ' ';
    }
  }
  return text;
}

/// What somebody turns on the way of a loop ends what was measured of it.
std::string settingsBasis(const Desk& desk, std::span<const Kind> kinds) {
  std::string text;
  for (const chain::Device& device : desk.chain().devices) {
    const auto kind = desk.kind(device.id);
    if (!kind || std::find(kinds.begin(), kinds.end(), *kind) == kinds.end()) continue;
    for (const auto& [control, setting] : device.settings) {
      text += targetBasis({chain::Place(device.id, control), setting}) + ' ';
    }
  }
  return text;
}

std::string wiringBasis(const Desk& desk) {
  std::string text;
  for (const chain::Cable& cable : desk.chain().cables) {
    text += cable.from.socket.device.text() + ':' + cable.from.socket.port + '>' +
            cable.to.socket.device.text() + ':' + cable.to.socket.port + ' ';
  }
  for (const chain::PowerLead& lead : desk.chain().powerLeads) {
    text += lead.from.text() + '>' + lead.id.text() + ' ';
  }
  return text;
}

std::string matchBasis(const Desk& desk) {
  const auto found = monitorSwitchOf(desk);
  if (!found) return {};
  std::string text = profileBasis(desk, found->device->id);
  for (const auto& monitor : found->monitorDevices) text += ' ' + profileBasis(desk, monitor);
  return text;
}

template <class T>
void drop(std::optional<Taken<T>>& taken, const Desk& desk, ReadingKind kind) {
  if (taken && taken->basis != readingBasis(desk, kind)) taken.reset();
}

}  // namespace

void Progress::tick(const Item& item, Answer answer, std::chrono::sys_seconds now) {
  untick(item.id);
  ticks.push_back({item.id, answer, now, item.basis});
}

void Progress::untick(std::string_view item) {
  std::erase_if(ticks, [&](const Tick& tick) { return tick.item == item; });
}

const Tick* Progress::find(const Item& item) const {
  const auto found = std::find_if(ticks.begin(), ticks.end(), [&](const Tick& tick) {
    return tick.item == item.id && tick.basis == item.basis;
  });
  return found == ticks.end() ? nullptr : &*found;
}

std::string readingBasis(const Desk& desk, ReadingKind kind) {
  static constexpr std::array kConverters{Kind::audioInterface, Kind::dac, Kind::onboardAudio};
  static constexpr std::array kComputers{Kind::computer};
  switch (kind) {
    case ReadingKind::system:
      return devicesBasis(desk, kComputers);
    case ReadingKind::path:
      return devicesBasis(desk, kComputers) + devicesBasis(desk, kConverters);
    case ReadingKind::level:
      return devicesBasis(desk, kConverters) + settingsBasis(desk, kConverters);
    case ReadingKind::noise:
      return wiringBasis(desk);
    case ReadingKind::match:
      return matchBasis(desk);
  }
  return {};
}

void take(Progress& progress, const Desk& desk, SystemReading reading,
          std::chrono::sys_seconds now) {
  progress.readings.system = {std::move(reading), now, readingBasis(desk, ReadingKind::system)};
}
void take(Progress& progress, const Desk& desk, PathReading reading, std::chrono::sys_seconds now) {
  progress.readings.path = {std::move(reading), now, readingBasis(desk, ReadingKind::path)};
}
void take(Progress& progress, const Desk& desk, LevelReading reading,
          std::chrono::sys_seconds now) {
  progress.readings.level = {std::move(reading), now, readingBasis(desk, ReadingKind::level)};
}
void take(Progress& progress, const Desk& desk, NoiseReading reading,
          std::chrono::sys_seconds now) {
  progress.readings.noise = {reading, now, readingBasis(desk, ReadingKind::noise)};
}
void take(Progress& progress, const Desk& desk, MatchReading reading,
          std::chrono::sys_seconds now) {
  progress.readings.match = {reading, now, readingBasis(desk, ReadingKind::match)};
}

Progress stillValid(Progress progress, const Desk& desk, const std::vector<Item>& items) {
  std::erase_if(progress.ticks, [&](const Tick& tick) {
    return std::none_of(items.begin(), items.end(), [&](const Item& item) {
      return item.id == tick.item && item.basis == tick.basis;
    });
  });
  Readings& readings = progress.readings;
  drop(readings.system, desk, ReadingKind::system);
  drop(readings.path, desk, ReadingKind::path);
  drop(readings.level, desk, ReadingKind::level);
  drop(readings.noise, desk, ReadingKind::noise);
  drop(readings.match, desk, ReadingKind::match);
  return progress;
}

}  // namespace linecheck::setup
