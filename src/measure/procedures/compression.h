#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "measure/procedures/stepped_tone.h"
#include "units/level.h"

namespace linecheck::measure {

/// How a stage comes to the end of its range.
enum class ClipKind {
  none,     ///< It does not, up to the loudest step.
  hard,     ///< Flat tops at one limit.
  soft,     ///< Rounded: the gain falls bit by bit.
  limiter,  ///< The tone is turned down whole: it stays clean and gets no louder.
};

/// Stable: "none", "hard", "soft", "limiter".
[[nodiscard]] std::string_view clipKindWord(ClipKind kind);

/// Where the gain of a tone that gets louder in steps begins to fall.
struct Compression {
  ClipKind kind = ClipKind::none;
  /// Of the played tone: that just reaches the limit; or, if it is soft, that loses
  /// kSoftCriterion. None if there is none, or it is not lost by the loudest step.
  std::optional<DecibelsFs> level;
  double levelSe = 0.0;        ///< dB.
  Decibels gain;               ///< Of the tone while nothing acts on it.
  double gainSe = 0.0;         ///< dB.
  DecibelsFs loudest;          ///< That was played.
  std::size_t first = 0;       ///< The first step that has lost something; their count if none has.
  std::vector<double> losses;  ///< dB for each step, ≥ 0 where something is lost.
};

inline constexpr Decibels kSoftCriterion = Decibels::of(0.1);

/// `levels` ascending, as played; `steps` as many or fewer, at least kFewestSteps. A gain that
/// bends with the tone's power, as that of any slightly curved stage, is followed and not taken for
/// clipping. A hard limit is found from how much of the fundamental is gone, which what filters the
/// tone behind it does not change. None with too few steps, or where the tone is not heard.
[[nodiscard]] std::optional<Compression> findCompression(std::span<const DecibelsFs> levels,
                                                         std::span<const StepReading> steps);

inline constexpr std::size_t kFewestSteps = 5;

}  // namespace linecheck::measure
