#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "chain/desk.h"
#include "measure/harness.h"
#include "setup/progress.h"
#include "setup/readings.h"
#include "units/quantity.h"

namespace linecheck::setup {

/// One thing that can be found out anew without the user's judgement.
struct Repeat {
  ReadingKind kind = ReadingKind::system;
  std::string_view procedure{};               ///< Of `measure`; empty where none is run.
  std::optional<measure::Harness> harness{};  ///< The cables that it needs.
  bool needsConsent = false;                  ///< It plays above −20 dBFS.
  Seconds length;                             ///< About so long.
  Sentence title;                             ///< "Read the system's volume and format".
};

/// All that this desk allows, in the order in which the cables change least. Where there is an
/// interface with a line input and output, the path and its levels; where a computer, its settings.
[[nodiscard]] std::vector<Repeat> repeatPlan(const chain::Desk& desk);

}  // namespace linecheck::setup
