#include "diagnosis/settling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linecheck::diagnosis {
namespace {

// Muted inputs are exactly silent; differences to that have to stay numbers.
constexpr double kFloor = -200.0;

}  // namespace

void Settling::restart() {
  points_.clear();
  state_ = State::learning;
}

bool Settling::isStill() const {
  if (points_.back().at - points_.front().at < limits_.steady) return false;
  const auto [low, high] =
      std::minmax_element(points_.begin(), points_.end(),
                          [](const Point& a, const Point& b) { return a.level < b.level; });
  return high->level - low->level <= limits_.calm.value();
}

double Settling::mean() const {
  const double sum = std::accumulate(points_.begin(), points_.end(), 0.0,
                                     [](double s, const Point& p) { return s + p.level; });
  return sum / static_cast<double>(points_.size());
}

Settling::State Settling::push(DecibelsFs level) {
  const Clock::Duration now = clock_.now();
  // Without a reading nobody knows what happened in between.
  if (!points_.empty() && now - points_.back().at > limits_.steady) restart();
  points_.push_back({now, std::max(kFloor, level.value())});
  while (points_.size() > 2 && now - points_[1].at >= limits_.steady) points_.pop_front();

  switch (state_) {
    case State::learning:
    case State::disturbed:
    case State::settled:
      if (isStill()) {
        const bool wasDisturbed = state_ == State::disturbed;
        stood_ = mean();
        state_ = State::steady;
        if (wasDisturbed) return State::settled;
      }
      break;
    case State::steady:
      if (std::abs(points_.back().level - stood_) > limits_.step.value()) state_ = State::disturbed;
      break;
  }
  return state_;
}

}  // namespace linecheck::diagnosis
