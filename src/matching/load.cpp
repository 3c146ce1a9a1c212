#include "matching/load.h"

#include <cmath>

namespace linecheck::matching {
namespace {

using profiles::Sensitivity;

/// The numbers of a sensitivity, empty ones as NaN.
Bounded<DecibelsSpl> levelOf(const Interval<Sensitivity>& sensitivity) {
  const auto level = [&](const Sensitivity& s) {
    const Ohms any = Ohms::of(1.0);
    return s.reference() == Sensitivity::Reference::volt ? s.atOneVolt(any) : s.atOneMilliwatt(any);
  };
  const auto bound = [&](const std::optional<Sensitivity>& s) -> std::optional<DecibelsSpl> {
    if (!s) return std::nullopt;
    return level(*s);
  };
  return Bounded<DecibelsSpl>::of(
      {level(sensitivity.nominal), bound(sensitivity.low), bound(sensitivity.high)});
}

bool isPerVolt(const Load& load) {
  return load.sensitivity->nominal.reference() == Sensitivity::Reference::volt;
}

}  // namespace

std::optional<Load> loadOf(const profiles::Profile& profile) {
  if (!profile.headphones) return std::nullopt;
  const profiles::Headphones& headphones = *profile.headphones;
  Load load;
  load.profile = profile.id;
  load.name = profile.name();
  if (headphones.driver != profiles::Driver::unknown) load.driver = headphones.driver;
  if (headphones.impedance) load.impedance = Bounded<Ohms>::of(headphones.impedance->value);
  if (headphones.impedanceCurve) load.curve = headphones.impedanceCurve->points;
  if (headphones.sensitivity) load.sensitivity = headphones.sensitivity->value;
  return load;
}

Bounded<DecibelsSpl> atOneVolt(const Load& load) {
  if (!load.sensitivity) return {};
  const auto given = levelOf(*load.sensitivity);
  if (isPerVolt(load)) return given;
  const auto atVolt = [](double level, double impedance) {
    return level + 10.0 * std::log10(1000.0 / impedance);
  };
  const auto& z = load.impedance;
  return Bounded<DecibelsSpl>::raw(atVolt(given.rawNominal(), z.rawNominal()),
                                   atVolt(given.rawLow(), z.rawHigh()),
                                   atVolt(given.rawHigh(), z.rawLow()));
}

Demand demandAt(const Load& load, DecibelsSpl level) {
  if (!load.sensitivity) return {};
  const auto given = levelOf(*load.sensitivity);
  const auto& z = load.impedance;
  Demand demand;
  if (isPerVolt(load)) {
    const auto voltage = [&](double atVolt) {
      return std::pow(10.0, (level.value() - atVolt) / 20.0);
    };
    const double nominal = voltage(given.rawNominal());
    const double low = voltage(given.rawHigh());
    const double high = voltage(given.rawLow());
    demand.voltage = Bounded<Volts>::raw(nominal, low, high);
    demand.current =
        Bounded<Amperes>::raw(nominal / z.rawNominal(), low / z.rawHigh(), high / z.rawLow());
    demand.power = Bounded<Watts>::raw(nominal * nominal / z.rawNominal(), low * low / z.rawHigh(),
                                       high * high / z.rawLow());
    return demand;
  }
  const auto power = [&](double atMilliwatt) {
    return 1e-3 * std::pow(10.0, (level.value() - atMilliwatt) / 10.0);
  };
  const double nominal = power(given.rawNominal());
  const double low = power(given.rawHigh());
  const double high = power(given.rawLow());
  demand.power = Bounded<Watts>::raw(nominal, low, high);
  demand.voltage = Bounded<Volts>::raw(std::sqrt(nominal * z.rawNominal()),
                                       std::sqrt(low * z.rawLow()), std::sqrt(high * z.rawHigh()));
  demand.current =
      Bounded<Amperes>::raw(std::sqrt(nominal / z.rawNominal()), std::sqrt(low / z.rawHigh()),
                            std::sqrt(high / z.rawLow()));
  return demand;
}

}  // namespace linecheck::matching
