#include "chain/loop_attenuation.h"

#include <algorithm>

namespace linecheck::chain {
namespace {

using Rejection = Interval<Decibels>;

Rejection least(const Rejection& a, const Rejection& b) {
  Rejection both{std::min(a.nominal, b.nominal), {}, {}};
  if (a.isExact() && b.isExact()) return both;
  // An exact figure is its own bound. The lesser of two lies below each upper bound, but has a
  // lower one only if both have.
  const auto bound = [](const Rejection& one, std::optional<Decibels> Rejection::*end) {
    return one.isExact() ? std::optional(one.nominal) : one.*end;
  };
  const auto lowA = bound(a, &Rejection::low);
  const auto lowB = bound(b, &Rejection::low);
  if (lowA && lowB) both.low = std::min(*lowA, *lowB);
  const auto highA = bound(a, &Rejection::high);
  const auto highB = bound(b, &Rejection::high);
  if (highA && highB) {
    both.high = std::min(*highA, *highB);
  } else {
    both.high = highA ? highA : highB;
  }
  return both;
}

}  // namespace

std::optional<Rejection> leastRejection(const Desk& desk, const std::vector<CableId>& cables) {
  std::optional<Rejection> worst;
  for (const CableId& id : cables) {
    const Cable* cable = desk.cable(id);
    const profiles::Port* receiver = cable ? desk.port(cable->to.socket) : nullptr;
    if (!receiver || !receiver->commonModeRejection) return std::nullopt;
    const Rejection& one = receiver->commonModeRejection->value;
    worst = worst ? least(*worst, one) : one;
  }
  return worst;
}

}  // namespace linecheck::chain
