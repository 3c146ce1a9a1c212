#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chain/grounds.h"
#include "profiles/library.h"
#include "rules/rules.h"
#include "rules/texts.h"
#include "support/chain/ground_fixtures.h"

namespace linecheck::rules::testing {

using namespace chain::testing;  // NOLINT(google-build-using-namespace): the fixtures.
using chain::Place;

/// A desk of made-up devices, as in ground_fixtures.h, with the sockets that a test needs.
class RuleDesk : public GroundDesk {
 public:
  RuleDesk() = default;
  explicit RuleDesk(GroundDesk desk) : GroundDesk(std::move(desk)) {}

  /// As in ground_fixtures.h, and called by its id.
  chain::Device& device(const std::string& id, const Fed& fed,
                        Kind kind = Kind::headphoneAmplifier) {
    chain::Device& made = GroundDesk::device(id, fed, kind);
    made.name = id;
    return made;
  }

  /// A device of a shipped profile, called by its id.
  chain::Device& shipped(const std::string& id, const std::string& profile) {
    static const profiles::Library kLibrary = profiles::Library::load(
        {std::filesystem::path(LINECHECK_SOURCE_DIR) / "device-profiles", {}});
    const profiles::Library::Entry* entry = kLibrary.find(profile);
    EXPECT_NE(entry, nullptr) << profile;
    chain::Device& made = GroundDesk::device(id, entry ? entry->profile : profiles::Profile());
    made.name = id;
    return made;
  }

  /// Adds a port to a device's profile, after `device()`.
  profiles::Port& port(const std::string& device, const std::string& id, Direction direction,
                       Connector connector, Signal signal) {
    profiles::Port port;
    port.id = id;
    port.name = id;
    port.direction = direction;
    port.connector = connector;
    port.channels = 2;
    port.signals = {signal};
    return profiles.at(device).ports.emplace_back(std::move(port));
  }

  /// A port that is there, to change it.
  profiles::Port& port(const std::string& device, const std::string& id) {
    auto& ports = profiles.at(device).ports;
    return *std::find_if(ports.begin(), ports.end(),
                         [&](const profiles::Port& one) { return one.id == id; });
  }

  /// Everything that the rules find.
  [[nodiscard]] std::vector<Finding> findings() const {
    const chain::Desk made = desk();
    const chain::GroundPlan grounds = chain::planGrounds(made);
    return check({made, grounds});
  }

  /// Those with this id. Each must have words for itself and its cures, with all arguments.
  [[nodiscard]] std::vector<Finding> found(std::string_view id) const {
    std::vector<Finding> some;
    for (Finding& finding : findings()) {
      if (finding.id == id) some.push_back(std::move(finding));
    }
    for (const Finding& finding : some) expectWorded(finding);
    return some;
  }

  static void expectWorded(const Finding& finding) {
    const auto isWorded = [](const std::string& text) {
      return !text.empty() && text.find_first_of("{}") == std::string::npos;
    };
    EXPECT_TRUE(isWorded(message(finding))) << finding.id << ": " << message(finding);
    EXPECT_FALSE(finding.where.empty()) << finding.id;
    for (const chain::Fix& fix : finding.fixes) {
      EXPECT_TRUE(isWorded(message(fix))) << fix.action << ": " << message(fix);
      EXPECT_FALSE(fix.where.empty()) << fix.action;
    }
  }
};

/// The ids of a finding's cures, in order.
inline std::vector<std::string> cures(const Finding& finding) {
  std::vector<std::string> actions;
  for (const chain::Fix& fix : finding.fixes) actions.push_back(fix.action);
  return actions;
}

}  // namespace linecheck::rules::testing
