#include "matching/knob_law.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "levels/knob.h"
#include "matching/steps.h"

namespace linecheck::matching {
namespace {

using chain::Travel;
using levels::Estimate;
using profiles::Taper;
using profiles::VolumeTechnology;

constexpr double kEmpty = std::numeric_limits<double>::quiet_NaN();

double gainOf(Taper taper, double travel) {
  return levels::gainAt(taper, Travel{travel}).nominal->value();
}

double travelFor(Taper taper, double gain) {
  const auto at = Decibels::of(std::min(0.0, gain));
  return levels::travelAt(taper, Estimate<Decibels>::exactly(at)).nominal->fraction;
}

/// By how much a small turn makes it louder. The further down, the more.
double rise(Taper taper, double gain) {
  return gainOf(taper, std::min(1.0, travelFor(taper, gain) + kSmallTurn)) - gain;
}

/// Where a function of the gain that grows, or falls, all the way passes `value`.
template <class F>
double whereIs(double value, const F& f) {
  double low = -200.0, high = 0.0;
  const bool grows = f(high) > f(low);
  for (int i = 0; i < 48; ++i) {
    const double middle = 0.5 * (low + high);
    ((f(middle) < value) == grows ? low : high) = middle;
  }
  return high;
}

KnobLimits limitsOf(Taper taper, const Request& request) {
  KnobLimits limits{};
  limits.dangerous = whereIs(unsafeLevel(request) - request.listening.value(),
                             [&](double gain) { return rise(taper, gain); });
  limits.low = gainOf(taper, kLowTravel);
  limits.narrow =
      whereIs(kNarrowTravel, [&](double gain) { return windowTravel(taper, request, gain); });
  return limits;
}

}  // namespace

double unsafeLevel(const Request& request) {
  return std::max(100.0, request.listening.value() + 20.0);
}

double levelAfterSmallTurn(const std::optional<Knob>& knob, const Request& request,
                           double attenuation) {
  const Taper taper = knob && knob->taper ? *knob->taper : Taper::audio;
  return request.listening.value() + rise(taper, attenuation);
}

double windowTravel(Taper taper, const Request& request, double attenuation) {
  const double listening = request.listening.value();
  return travelFor(taper, attenuation + request.loud.value() - listening) -
         travelFor(taper, attenuation + request.quiet.value() - listening);
}

KnobLaws::KnobLaws(const Request& request)
    : linear_(limitsOf(Taper::linear, request)), audio_(limitsOf(Taper::audio, request)) {
  // Whoever does not know the taper takes the kinder one, and says nothing that may be wrong.
  untold_ = {audio_.dangerous, levels::gainAt(Taper::audio, Travel{kLowTravel}).low->value(),
             kEmpty};
  other_ = {audio_.dangerous, kEmpty, kEmpty};
}

const KnobLimits& KnobLaws::of(const std::optional<Knob>& knob) const {
  if (!knob) return other_;
  if (knob->taper) return *knob->taper == Taper::linear ? linear_ : audio_;
  return knob->technology == VolumeTechnology::potentiometer ? untold_ : other_;
}

Bounded<Travel> travelOf(const std::optional<Knob>& knob, const Bounded<Decibels>& attenuation) {
  if (!knob || attenuation.isUnknown()) return {};
  const Estimate<Decibels> gain{attenuation.nominal(), attenuation.low(), attenuation.high(), {}};
  if (knob->taper) {
    const auto travel = levels::travelAt(*knob->taper, gain);
    return {travel.nominal, travel.low, travel.high};
  }
  if (knob->technology != VolumeTechnology::potentiometer) return {};
  return {std::nullopt, levels::travelAt(Taper::linear, gain).low,
          levels::travelAt(Taper::audio, gain).high};
}

}  // namespace linecheck::matching
