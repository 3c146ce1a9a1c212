#include "matching/output.h"

#include <algorithm>

#include "levels/control_gain.h"
#include "levels/power_rating.h"

namespace linecheck::matching {
namespace {

using profiles::Kind;
using profiles::Port;
using profiles::Profile;
using profiles::Signal;

bool carries(const Port& port, Signal signal) {
  return std::find(port.signals.begin(), port.signals.end(), signal) != port.signals.end();
}

bool takesDigital(const Profile& profile) {
  return std::any_of(profile.ports.begin(), profile.ports.end(), [](const Port& port) {
    return port.direction != profiles::Direction::out &&
           (carries(port, Signal::digitalUsb) || carries(port, Signal::digitalSpdif) ||
            carries(port, Signal::digitalAdat) || carries(port, Signal::digitalAes3));
  });
}

/// A headphone amplifier with a converter of its own is a converter to us: 0 dBFS drives it.
bool isFed(const Profile& profile) {
  return (profile.kind == Kind::headphoneAmplifier || profile.kind == Kind::preamplifier) &&
         !takesDigital(profile);
}

Rating ratingOf(const profiles::LoadPower& rating) {
  const auto volts = [&](Watts power) { return levels::ratedVoltage(power, rating.load); };
  const Interval<Watts>& power = rating.power.value;
  Interval<Volts> voltage{volts(power.nominal), {}, {}};
  if (power.low) voltage.low = volts(*power.low);
  if (power.high) voltage.high = volts(*power.high);
  return {rating.load, Bounded<Volts>::of(voltage)};
}

std::vector<Rating> ratingsOf(const Port& port) {
  std::vector<Rating> ratings;
  for (const profiles::LoadPower& rating : port.powerInto) {
    if (rating.condition.empty()) ratings.push_back(ratingOf(rating));
  }
  std::stable_sort(ratings.begin(), ratings.end(),
                   [](const Rating& a, const Rating& b) { return a.load < b.load; });
  return ratings;
}

void addControls(const Profile& profile, Output& output) {
  auto full = Bounded<Decibels>::exactly(Decibels::of(0.0));
  for (const profiles::Control& control : profile.controls) {
    if (!levels::actsOn(control, output.port)) continue;
    if (const auto* gain = std::get_if<profiles::GainSwitch>(&control.action)) {
      if (!output.steps.empty()) continue;
      for (const auto& step : gain->steps) {
        output.steps.push_back({step.name, Bounded<Decibels>::of(step.gain.value)});
      }
    } else if (const auto* volume = std::get_if<profiles::Volume>(&control.action)) {
      // Of several, the last one is the knob: the others are set once, fully up.
      output.knob = Knob{volume->technology, volume->taper};
      if (volume->maximum) full = Bounded<Decibels>::of(volume->maximum->value);
    }
  }
  std::stable_sort(output.steps.begin(), output.steps.end(),
                   [](const GainStep& a, const GainStep& b) {
                     return a.gain.rawNominal() < b.gain.rawNominal();
                   });
  for (GainStep& step : output.steps) {
    step.gain = Bounded<Decibels>::raw(step.gain.rawNominal() + full.rawNominal(),
                                       step.gain.rawLow() + full.rawLow(),
                                       step.gain.rawHigh() + full.rawHigh());
  }
}

}  // namespace

std::vector<Output> outputsOf(const Profile& profile) {
  std::vector<Output> outputs;
  for (const Port& port : profile.ports) {
    if (port.direction == profiles::Direction::in || !carries(port, Signal::headphone)) continue;
    if (profile.headphones) continue;
    Output output;
    output.profile = profile.id;
    output.port = port.id;
    output.device = profile.name();
    output.name = port.name;
    output.kind = profile.kind;
    output.isFed = isFed(profile);
    if (port.impedance) output.impedance = Bounded<Ohms>::of(port.impedance->value);
    if (port.maximumLevel) {
      const Interval<DecibelsU>& level = port.maximumLevel->value;
      Interval<Volts> volts{voltsFromDbu(level.nominal), {}, {}};
      if (level.low) volts.low = voltsFromDbu(*level.low);
      if (level.high) volts.high = voltsFromDbu(*level.high);
      output.maximum = Bounded<Volts>::of(volts);
    }
    output.ratings = ratingsOf(port);
    if (port.noise) {
      output.noise = Bounded<Volts>::of(port.noise->value);
      output.noiseWeighting = port.noise->weighting;
    }
    addControls(profile, output);
    outputs.push_back(std::move(output));
  }
  return outputs;
}

}  // namespace linecheck::matching
