#pragma once

#include <optional>

#include "matching/output.h"
#include "matching/request.h"

namespace linecheck::matching {

/// From where down a knob stands badly at the listening level, as its gain in dB, for one request.
/// NaN where nothing can be said.
struct KnobLimits {
  double dangerous;  ///< A tenth of its travel further the programme is unsafe.
  double low;        ///< Under a tenth of its travel.
  double narrow;     ///< From quiet to loud takes less than kNarrow of its travel.
};

/// Travels that count as too little.
inline constexpr double kSmallTurn = 0.1;
inline constexpr double kLowTravel = 0.1;
inline constexpr double kNarrowTravel = 0.15;

/// The level that a small turn must not reach: 20 dB above the listening level, and no less than
/// 100 dB SPL, at which a week's dose takes 24 minutes.
[[nodiscard]] double unsafeLevel(const Request& request);

/// The level after a small turn up from where the listening level is had with this gain.
[[nodiscard]] double levelAfterSmallTurn(const std::optional<Knob>& knob, const Request& request,
                                         double attenuation);
/// The travel from quiet to loud, about the listening level; of a knob whose taper is told.
[[nodiscard]] double windowTravel(profiles::Taper taper, const Request& request,
                                  double attenuation);

/// The limits of every sort of knob, for one request.
class KnobLaws {
 public:
  explicit KnobLaws(const Request& request);
  [[nodiscard]] const KnobLimits& of(const std::optional<Knob>& knob) const;

 private:
  KnobLimits linear_, audio_, untold_, other_;
};

}  // namespace linecheck::matching
