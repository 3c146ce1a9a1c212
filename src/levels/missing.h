#pragma once

#include <compare>
#include <initializer_list>
#include <memory>
#include <set>

#include "chain/place.h"

namespace linecheck::levels {

/// What nobody has told, and what therefore cannot be worked out.
enum class Gap {
  maximumLevel,   ///< The greatest level of a port.
  impedance,      ///< Of a port, or of headphones.
  gain,           ///< Of a device from an input to an output, or of a switch's steps.
  noise,          ///< Of a device, at an output or at an input.
  setting,        ///< How a control stands.
  taper,          ///< How a knob's gain follows its travel.
  sensitivity,    ///< Of headphones.
  balancedDrive,  ///< What a balanced output gives when only one of its contacts is taken.
  source,         ///< What a device that nothing in the chain feeds sends out.
};

/// A figure that would be needed, and the port, control or device that lacks it.
struct Missing {
  Gap gap = Gap::maximumLevel;
  chain::Place where;

  auto operator<=>(const Missing&) const = default;
};

/// A set of them that is cheap to copy and to join, however large: what one level along a desk
/// lacks, all behind it lack too. A value; parts are shared and never change.
class MissingSet {
 public:
  MissingSet() = default;
  MissingSet(std::initializer_list<Missing> all);

  [[nodiscard]] bool empty() const { return root_ == nullptr; }
  void insert(Missing missing);
  void insert(const MissingSet& all);
  /// In order, each once.
  [[nodiscard]] std::set<Missing> items() const;

  bool operator==(const MissingSet& other) const;

 private:
  struct Node;
  std::shared_ptr<const Node> root_;
};

}  // namespace linecheck::levels
