#pragma once

#include <array>
#include <optional>
#include <random>
#include <string>
#include <type_traits>

#include "chain/desk.h"

/// Parts of chains with everything about them drawn at random, within what is legal.
namespace linecheck::chain::testing {

/// Draws numbers, names and choices. The same on every system, unlike the standard's
/// distributions.
class Draw {
 public:
  explicit Draw(std::mt19937& random) : random_(random) {}

  /// 0 … count − 1.
  std::size_t below(std::size_t count) { return random_() % count; }
  bool oneIn(std::size_t count) { return below(count) == 0; }
  /// From `low` up to `high` in a few steps, so that equal ones come up, or anywhere between.
  double between(double low, double high);
  template <class List>
  auto& of(List& list) {
    return list[below(list.size())];
  }
  /// One of them, or what nobody knows.
  template <class List>
  auto maybe(const List& list) -> std::optional<std::decay_t<decltype(list[0])>> {
    if (oneIn(3)) return std::nullopt;
    return list[below(list.size())];
  }
  std::optional<bool> maybeBool() { return maybe(kBools); }
  /// May be empty; may hold anything that one line of text can.
  std::string text();

 private:
  static constexpr std::array kBools{false, true};
  std::mt19937& random_;
};

/// A setting that fits the control.
[[nodiscard]] Setting randomSetting(Draw& draw, const profiles::Control& control);
/// Changes what can be changed about a device, but for its settings.
void drawDevice(Draw& draw, Device& device, const Desk& desk);
/// Changes what can be changed about a cable but where it is plugged in.
void drawCable(Draw& draw, Cable& cable);
/// The same for a power point but for what it hangs on.
void drawPowerPoint(Draw& draw, PowerPoint& point);
[[nodiscard]] AdapterInUse randomAdapter(Draw& draw);
[[nodiscard]] Mains randomMains(Draw& draw);

}  // namespace linecheck::chain::testing
