#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "matching/bounded.h"
#include "matching/load.h"
#include "matching/output.h"
#include "matching/reason.h"
#include "matching/request.h"

namespace linecheck::matching {

/// What ends the loudness of a pair.
enum class Limit : std::uint8_t {
  voltage,     ///< What the output gives without load, less the divider; or a lower load's rating.
  current,     ///< What a rating into a higher load says of the current.
  ratedPower,  ///< The rating into this very load.
  feed,        ///< What is fed does not drive the amplifier further, even at its highest gain.
};

/// What the response's deviation rests on.
enum class DeviationBasis : std::uint8_t {
  curve,   ///< The headphones' impedance curve.
  range,   ///< The range of their impedance.
  planar,  ///< Planar drivers are resistors as far as anyone has told otherwise.
  none,    ///< Only the worst case is known.
};

/// How an output and headphones go together. docs/matching.md defines every figure.
struct Match {
  std::uint32_t output = 0;  ///< Indices into what was compared.
  std::uint32_t load = 0;

  Bounded<Decibels> loss;         ///< 20·log10(Z/(Z + Zo)), 0 dB or less.
  Bounded<Ratio> damping;         ///< Z / Zo
  Bounded<Decibels> deviation;    ///< From the lowest to the highest of the response, 0 dB or more.
  Bounded<DecibelsSpl> maximum;   ///< Of a full-scale sine at the highest gain, knob fully up.
  Bounded<Decibels> headroom;     ///< `maximum` above the target peak.
  Bounded<DecibelsSpl> noise;     ///< A-weighted, as far as the figure is.
  Bounded<Decibels> attenuation;  ///< Of the knob at the listening level, at `gain`; 0 dB or less.
  Bounded<chain::Travel> travel;  ///< The same as travel, where something is known of the taper.
  std::optional<Ohms> ratedAt;    ///< `maximum` is inferred from a rating into another load.
  std::optional<Limit> limitedBy;  ///< Empty where `maximum` is not known.
  std::optional<std::uint8_t>
      gain;  ///< Index of the step: the lowest with the reserve, else the highest.
  DeviationBasis deviationBasis = DeviationBasis::none;
  Verdict verdict = Verdict::unknown;
  ReasonList reasons;
  double weight = 0.0;  ///< Sum of the reasons' weights: the lower, the better.

  bool operator==(const Match&) const = default;
};

[[nodiscard]] Match match(const Output& output, const Load& load, const Request& request);

/// What the output can give these headphones by its own limits, whatever feeds it; to be held
/// against `demandAt` the target.
[[nodiscard]] Demand mostInto(const Output& output, const Load& load, const Request& request);

/// Many outputs and many headphones. What depends on one of them alone is worked out once, so that
/// a pair takes well under a microsecond and nobody needs to keep them all. What it compares must
/// outlive it. Thread-safe: yes.
class Comparison {
 public:
  Comparison(std::span<const Output> outputs, std::span<const Load> loads, const Request& request);
  Comparison(const Comparison&) = delete;
  Comparison& operator=(const Comparison&) = delete;
  ~Comparison();

  /// By their indices.
  [[nodiscard]] Match at(std::size_t output, std::size_t load) const;

 private:
  struct Prepared;
  std::unique_ptr<const Prepared> prepared_;
};

/// Each output with each load; the loads of the first output come first. Half a kilobyte a pair.
[[nodiscard]] std::vector<Match> matchAll(std::span<const Output> outputs,
                                          std::span<const Load> loads, const Request& request);

/// A strict order: by verdict (good, fair, unknown, poor, dangerous), then by the sum of weights,
/// then by headroom, the greater first. Among pairs with other headphones it compares only how well
/// each fits.
[[nodiscard]] bool better(const Match& a, const Match& b);

}  // namespace linecheck::matching
