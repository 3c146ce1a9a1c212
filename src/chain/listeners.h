#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chain/desk.h"

/// Who would hear what a device plays: before a test tone, headphones come off.
namespace linecheck::chain {

/// Headphones, monitors or loudspeakers that sound gets to.
struct Listener {
  DeviceId device;
  std::string output;     ///< Port of the playing device by which the sound leaves it.
  bool isWorn = false;    ///< Headphones.
  bool isCertain = true;  ///< False if nobody knows how a switch on the way stands.

  bool operator==(const Listener&) const = default;
};

struct Listeners {
  /// In the chain's order, each once, by a way that is certain if there is one.
  std::vector<Listener> all;
  /// Outputs of the playing device that lead to something of which no profile tells what it is, or
  /// where its sound goes on to.
  std::vector<std::string> unknownBehind;

  [[nodiscard]] bool isAnyWorn() const;
  /// Whether nothing can be heard, as far as the chain is known.
  [[nodiscard]] bool isNone() const { return all.empty() && unknownBehind.empty(); }

  bool operator==(const Listeners&) const = default;
};

/// All that hears the outputs of a device, or one of them, as the desk is wired and switched now. A
/// mode switch that is known to stand elsewhere lets nothing through; a volume that is turned down
/// counts as none. USB is not followed: what comes in there does not come out again.
[[nodiscard]] Listeners listenersOf(const Desk& desk, const DeviceId& playing,
                                    std::string_view output = {});

}  // namespace linecheck::chain
