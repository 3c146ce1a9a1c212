#pragma once

#include <chrono>
#include <optional>

#include "prediction/finding.h"
#include "prediction/loop.h"
#include "setup/opinion.h"

namespace linecheck::setup {

/// What is measured of the loop's gain, held against what it should be.
struct GainOff {
  Decibels by;                            ///< Measured less expected.
  double se = 0.0;                        ///< dB.
  Sentence found;                         ///< That it is so, in words.
  std::vector<prediction::Cause> causes;  ///< The likeliest first.
};

/// The way of a channel of the loop that was measured; empty where the desk does not tell it.
struct MeasuredLoop {
  std::optional<prediction::Loop> loop;
  [[nodiscard]] const prediction::Lane* lane(std::optional<int> channel) const;
};

/// The loop that is told, else that from the main way's output.
[[nodiscard]] MeasuredLoop measuredLoop(const Survey& survey, const prediction::LoopChoice& told);

/// Adds that the control stands wrong which explains it best: the system volume, a trim, a gain
/// switch, a fader. Where nothing does, it belongs to `otherwise`.
void addGainOff(const Evidence& evidence, const prediction::Loop* loop, const GainOff& off,
                std::chrono::sys_seconds at, ItemKind otherwise, Opinions& opinions);

}  // namespace linecheck::setup
