#include "random_profile.h"

#include <rapidcheck.h>

#include <array>
#include <string>

#include "profiles/unit_table.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

int below(int most) {
  return *rc::gen::inRange(0, most);
}

bool coin() {
  return below(2) == 0;
}

/// Text that a file must quote or fold rightly.
std::string words() {
  static const std::array<std::string, 9> kWords{
      "L30 II", "“Below”, at 1 %", "a \"quote\"",   "tab\there", "Ω µ —",
      "Ёлка",   "c:\\folder",      "Maker, Manual", "7",
  };
  std::string text = kWords.at(static_cast<std::size_t>(below(9)));
  if (coin()) text += ' ' + std::to_string(below(1000));
  return text;
}

std::string wordsOrNone() {
  return coin() ? words() : "";
}

template <class T, std::size_t N>
T oneOf(const std::array<Word<T>, N>& vocabulary) {
  return vocabulary.at(static_cast<std::size_t>(below(static_cast<int>(N)))).second;
}

template <class T>
std::vector<T> some(int most, auto make) {
  std::vector<T> items;
  for (int count = below(most + 1); count > 0; --count) items.push_back(make());
  return items;
}

template <class T>
std::optional<T> perhaps(auto make) {
  return coin() ? std::optional<T>(make()) : std::nullopt;
}

Provenance provenance() {
  return {{words(), coin() ? "https://example.org/" + std::to_string(below(5)) : ""},
          wordsOrNone(),
          oneOf(kConfidences),
          wordsOrNone()};
}

Claim claim() {
  Claim claim{provenance(), {}, ""};
  claim.alternatives = some<Statement>(2, [] { return Statement{words(), provenance()}; });
  if (!claim.alternatives.empty()) claim.chosenBecause = words();
  return claim;
}

