#include "support/chain/random_part.h"

#include <vector>

#include "chain/vocabulary.h"

namespace linecheck::chain::testing {
namespace {

using profiles::Control;

/// One of the meanings of a vocabulary.
template <class T, std::size_t N>
T meaning(Draw& draw, const std::array<Word<T>, N>& vocabulary) {
  return vocabulary[draw.below(N)].second;
}
template <class T, std::size_t N>
std::optional<T> maybeMeaning(Draw& draw, const std::array<Word<T>, N>& vocabulary) {
  if (draw.oneIn(3)) return std::nullopt;
  return meaning(draw, vocabulary);
}

struct SettingOf {
  Draw& draw;

  template <class Steps>
  Setting step(const Steps& steps) const {
    return Position{steps.empty() ? "somewhere" : steps[draw.below(steps.size())].name};
  }
  template <class T, class Figure>
  T figure(const Figure& minimum, const Figure& maximum, double low, double high) const {
    if (minimum) low = minimum->value.nominal.value();
    if (maximum) high = maximum->value.nominal.value();
    return T::of(draw.between(low, high));
  }

  Setting operator()(const profiles::GainSwitch& gain) const { return step(gain.steps); }
  Setting operator()(const profiles::InputSensitivity& input) const { return step(input.steps); }
  Setting operator()(const profiles::ModeSwitch& modes) const { return step(modes.positions); }
  Setting operator()(const profiles::GroundLift& lift) const {
    return Position{draw.oneIn(2) ? lift.groundedName : lift.liftedName};
  }
  Setting operator()(const profiles::GainKnob& knob) const {
    return figure<Decibels>(knob.minimum, knob.maximum, -20, 60);
  }
  Setting operator()(const profiles::OutputTrim& trim) const {
    return figure<DecibelsU>(trim.minimum, trim.maximum, 0, 20);
  }
  Setting operator()(const profiles::Volume& volume) const {
    if (draw.oneIn(2)) return Travel{draw.between(0, 1)};
    return figure<Decibels>(volume.minimum, volume.maximum, -80, 0);
  }
};

void drawEnd(Draw& draw, CableEnd& end) {
  end.plug = maybeMeaning(draw, profiles::kConnectors);
  end.adapters.clear();
  while (draw.oneIn(4)) {
    end.adapters.push_back({meaning(draw, profiles::kConnectors),
                            meaning(draw, profiles::kConnectors), meaning(draw, kPin3s)});
  }
  end.isShieldJoined = !draw.oneIn(5);
}

}  // namespace

double Draw::between(double low, double high) {
  constexpr std::size_t kSteps = 10;
  constexpr std::size_t kFine = 1000000;
  const double part = oneIn(2) ? static_cast<double>(below(kSteps + 1)) / kSteps
                               : static_cast<double>(below(kFine)) / kFine;
  return low + (high - low) * part;
}

std::string Draw::text() {
  static const std::vector<std::string> kPieces{
      "Desk", " left",   "2",   "Müller's ", "\"quoted\"", "\\ and /", "録音",
      "🎧",    "e\u0301", "<&>", "\u2028",    "{device}",   "%1"};
  std::string text;
  while (!oneIn(3)) text += of(kPieces);
  return text;
}

Setting randomSetting(Draw& draw, const Control& control) {
  return std::visit(SettingOf{draw}, control.action);
}

void drawDevice(Draw& draw, Device& device, const Desk& desk) {
  static const std::vector<double> kRates{44100, 48000, 88200, 96000, 192000, 44099.5};
  static const std::vector<int> kBits{8, 16, 24, 32, 64};
  device.name = draw.text();
  device.serial = draw.text();
  device.format = {};
  if (draw.oneIn(2)) device.format = {Hertz::of(draw.of(kRates)), draw.maybe(kBits)};
  device.placement.isEnclosed = draw.oneIn(4);
  device.hasEarthContact = draw.maybeBool();
  device.placement.onTopOf.reset();
  if (draw.oneIn(3)) device.placement.onTopOf = draw.of(desk.chain().devices).id;
  if (desk.kind(device.id) == profiles::Kind::computer) {
    device.computer.emplace();
    device.computer->system = maybeMeaning(draw, kOperatingSystems);
    device.computer->path = maybeMeaning(draw, kAudioPaths);
    device.computer->isOnBattery = draw.maybeBool();
    if (draw.oneIn(2)) device.computer->systemVolume = draw.between(0, 1);
  }
}

void drawCable(Draw& draw, Cable& cable) {
  cable.kind = meaning(draw, kCableKinds);
  drawEnd(draw, cable.from);
  drawEnd(draw, cable.to);
  cable.isBalanced = draw.maybeBool();
  cable.isStarQuad = draw.oneIn(5);
  cable.length.reset();
  if (draw.oneIn(2)) cable.length = Metres::of(draw.between(0.25, 20));
  cable.beside.clear();
  while (draw.oneIn(3)) cable.beside.insert(meaning(draw, kNeighbours));
}

void drawPowerPoint(Draw& draw, PowerPoint& point) {
  point.name = draw.text();
  point.isEarthed = draw.maybeBool();
  if (point.kind == PowerPoint::Kind::outlet) point.circuit = draw.text();
  if (point.kind == PowerPoint::Kind::ups) {
    point.ups.topology = maybeMeaning(draw, kUpsTopologies);
    point.ups.waveform = maybeMeaning(draw, kUpsWaveforms);
    if (draw.oneIn(2)) point.ups.apparentPower = VoltAmperes::of(draw.between(300, 3000));
    if (draw.oneIn(2)) point.ups.power = Watts::of(draw.between(200, 2500));
  }
}

AdapterInUse randomAdapter(Draw& draw) {
  AdapterInUse adapter;
  adapter.isOriginal = draw.maybeBool();
  adapter.current = maybeMeaning(draw, profiles::kCurrents);
  if (draw.oneIn(2)) adapter.voltage = Volts::of(draw.between(5, 24));
  return adapter;
}

Mains randomMains(Draw& draw) {
  return {Hertz::of(draw.oneIn(2) ? 50 : 60), Volts::of(draw.between(100, 240)), draw.maybeBool()};
}

}  // namespace linecheck::chain::testing
