#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/sentence.h"
#include "rules/finding.h"
#include "setup/item.h"
#include "setup/state.h"
#include "setup/survey.h"

namespace linecheck::setup {

/// What one source says of one item. A check adds some of these; merging them gives the item's
/// state.
struct Opinion {
  std::string item;  ///< Its id; one of no item counts for nothing.
  KnownBy by = KnownBy::chain;
  State state = State::unknown;  ///< unknown: it only has something to say.
  std::optional<Sentence> found{};
  std::optional<Sentence> cure{};
  std::vector<rules::Finding> findings{};
  std::vector<chain::Place> suspects{};
  std::optional<std::chrono::sys_seconds> at{};
  /// Worked out of what is usual, and a matter of taste too: the user's word counts more.
  bool isAdvice = false;
};

using Opinions = std::vector<Opinion>;

/// What the checks look at.
struct Evidence {
  const Survey& survey;
  const std::vector<Item>& items;
  const Progress& progress;  ///< Only what still counts at this desk.

  /// Null if the desk has no such item.
  [[nodiscard]] const Item* first(ItemKind kind) const;
};

// The checks, each in a file of its own: evidence in, opinions out.
void checkDesk(const Evidence& evidence, Opinions& opinions);      ///< Devices, order, plugs.
void checkRules(const Evidence& evidence, Opinions& opinions);     ///< All that the rules find.
void checkSystem(const Evidence& evidence, Opinions& opinions);    ///< The system's word.
void checkFormat(const Evidence& evidence, Opinions& opinions);    ///< The desk's word on that.
void checkPath(const Evidence& evidence, Opinions& opinions);      ///< What the gate measured.
void checkLevels(const Evidence& evidence, Opinions& opinions);    ///< Measured gain and headroom.
void checkSettings(const Evidence& evidence, Opinions& opinions);  ///< Trim and faders as told.
void checkGain(const Evidence& evidence, Opinions& opinions);      ///< Loudness and knob range.
void checkMatch(const Evidence& evidence, Opinions& opinions);     ///< One knob for both.
void checkNoise(const Evidence& evidence, Opinions& opinions);     ///< The hum check.
void checkTicks(const Evidence& evidence, Opinions& opinions);     ///< The user's word.

/// The item's state from all that is said of it: the most trusted counts, and who contradicts it is
/// told.
[[nodiscard]] ItemState merged(Item item, const Opinions& opinions);

}  // namespace linecheck::setup
