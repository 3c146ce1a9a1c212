#include "measure/level_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace linecheck::measure {
namespace {

struct Mean {
  DecibelsSpl level;
  double uncertainty = 0.0;
};

// Of the readings in decibels: they differ by how the meter is held, not by the noise.
Mean meanOf(std::span<const DecibelsSpl> readings, const MeterReadings& all) {
  const auto count = static_cast<double>(readings.size());
  double sum = 0.0;
  for (const DecibelsSpl reading : readings) sum += reading.value();
  const double mean = sum / count;
  double squares = 0.0;
  for (const DecibelsSpl reading : readings) squares += std::pow(reading.value() - mean, 2);
  const double seen = count > 1.0 ? std::sqrt(squares / (count - 1.0)) : 0.0;
  const double spread = std::max(seen, all.placement.value());
  return {DecibelsSpl::of(mean),
          std::hypot(spread / std::sqrt(count), all.resolution.value() / std::sqrt(12.0))};
}

Result<void> check(std::span<const DecibelsSpl> readings, const char* side,
                   const MeterReadings& all) {
  if (readings.empty()) return fail(ErrorCode::usage, "Read the meter once for each side.", side);
  for (const DecibelsSpl reading : readings) {
    // Written so that NaN is out of range.
    if (!(reading >= kQuietestReading)) {
      return fail(ErrorCode::usage,
                  fmt::format("Too quiet for a meter: turn it up until it reads {:g} dB or more.",
                              kQuietestReading.value() + 2.0 * kAboveBackground.value()),
                  side);
    }
    if (!(reading <= kLoudestReading)) {
      return fail(ErrorCode::usage,
                  fmt::format("Too loud to listen to: turn it down below {:g} dB, then read again.",
                              kLoudestReading.value() - kAboveBackground.value()),
                  side);
    }
    if (all.background && reading - *all.background < kAboveBackground) {
      return fail(
          ErrorCode::measurementInvalid,
          fmt::format("Less than {:g} dB above the room's own noise: make the room quieter, "
                      "or play a little louder.",
                      kAboveBackground.value()),
          side);
    }
  }
  return {};
}

// One of them slipped, and a mean would hide it.
Result<void> checkAgreement(std::span<const DecibelsSpl> readings, const char* side) {
  const auto [least, greatest] = std::minmax_element(readings.begin(), readings.end());
  const Decibels apart = *greatest - *least;
  if (apart <= kDisagreement) return {};
  return fail(ErrorCode::measurementInvalid,
              fmt::format("The readings of this side lie {:.1f} dB apart: read it again, with the "
                          "meter in the same place each time.",
                          apart.value()),
              side);
}

MatchSide otherOf(MatchSide side) {
  return side == MatchSide::a ? MatchSide::b : MatchSide::a;
}

std::string number(Decibels decibels) {
  return fmt::format("{:.1f}", std::abs(decibels.value()));
}

}  // namespace

Result<LevelDifference> differenceOf(const MeterReadings& readings) {
  if (auto checked = check(readings.a, "A", readings); !checked) return fail(checked.error());
  if (auto checked = check(readings.b, "B", readings); !checked) return fail(checked.error());
  if (auto agreed = checkAgreement(readings.a, "A"); !agreed) return fail(agreed.error());
  if (auto agreed = checkAgreement(readings.b, "B"); !agreed) return fail(agreed.error());
  const Mean a = meanOf(readings.a, readings);
  const Mean b = meanOf(readings.b, readings);
  return LevelDifference{a.level - b.level, std::hypot(a.uncertainty, b.uncertainty)};
}

Sentence differenceText(const LevelDifference& difference) {
  const char* text = difference.aOverB.value() < 0.0 ? "B is %1 dB louder than A, ± %2 dB."
                                                     : "A is %1 dB louder than B, ± %2 dB.";
  return {text, {number(difference.aOverB), number(Decibels::of(difference.uncertainty))}};
}

MatchAdvice adviceFor(const LevelDifference& difference, const MatchControl& a,
                      const MatchControl& b) {
  const double over = difference.aOverB.value();
  MatchAdvice advice;
  advice.left = difference.aOverB;
  const MatchSide louder = over >= 0.0 ? MatchSide::a : MatchSide::b;
  advice.side = louder;
  if (std::abs(over) <= std::max(kMatched.value(), 2.0 * difference.uncertainty) &&
      std::abs(over) <= 2.0 * kMatched.value()) {
    advice.isMatched = true;
    return advice;
  }
  const auto controlOf = [&](MatchSide side) -> const MatchControl& {
    return side == MatchSide::a ? a : b;
  };
  if (!controlOf(louder).isAdjustable) {
    advice.isFixed = !controlOf(otherOf(louder)).isAdjustable;
    if (!advice.isFixed) advice.side = otherOf(louder);
  }
  double change = advice.side == louder ? -std::abs(over) : std::abs(over);
  const MatchControl& control = controlOf(advice.side);
  if (control.step && control.step->value() > 0.0) {
    const double step = control.step->value();
    change = step * std::round(change / step);
  }
  advice.change = Decibels::of(change);
  if (!advice.isFixed) {
    advice.left = Decibels::of(advice.side == MatchSide::a ? over + change : over - change);
  }
  // Half a step or more is missing: no position is closer than the one it stands at.
  if (change == 0.0) advice.isMatched = true;
  return advice;
}

Sentence adviceText(const MatchAdvice& advice, const MatchControl& a, const MatchControl& b) {
  if (advice.isMatched) return {"Both are equally loud, within %1 dB.", {number(advice.left)}};
  if (advice.isFixed) {
    return {"They differ by %1 dB, and neither %2 nor %3 can be set alone.",
            {number(advice.change), a.name, b.name}};
  }
  const MatchControl& control = advice.side == MatchSide::a ? a : b;
  if (advice.change.value() < 0.0) {
    return {"Turn %1 down by %2 dB.", {control.name, number(advice.change)}};
  }
  return {"Turn %1 up by %2 dB, slowly.", {control.name, number(advice.change)}};
}

}  // namespace linecheck::measure
