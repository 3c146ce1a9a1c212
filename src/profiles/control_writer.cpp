#include "profiles/part_writers.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

/// Adds what only one type of control has, and says which type it is.
class ActionWriter {
 public:
  ActionWriter(json::Object& object, const FigureWriter& figures)
      : object_(object), figures_(figures) {}

  void operator()(const GainSwitch& gains) const {
    json::Array steps;
    for (const GainSwitch::Step& step : gains.steps) {
      json::Object entry{{"name", step.name}};
      entry.set("gain", figures_.figure(step.gain));
      steps.emplace_back(std::move(entry));
    }
    if (!steps.empty()) object_.set("steps", std::move(steps));
  }
  void operator()(const GainKnob& knob) const { setBounds(knob); }
  void operator()(const OutputTrim& trim) const { setBounds(trim); }
  void operator()(const Volume& volume) const {
    object_.set("technology", wordFor(kVolumeTechnologies, volume.technology));
    if (volume.taper) object_.set("taper", wordFor(kTapers, *volume.taper));
    setBounds(volume);
  }
  void operator()(const InputSensitivity& sensitivity) const {
    json::Array steps;
    for (const InputSensitivity::Step& step : sensitivity.steps) {
      json::Object entry{{"name", step.name}};
      entry.set("maximum_input", figures_.figure(step.maximumInput));
      steps.emplace_back(std::move(entry));
    }
    object_.set("steps", std::move(steps));
  }
  void operator()(const GroundLift& lift) const {
    object_.set("grounded", lift.groundedName).set("lifted", lift.liftedName);
  }
  void operator()(const ModeSwitch& modes) const {
    object_.set("operation", wordFor(kOperations, modes.operation));
    json::Array positions;
    for (const ModeSwitch::Position& position : modes.positions) {
      json::Object entry{{"name", position.name}};
      if (!position.isOn) entry.set("on", false);
      entry.set("outputs", json::Array(position.outputs.begin(), position.outputs.end()));
      positions.emplace_back(std::move(entry));
    }
    object_.set("positions", std::move(positions));
  }

 private:
  void setBounds(const auto& knob) const {
    figures_.set(object_, "minimum", knob.minimum);
    figures_.set(object_, "maximum", knob.maximum);
  }

  json::Object& object_;
  const FigureWriter& figures_;
};

struct TypeOf {
  const char* operator()(const GainSwitch&) const { return "gain-switch"; }
  const char* operator()(const GainKnob&) const { return "gain-knob"; }
  const char* operator()(const OutputTrim&) const { return "output-trim"; }
  const char* operator()(const Volume&) const { return "volume"; }
  const char* operator()(const InputSensitivity&) const { return "input-sensitivity"; }
  const char* operator()(const GroundLift&) const { return "ground-lift"; }
  const char* operator()(const ModeSwitch&) const { return "mode-switch"; }
};

}  // namespace

json::Object write(const Control& control, const FigureWriter& figures) {
  json::Object object{
      {"id", control.id}, {"name", control.name}, {"type", std::visit(TypeOf(), control.action)}};
  if (control.panel) object.set("panel", wordFor(kPanels, *control.panel));
  if (!control.ports.empty()) {
    object.set("ports", json::Array(control.ports.begin(), control.ports.end()));
  }
  std::visit(ActionWriter(object, figures), control.action);
  figures.setClaim(object, control.claim);
  return object;
}

}  // namespace linecheck::profiles
