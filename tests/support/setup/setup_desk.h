#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "setup/state.h"
#include "support/chain/shipped_profiles.h"
#include "support/diagnosis/example_desk.h"

namespace linecheck::setup::testing {

using namespace std::chrono_literals;

inline constexpr std::chrono::sys_seconds kNow{1'800'000'000s};

/// With ordinary spaces before the units.
inline std::string plain(std::string text) {
  const std::string thin = "\u2009";
  for (auto at = text.find(thin); at != std::string::npos; at = text.find(thin, at)) {
    text.replace(at, thin.size(), " ");
  }
  return text;
}

/// A desk that is being set up.
class SetupDesk {
 public:
  chain::Chain chain;
  Progress progress;
  Wishes wishes;

  /// Of docs/examples, by its name.
  explicit SetupDesk(const std::string& example)
      : chain(diagnosis::testing::exampleChain(example)) {}

  [[nodiscard]] chain::Desk desk() const { return {chain, chain::testing::shippedProfile}; }
  [[nodiscard]] std::vector<StepState> steps() const { return stateOf(desk(), progress, wishes); }
  [[nodiscard]] std::vector<Item> items() const { return itemsOf(desk(), wishes); }

  /// A copy; fails the test if there is none.
  [[nodiscard]] ItemState item(std::string_view id) const {
    const auto all = steps();
    const ItemState* found = findItem(all, id);
    EXPECT_NE(found, nullptr) << id;
    return found ? *found : ItemState{};
  }
  [[nodiscard]] bool has(std::string_view id) const { return findItem(steps(), id) != nullptr; }
  [[nodiscard]] StepState step(StepId id) const { return steps().at(static_cast<std::size_t>(id)); }

  chain::Device& device(const std::string& id) {
    for (chain::Device& device : chain.devices) {
      if (device.id.text() == id) return device;
    }
    ADD_FAILURE() << id;
    return chain.devices.front();
  }
  void set(const std::string& id, const std::string& control, chain::Setting setting) {
    device(id).settings[control] = std::move(setting);
  }
  void tick(const std::string& id, Answer answer = Answer::done) {
    for (const Item& item : items()) {
      if (item.id == id) return progress.tick(item, answer, kNow);
    }
    ADD_FAILURE() << id;
  }
  void tickAll() {
    for (const Item& item : items()) {
      if (item.kind != ItemKind::checklistLine) progress.tick(item, Answer::done, kNow);
    }
  }
  template <class Reading>
  void take(Reading reading) {
    setup::take(progress, desk(), std::move(reading), kNow);
  }
};

inline SetupDesk l30Desk() {
  return SetupDesk("zen-go-l30-ii");
}
inline SetupDesk l70Desk() {
  return SetupDesk("zen-go-l70-balanced");
}

/// As it should be on Windows.
inline SystemReading soundSystem() {
  SystemReading reading;
  reading.endpoint = "Line Out (Zen Go)";
  reading.system = chain::OperatingSystem::windows;
  reading.volume = 0.97;
  reading.isMuted = false;
  reading.bits = 24;
  reading.sampleRate = Hertz::of(48'000.0);
  reading.hasEnhancements = false;
  return reading;
}

/// A path with nothing wrong, which both inputs hear.
inline PathReading cleanPath() {
  PathReading reading;
  reading.report.wasRun = true;
  for (int i = 0; i < 2; ++i) {
    measure::PathChannel channel;
    channel.input = i;
    channel.output = i;
    channel.gain = Decibels::of(-3.0);
    channel.gainSe = 0.001;
    channel.latency = 200.0;
    reading.report.channels.push_back(channel);
  }
  reading.sampleRate = Hertz::of(48'000.0);
  return reading;
}

inline PathReading pathWith(measure::PathFault fault, std::optional<double> value = {}) {
  PathReading reading = cleanPath();
  reading.report.findings.push_back({fault, measure::Certainty::certain, {}, value});
  return reading;
}

/// A loop with a gain, clean up to full scale.
inline LevelReading cleanLevels(double gain) {
  LevelReading reading;
  for (int i = 0; i < 2; ++i) {
    reading.reading.figures.push_back({"gain", measure::Unit::db, i, gain, 0.001});
    reading.reading.figures.push_back({"clip_level", measure::Unit::dbfs, i, {}, {}});
    reading.reading.figures.push_back({"clip_level_above", measure::Unit::dbfs, i, 0.0, {}});
    reading.reading.statements.push_back({"clip_kind", "none", i});
    reading.reading.statements.push_back({"clip_place", "none", i});
  }
  return reading;
}

}  // namespace linecheck::setup::testing
