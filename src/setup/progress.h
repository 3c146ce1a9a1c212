#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "chain/desk.h"
#include "setup/item.h"
#include "setup/readings.h"
#include "setup/step.h"
#include "setup/wishes.h"

namespace linecheck::setup {

/// What the user says of an item.
enum class Answer {
  done,
  wrong,      ///< It is not as it should be, and stays so for now.
  notNeeded,  ///< It does not concern this desk.
};

struct Tick {
  std::string item;  ///< Its id.
  Answer answer = Answer::done;
  std::chrono::sys_seconds at{};
  std::string basis{};  ///< The item's, when it was ticked.

  bool operator==(const Tick&) const = default;
};

/// How far a set-up has come; what is saved to go on later. A plain value.
struct Progress {
  StepId at = StepId::desk;  ///< The step that was shown last.
  std::vector<Tick> ticks;   ///< At most one for each item.
  Readings readings;
  Wishes wishes;

  /// Ticks an item, in place of what was said of it before.
  void tick(const Item& item, Answer answer, std::chrono::sys_seconds now);
  void untick(std::string_view item);
  /// Null if nothing was said, or the desk has changed there since.
  [[nodiscard]] const Tick* find(const Item& item) const;
};

enum class ReadingKind { system, path, level, noise, match };

/// What a reading of this kind depends on at this desk, as text.
[[nodiscard]] std::string readingBasis(const chain::Desk& desk, ReadingKind kind);

/// Sets a reading as taken now at this desk.
void take(Progress& progress, const chain::Desk& desk, SystemReading reading,
          std::chrono::sys_seconds now);
void take(Progress& progress, const chain::Desk& desk, PathReading reading,
          std::chrono::sys_seconds now);
void take(Progress& progress, const chain::Desk& desk, LevelReading reading,
          std::chrono::sys_seconds now);
void take(Progress& progress, const chain::Desk& desk, NoiseReading reading,
          std::chrono::sys_seconds now);
void take(Progress& progress, const chain::Desk& desk, MatchReading reading,
          std::chrono::sys_seconds now);

/// The same without ticks and readings that this desk has outdated.
[[nodiscard]] Progress stillValid(Progress progress, const chain::Desk& desk,
                                  const std::vector<Item>& items);

}  // namespace linecheck::setup
