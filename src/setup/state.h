#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "chain/desk.h"
#include "chain/device.h"
#include "rules/finding.h"
#include "setup/item.h"
#include "setup/items.h"
#include "setup/progress.h"

namespace linecheck::setup {

enum class State {
  unknown,  ///< Nobody has told yet.
  done,
  wrong,
  notNeeded,
};

/// Stable: "unknown", "done", "wrong", "not_needed".
[[nodiscard]] std::string_view stateName(State state);

/// How an item stands, and who says so.
struct ItemState {
  Item item;
  State state = State::unknown;
  std::optional<KnownBy> knownBy{};              ///< Empty while nobody has told.
  std::optional<std::chrono::sys_seconds> at{};  ///< When, where it is not the desk that says so.
  std::optional<Sentence> found{};               ///< How it stands, beside how it should be.
  std::optional<Sentence> cure{};                ///< What to do about it.
  std::vector<rules::Finding> findings{};        ///< What the rules find there, with their fixes.
  /// Those who say otherwise: "The system says 24 bit, but what arrives has 16."
  std::vector<Sentence> contradictions{};
  /// Something elsewhere would explain it: where to look.
  std::vector<chain::Place> suspects{};
  std::vector<std::string> restsOn{};  ///< Of a line of the checklist: ids of the items it sums up.
};

/// A step with its items.
struct StepState {
  StepId id = StepId::desk;
  State state = State::unknown;      ///< The worst of its items; notNeeded if it has none.
  std::optional<KnownBy> knownBy{};  ///< If it is done: the least trusted of its items' ways.
  std::vector<ItemState> items{};

  /// How many are done or not needed.
  [[nodiscard]] int settled() const;
};

/// How the whole set-up stands: one for each step, in order. A pure function of what is given.
[[nodiscard]] std::vector<StepState> stateOf(const chain::Desk& desk, const Progress& progress,
                                             const Wishes& wishes);
/// The same with the wishes that were kept.
[[nodiscard]] std::vector<StepState> stateOf(const chain::Desk& desk, const Progress& progress);

/// Null if there is none with this id.
[[nodiscard]] const ItemState* findItem(std::span<const StepState> steps, std::string_view id);

}  // namespace linecheck::setup
