#include "prediction/lane_levels.h"

#include <cmath>

#include "chain/signals.h"
#include "levels/control_gain.h"
#include "levels/own_noise.h"
#include "levels/path_levels.h"

namespace linecheck::prediction {
namespace {

using chain::Desk;
using levels::Estimate;
using levels::Point;
using levels::Route;
using profiles::Confidence;
using profiles::Port;

constexpr DecibelsFs kFullScale = DecibelsFs::of(0.0);
constexpr int kFullBits = 24;
/// A knob is set by eye.
constexpr Decibels kKnobTrust = 0.25_dB;

DecibelsFs sum(DecibelsFs a, DecibelsFs b) {
  return DecibelsFs::of(
      10.0 * std::log10(std::pow(10.0, a.value() / 10.0) + std::pow(10.0, b.value() / 10.0)));
}

Estimate<DecibelsFs> sum(const Estimate<DecibelsFs>& a, const Estimate<DecibelsFs>& b) {
  auto both = levels::rising(a, b, [](DecibelsFs x, DecibelsFs y) { return sum(x, y); });
  if (!both.low) both.low = a.low ? a.low : b.low;
  return both;
}

Estimate<DecibelsFs> captured(const Estimate<DecibelsU>& level, const Estimate<DecibelsU>& full) {
  return Estimate<DecibelsFs>::exactly(kFullScale) + (level - full);
}

/// Adds what the level of a point rests on, beside the points before it.
void addControls(const profiles::Profile& profile, const std::string& port, Trust& trust) {
  for (const profiles::Control& control : profile.controls) {
    if (!levels::actsOn(control, port)) continue;
    if (const auto* steps = std::get_if<profiles::GainSwitch>(&control.action)) {
      if (!steps->steps.empty()) addLevel(trust, steps->steps.front().gain);
    } else if (const auto* volume = std::get_if<profiles::Volume>(&control.action)) {
      if (volume->technology == profiles::VolumeTechnology::potentiometer) {
        trust.add(kKnobTrust.value(), control.claim.provenance.confidence);
      }
    } else if (std::holds_alternative<profiles::GainKnob>(control.action)) {
      trust.add(kKnobTrust.value(), control.claim.provenance.confidence);
    }
  }
}

/// The figure of full scale at an input: that of its sensitivity switch or its own.
const profiles::Figure<DecibelsU>* inputFigure(const profiles::Profile& profile, const Port& port) {
  for (const profiles::Control& control : profile.controls) {
    const auto* steps = std::get_if<profiles::InputSensitivity>(&control.action);
    if (steps && levels::actsOn(control, port.id) && !steps->steps.empty()) {
      return &steps->steps.front().maximumInput;
    }
  }
  return port.maximumLevel ? &*port.maximumLevel : nullptr;
}

const profiles::Figure<DecibelsU>* outputFigure(const profiles::Profile& profile,
                                                const Port& port) {
  for (const profiles::Control& control : profile.controls) {
    const auto* trim = std::get_if<profiles::OutputTrim>(&control.action);
    if (trim && levels::actsOn(control, port.id) && trim->maximum) return &*trim->maximum;
  }
  return port.maximumLevel ? &*port.maximumLevel : nullptr;
}

Trust gainTrustOf(const Desk& desk, const levels::Path& path) {
  Trust trust;
  bool isConverted = false;
  for (std::size_t i = 0; i < path.points.size(); ++i) {
    const Point& point = path.points[i];
    const auto* profile = desk.profile(point.at.device);
    const Port* port = desk.port({point.at.device, point.at.port, {}});
    if (point.isDigital || !profile || !port) continue;
    const bool isEnd = i + 1 == path.points.size();
    if (!point.at.isInput && !isConverted) {
      isConverted = true;
      if (const auto* figure = outputFigure(*profile, *port)) addLevel(trust, *figure);
    } else if (isEnd) {
      if (const auto* figure = inputFigure(*profile, *port)) addLevel(trust, *figure);
    }
    if (!point.at.isInput || isEnd) addControls(*profile, port->id, trust);
  }
  return trust;
}

void addRatio(const profiles::Figures& figures, Trust& trust) {
  if (figures.dynamicRange) return addNoise(trust, *figures.dynamicRange);
  if (figures.signalToNoise) addNoise(trust, *figures.signalToNoise);
}

Trust noiseTrustOf(const Desk& desk, const Route& route) {
  Trust trust;
  for (const levels::RoutePoint& at : route) {
    const auto* profile = desk.profile(at.device);
    const Port* port = desk.port({at.device, at.port, {}});
    if (!profile || !port || !chain::isAnalogue(*port)) continue;
    if (port->noise) {
      addNoise(trust, *port->noise);
    } else if (port->figures.dynamicRange || port->figures.signalToNoise) {
      addRatio(port->figures, trust);
    } else {
      addRatio(profile->figures, trust);
    }
  }
  return trust;
}

/// The fewest bits that anything digital on the way is told to run at.
std::optional<int> bitsOn(const Desk& desk, const LaneLevels& lane) {
  std::optional<int> bits = desk.device(lane.path.points.back().at.device)->format.bits;
  if (lane.computer.computer && lane.computer.usesMixer != false) {
    const auto own = lane.computer.computer->format.bits;
    if (own && (!bits || *own < *bits)) bits = own;
  }
  return bits;
}

void addQuantisation(const Desk& desk, LaneLevels& lane) {
  const auto bits = bitsOn(desk, lane);
  if (!bits || *bits >= kFullBits) return;
  // Once on the way out, where the loop's gain acts on it, and once on the way in.
  const auto cut = quantisationNoise(*bits);
  lane.noise = sum(sum(lane.noise, cut), cut + lane.gain);
  lane.inputNoise = sum(lane.inputNoise, cut);
  lane.weighting.reset();
  lane.inputWeighting.reset();
}

void findClip(LaneLevels& lane) {
  Estimate<Decibels> least;
  for (std::size_t i = 0; i < lane.path.points.size(); ++i) {
    const Point& point = lane.path.points[i];
    const bool canClip = !point.margin.isUnknown() || !point.margin.missing.empty();
    if (point.isDigital || !canClip) continue;
    least = least == Estimate<Decibels>{} ? point.margin : levels::lesser(least, point.margin);
  }
  lane.clip = Estimate<DecibelsFs>::exactly(kFullScale) + (least - lane.computer.gain);
  if (lane.path.firstLimit) lane.clipPoint = lane.path.firstLimit->point;
}

}  // namespace

Estimate<DecibelsFs> quantisationNoise(int bits) {
  const Decibels less = 6.0206_dB * static_cast<double>(bits - 16);
  return {{}, DecibelsFs::of(-98.88) - less, DecibelsFs::of(-94.11) - less, {}};
}

LaneLevels laneLevels(const Loop& loop, const Lane& lane, const std::optional<KnownGain>& known) {
  const Desk& desk = *loop.desk;
  const levels::Settings settings(desk);
  LaneLevels levels;
  levels.path = levels::pathLevels(settings, lane.route, {});
  levels.computer = computerPathOf(desk, lane.route);
  const Point& input = levels.path.points.back();
  if (known) {
    levels.gain = Estimate<Decibels>::exactly(known->gain);
    levels.gainTrust.add(known->standardError.value(), Confidence::measured);
  } else {
    levels.gain = input.peak - input.ceiling + levels.computer.gain;
    levels.gainTrust = gainTrustOf(desk, levels.path);
  }
  levels.noise = captured(input.noise, input.ceiling);
  levels.weighting = levels.path.weighting;
  if (const auto own = levels::deviceNoise(settings, input.at, nullptr)) {
    levels.inputNoise = captured(own->level, input.ceiling);
    levels.inputWeighting = own->weighting;
    levels.noise = sum(levels.noise, levels.inputNoise);
  }
  levels.noiseTrust = noiseTrustOf(desk, lane.route);
  addQuantisation(desk, levels);
  findClip(levels);
  return levels;
}

}  // namespace linecheck::prediction
