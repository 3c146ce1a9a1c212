#include "plots/auto_range.h"

#include <algorithm>
#include <cmath>

#include "plots/plot_scales.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

constexpr Clock::Duration kBetweenSteps = 120ms;
constexpr Clock::Duration kCalm = 2s;
constexpr double kHeadroom = 5.0;  // dB kept free above the greatest level.
constexpr double kFootroom = 8.0;  // dB kept free below the floor.
constexpr double kSpare = 20.0;    // dB of room that is worth closing.

Range fitted(double greatest, double floor) {
  Range range{std::floor((floor - kFootroom) / AutoRange::kStep) * AutoRange::kStep,
              std::ceil((greatest + kHeadroom) / AutoRange::kStep) * AutoRange::kStep};
  range.high = std::max(range.high, range.low + AutoRange::kLeastSpan);
  return {std::max(range.low, PlotScales::kLevelLimits.low),
          std::min(range.high, PlotScales::kLevelLimits.high)};
}

double stepped(double from, double to) {
  return from + std::clamp(to - from, -AutoRange::kStep, AutoRange::kStep);
}

}  // namespace

Range AutoRange::follow(const Range& current, double greatest, double floor, Clock::Duration now) {
  const Range target = fitted(greatest, floor);
  if (!started_) {
    started_ = true;
    lastStep_ = now;
    return target;
  }
  const bool tooSmall = target.high > current.high || target.low < current.low;
  const bool roomy = current.high - target.high >= kSpare || target.low - current.low >= kSpare;
  if (!roomy) {
    roomySince_.reset();
  } else if (!roomySince_) {
    roomySince_ = now;
  }
  const bool mayClose = roomySince_ && now - *roomySince_ >= kCalm;
  if (now - lastStep_ < kBetweenSteps || !(tooSmall || mayClose)) return current;
  lastStep_ = now;
  const auto moved = [&](double from, double to, bool opens) {
    return opens || mayClose ? stepped(from, to) : from;
  };
  return {moved(current.low, target.low, target.low < current.low),
          moved(current.high, target.high, target.high > current.high)};
}

}  // namespace linecheck::ui
