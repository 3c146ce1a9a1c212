#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "levels/level_plan.h"
#include "levels/recommendation.h"
#include "levels/route_controls.h"
#include "rules/finding.h"
#include "setup/items.h"
#include "setup/readings.h"

namespace linecheck::setup {

/// What the set-up asks of a desk more than once. The desk outlives it.
struct Survey {
  /// `measured`: what an output was found to give where no profile tells it; may be null.
  Survey(const chain::Desk& desk, const Wishes& wishes, const LevelReading* measured = nullptr);

  const chain::Desk& desk;
  /// The same desk with what was measured in its profiles; for levels only.
  std::shared_ptr<const chain::Desk> levelDesk;
  Wishes wishes;
  std::vector<rules::Finding> findings;
  std::optional<levels::Path> path;                   ///< That whose figures stand for the desk.
  std::vector<levels::RouteControl> controls;         ///< On that path.
  std::optional<levels::Recommendation> recommended;  ///< For that path.
  const chain::Device* computer = nullptr;            ///< That it begins at, else the only one.
  const chain::Device* converter = nullptr;           ///< Makes sound of numbers on it.
  std::optional<levels::RoutePoint> output;           ///< By which the sound leaves that.
  const chain::Device* amplifier = nullptr;           ///< The last one before headphones.
  const chain::Device* headphones = nullptr;          ///< Where it ends.
  std::vector<chain::DeviceId> powerUp;

  /// The operating system, as far as the desk tells.
  [[nodiscard]] std::optional<chain::OperatingSystem> system() const;
  /// How a control on the path ought to stand.
  [[nodiscard]] const chain::Setting* choiceFor(const chain::Place& control) const;
};

/// "Line Out of Zen Go"
[[nodiscard]] std::string socketName(const chain::Desk& desk, const chain::Socket& socket);
/// "Zen Go, L30 II and M1"; devices by their names.
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

}  // namespace linecheck::setup
