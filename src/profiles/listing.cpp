#include "profiles/listing.h"

#include <fmt/format.h>

#include "profiles/figures.h"

namespace linecheck::profiles {
namespace {

class Lister {
 public:
  explicit Lister(std::vector<FigureRow>& rows) : rows_(rows) {}

  /// What the names of the next figures begin with.
  void setOwner(const std::string& owner) { owner_ = owner; }

  template <class T>
  void add(const std::string& name, const Figure<T>& figure) {
    addReading(name, figure, true);
    rows_.back().chosenBecause = figure.chosenBecause;
    for (const Reading<T>& other : figure.alternatives) addReading(name, other, false);
  }
  template <class T>
  void add(const std::string& name, const std::optional<Figure<T>>& figure) {
    if (figure) add(name, *figure);
  }
  void add(const Figures& figures) {
    const auto addEntry = [&](const auto& entry) {
      add(std::string(entry.name), figures.*entry.member);
    };
    std::apply([&](const auto&... entries) { (addEntry(entries), ...); }, kFigureEntries);
  }

  // One for each kind of control.
  void operator()(const GainSwitch& gain) {
    for (const auto& step : gain.steps) add(step.name, step.gain);
  }
  void operator()(const GainKnob& gain) { addEnds(gain); }
  void operator()(const OutputTrim& trim) { addEnds(trim); }
  void operator()(const Volume& volume) { addEnds(volume); }
  void operator()(const InputSensitivity& sensitivity) {
    for (const auto& step : sensitivity.steps) add(step.name, step.maximumInput);
  }
  void operator()(const GroundLift&) {}
  void operator()(const ModeSwitch&) {}

 private:
  template <class T>
  void addReading(const std::string& name, const Reading<T>& reading, bool isUsed) {
    std::string value = toText(reading.written);
    if (reading.weighting == Weighting::a) value += ", A-weighted";
    rows_.push_back({owner_.empty() ? name : owner_ + ": " + name,
                     std::move(value),
                     isUsed,
                     reading.provenance,
                     {}});
  }
  void addEnds(const auto& control) {
    add("minimum", control.minimum);
    add("maximum", control.maximum);
  }

  std::vector<FigureRow>& rows_;
  std::string owner_;
};

}  // namespace

std::vector<FigureRow> figureRows(const Profile& profile) {
  std::vector<FigureRow> rows;
  Lister lister(rows);
  lister.add(profile.figures);
  if (profile.headphones) {
    lister.add("impedance", profile.headphones->impedance);
    lister.add("sensitivity", profile.headphones->sensitivity);
  }
  for (const Port& port : profile.ports) {
    lister.setOwner(port.name);
    lister.add("impedance", port.impedance);
    lister.add("maximum level", port.maximumLevel);
    lister.add("noise", port.noise);
    lister.add("common-mode rejection", port.commonModeRejection);
    for (const LoadPower& entry : port.powerInto) {
      lister.add(fmt::format("power into {}\u2009Ω{}{}", entry.load.value(),
                             entry.condition.empty() ? "" : ", ", entry.condition),
                 entry.power);
    }
    lister.add(port.figures);
  }
  for (const Control& control : profile.controls) {
    lister.setOwner(control.name);
    std::visit(lister, control.action);
  }
  if (profile.power) {
    lister.setOwner("Power");
    if (profile.power->adapter) lister.add("adapter", profile.power->adapter->voltage);
    lister.add("mains", profile.power->mainsVoltage);
    lister.add("consumption", profile.power->consumption);
  }
  return rows;
}

}  // namespace linecheck::profiles
