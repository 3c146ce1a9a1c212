#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "base/result.h"
#include "chain/cable.h"
#include "chain/desk.h"
#include "chain/place.h"
#include "levels/route.h"

namespace linecheck::prediction {

/// The jacks that a measurement's cable joins, as far as somebody has told: an output, of the
/// interface or of an amplifier behind it, and an input of the interface.
struct LoopChoice {
  std::optional<chain::Socket> from;
  std::optional<chain::Socket> to;
};

/// The way of one channel: from the computer, or from the interface where no computer is drawn, to
/// the interface's input.
struct Lane {
  int channel = 0;  ///< 0-based, among the inputs of the loop.
  levels::Route route;
};

/// The desk as it is wired for a measurement, and the ways of its channels. Owns all of it.
struct Loop {
  /// Line sockets of which no profile tells the impedance have an assumed one here: an input 10 kΩ,
  /// 5 kΩ or more; an output 100 Ω, 1 kΩ or less. Between them no more than 1.6 dB is lost.
  std::shared_ptr<const chain::Desk> desk;
  std::vector<Lane> lanes;                     ///< At least one, by channel.
  std::set<chain::Place> assumedImpedances{};  ///< Those sockets.
};

/// The loop that is drawn; else that between the jacks that are told, with whatever is plugged in
/// there unplugged; else that from the interface's only line output to its line input, or to as
/// many single ones as the output has channels. The profiles of `desk` must outlive it. Errors:
/// `notFound` for a jack that is not there, `usage` where somebody has to tell which.
[[nodiscard]] Result<Loop> findLoop(const chain::Desk& desk, const LoopChoice& choice = {});

}  // namespace linecheck::prediction