/// A number that the unit takes, with digits before and after the point.
double number(Sign sign) {
  const double size = (1 + below(100'000)) / 128.0;
  return sign == Sign::any && coin() ? -size : size;
}

template <class T, std::size_t N>
Reading<T> reading(const std::array<Unit<T>, N>& units, bool mayBeWeighted) {
  const Unit<T>& unit = units.at(static_cast<std::size_t>(below(static_cast<int>(N))));
  Reading<T> reading;
  const double middle = number(unit.sign);
  const double reach = std::abs(middle) / 8.0;
  const bool isBounded = coin();
  if (isBounded || coin()) reading.written.low = middle - reach;
  if (isBounded || coin()) reading.written.high = middle + reach;
  if (!isBounded || coin()) reading.written.value = middle;
  reading.written.unit = unit.word;
  const auto convert = [&](double written) { return unit.make(written); };
  if (reading.written.low) reading.value.low = convert(*reading.written.low);
  if (reading.written.high) reading.value.high = convert(*reading.written.high);
  reading.value.nominal =
      convert(reading.written.value.value_or((middle - reach + (middle + reach)) / 2.0));
  if (mayBeWeighted) reading.weighting = perhaps<Weighting>([] { return oneOf(kWeightings); });
  reading.provenance = provenance();
  return reading;
}

template <class T>
Figure<T> figure(const auto& units, bool mayBeWeighted = false) {
  Figure<T> figure{reading<T>(units, mayBeWeighted), {}, ""};
  figure.alternatives = some<Reading<T>>(2, [&] { return reading<T>(units, mayBeWeighted); });
  if (!figure.alternatives.empty()) figure.chosenBecause = words();
  return figure;
}

template <class T>
std::optional<Figure<T>> perhapsFigure(const auto& units, bool mayBeWeighted = false) {
  return perhaps<Figure<T>>([&] { return figure<T>(units, mayBeWeighted); });
}

Figures figures() {
  Figures figures;
  figures.dynamicRange = perhapsFigure<Decibels>(kGainUnits, true);
  figures.thdPlusNoise = perhapsFigure<Decibels>(kRatioUnits, true);
  figures.equivalentInputNoise = perhapsFigure<Volts>(kNoiseUnits, true);
  figures.maximumSampleRate = perhapsFigure<Hertz>(kFrequencyUnits);
  figures.maximumSpl = perhapsFigure<DecibelsSpl>(kSplUnits);
  figures.wooferPower = perhapsFigure<Watts>(kPowerUnits);
  return figures;
}

Port port(std::size_t index) {
  Port port;
  port.id = "port-" + std::to_string(index);
  port.name = words();
  port.direction = oneOf(kDirections);
  port.connector = oneOf(kConnectors);
  port.sockets = 1 + below(3);
  port.channels = below(5);
  port.balanced = perhaps<bool>(coin);
  if (port.direction != Direction::out && port.balanced != false) {
    port.receiver = perhaps<Receiver>([] { return oneOf(kReceivers); });
    port.commonModeRejection = perhapsFigure<Decibels>(kRejectionUnits);
  }
  port.signals = some<Signal>(2, [] { return oneOf(kSignals); });
  port.signals.push_back(oneOf(kSignals));
  port.panel = perhaps<Panel>([] { return oneOf(kPanels); });
  port.impedance = perhapsFigure<Ohms>(kResistanceUnits);
  port.maximumLevel = perhapsFigure<DecibelsU>(kLevelUnits);
  port.noise = perhapsFigure<Volts>(kNoiseUnits, true);
  port.powerInto = some<LoadPower>(2, [] {
    return LoadPower{Ohms::of(number(Sign::positive)), wordsOrNone(), figure<Watts>(kPowerUnits)};
  });
  port.figures = figures();
  port.claim = claim();
  return port;
}

decltype(Control::action) action() {
  switch (below(7)) {
    case 0:
      return GainSwitch{some<GainSwitch::Step>(3, [] {
        return GainSwitch::Step{words(), figure<Decibels>(kGainUnits)};
      })};
    case 1:
      return GainKnob{perhapsFigure<Decibels>(kGainUnits), perhapsFigure<Decibels>(kGainUnits)};
    case 2:
      return OutputTrim{perhapsFigure<DecibelsU>(kLevelUnits),
                        perhapsFigure<DecibelsU>(kLevelUnits)};
    case 3:
      return Volume{oneOf(kVolumeTechnologies), perhaps<Taper>([] { return oneOf(kTapers); }),
                    perhapsFigure<Decibels>(kGainUnits), perhapsFigure<Decibels>(kGainUnits)};
    case 4:
      return InputSensitivity{some<InputSensitivity::Step>(2, [] {
        return InputSensitivity::Step{words(), figure<DecibelsU>(kLevelUnits)};
      })};
    case 5:
      return GroundLift{words(), words()};
    default:
      return ModeSwitch{oneOf(kOperations), some<ModeSwitch::Position>(3, [] {
                          return ModeSwitch::Position{words(), coin(), {}};
                        })};
  }
}

Power power() {
  Power power;
  power.supply = oneOf(kSupplies);
  if (power.supply == Supply::externalAdapter) {
    power.adapter = perhaps<Adapter>([] {
      return Adapter{oneOf(kCurrents), figure<Volts>(kSupplyUnits)};
    });
  }
  power.mainsVoltage = perhapsFigure<Volts>(kSupplyUnits);
  power.consumption = perhapsFigure<Watts>(kPowerUnits);
  power.activePfc = perhaps<Claim>(claim);
  power.earthedPlug = perhaps<Claim>(claim);
  power.protection = perhaps<Power::Protection>([] {
    return Power::Protection{oneOf(kProtectiveClasses), claim()};
  });
  power.claim = claim();
  return power;
}

Headphones headphones() {
  Headphones headphones;
  headphones.driver = oneOf(kDrivers);
  headphones.driverClaim = claim();
  headphones.back = perhaps<StatedBack>([] { return StatedBack{oneOf(kBacks), claim()}; });
  headphones.impedance = perhapsFigure<Ohms>(kResistanceUnits);
  headphones.sensitivity = perhapsFigure<Sensitivity>(kSensitivityUnits);
  headphones.impedanceCurve = perhaps<ImpedanceCurve>([] {
    return ImpedanceCurve{{{Hertz::of(20), Ohms::of(number(Sign::positive))},
                           {Hertz::of(100.5), Ohms::of(number(Sign::positive))}},
                          claim()};
  });
  return headphones;
}

}  // namespace

Profile randomProfile() {
  Profile profile;
  profile.id = "maker-" + std::to_string(below(1000));
  profile.kind = oneOf(kKinds);
  profile.maker = words();
  profile.model = words();
  profile.alsoKnownAs = some<std::string>(2, words);
  for (int count = below(3); count > 0; --count)
    profile.ports.push_back(port(profile.ports.size()));
  for (int count = below(3); count > 0; --count) {
    Control control;
    control.id = "control-" + std::to_string(count);
    control.name = words();
    control.panel = perhaps<Panel>([] { return oneOf(kPanels); });
    for (const Port& port : profile.ports) control.ports.push_back(port.id);
    control.action = action();
    control.claim = claim();
    profile.controls.push_back(std::move(control));
  }
  profile.power = perhaps<Power>(power);
  profile.needsAirflow = perhaps<Claim>(claim);
  profile.figures = figures();
  if (profile.kind == Kind::headphones) profile.headphones = headphones();
  profile.usb = some<UsbId>(1, [] { return UsbId{below(0x10000), below(0x10000), claim()}; });
  profile.notes = some<Note>(2, [] { return Note{oneOf(kSeverities), words(), words(), claim()}; });
  return profile;
}

}  // namespace linecheck::profiles
