#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "chain/desk.h"
#include "chain/grounds.h"

namespace linecheck::chain {

/// Finds what helps against the loops of a plan. Desk and plan must outlive it.
///
/// | action                       | where                      | arguments          | helps since |
/// |------------------------------|----------------------------|--------------------|--------------|
/// | `set-ground-lift`            | device and its control     | device, position   | loop opens |
/// | `use-one-strip`              | devices to move, new point | devices, strip     | drive falls |
/// | `run-on-battery`             | computer                   | device             | loop opens |
/// | `use-balanced-cable`         | cables                     | from, to           | not audible |
/// | `use-balanced-line`          | cables                     | from, to           | not audible |
/// | `insert-transformer-isolator`| cable                      | from, to           | loop opens |
/// | `insert-usb-isolator`        | cable                      | from, to           | loop opens |
///
/// Arguments are names; `from` and `to` those of the devices at the first cable. Switches, the
/// battery, feeds and cables are tried on a copy of what changes, and listed only if that helps;
/// an isolator parts its cable by its nature. None opens a protective earth: a computer on its
/// battery has no mains to be protected from.
class FixFinder {
 public:
  FixFinder(const Desk& desk, const GroundPlan& plan) : desk_(desk), plan_(plan) {}

  /// The cheapest first. All else about the loop must be known.
  [[nodiscard]] std::vector<Fix> fixesFor(const GroundLoop& loop);

 private:
  enum class Balancing { impossible, byCable, byOtherSockets };

  void addGroundLift(const GroundLink& link, std::vector<Fix>& fixes) const;
  void addBattery(const GroundLink& link, std::vector<Fix>& fixes) const;
  void addOneStrip(const GroundLoop& loop, std::vector<Fix>& fixes) const;
  void addBalanced(const GroundLoop& loop, std::vector<Fix>& fixes);
  void addIsolator(const GroundLoop& loop, GroundLink::Kind kind, std::vector<Fix>& fixes) const;

  /// Of the cable that is this link.
  [[nodiscard]] Balancing balancing(std::size_t link);
  [[nodiscard]] Fix forCables(const char* action, Cost cost,
                              const std::vector<std::size_t>& links) const;
  [[nodiscard]] bool isStrip(std::size_t node) const;

  const Desk& desk_;
  const GroundPlan& plan_;
  std::unordered_map<std::size_t, Balancing> balancing_;  ///< By link: loops share their cables.
};

}  // namespace linecheck::chain
