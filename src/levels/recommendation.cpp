#include "levels/recommendation.h"

#include <algorithm>

#include "base/check.h"
#include "levels/control_gain.h"
#include "levels/knob.h"
#include "levels/path_levels.h"
#include "levels/route_controls.h"

namespace linecheck::levels {
namespace {

using chain::Desk;
using chain::Position;
using chain::Setting;
using chain::Travel;
using profiles::GainSwitch;
using profiles::InputSensitivity;
using profiles::OutputTrim;
using Role = RouteControl::Role;

const Decibels kNone = Decibels::of(0.0);

/// The best value, else the bound on the side where nothing can go wrong.
template <class T>
std::optional<T> cautiously(const std::optional<T>& nominal, const std::optional<T>& bound) {
  return nominal ? nominal : bound;
}

/// The steps, from the lowest figure to the highest.
template <class Step, class Figure>
std::vector<const Step*> inOrder(const std::vector<Step>& steps, Figure Step::*figure) {
  std::vector<const Step*> sorted;
  sorted.reserve(steps.size());
  for (const Step& step : steps) sorted.push_back(&step);
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Step* a, const Step* b) {
    return (a->*figure).value.nominal < (b->*figure).value.nominal;
  });
  return sorted;
}

class Adviser {
 public:
  Adviser(const Desk& desk, const Path& path, const Listening& listening)
      : desk_(desk),
        route_(path.route()),
        listening_(listening),
        settings_(desk),
        controls_(controlsOn(desk, route_)) {}

  Recommendation advise() {
    findKnob();
    openEverything();
    chooseSensitivity();
    avoidOverload();
    chooseGain();
    if (isLoudnessKnown_) turnKnob();
    result_.path = levels();
    for (const RouteControl& control : controls_) {
      if (const auto chosen = chosen_.find(control.place()); chosen != chosen_.end()) {
        result_.choices.push_back({control.place(), chosen->second});
      }
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] Path levels() const { return pathLevels(settings_, route_, listening_.programme); }

  void choose(const RouteControl& control, const Setting& setting) {
    settings_.attempt(control.device, control.control->id, setting);
    chosen_[control.place()] = setting;
  }

  [[nodiscard]] const RouteControl* first(Role role) const {
    for (const RouteControl& control : controls_) {
      if (control.role == role) return &control;
    }
    return nullptr;
  }

  [[nodiscard]] const RouteControl* last(Role role) const {
    const RouteControl* found = nullptr;
    for (const RouteControl& control : controls_) {
      if (control.role == role) found = &control;
    }
    return found;
  }

  void findKnob() {
    knob_ = last(Role::volume);
    if (!knob_) knob_ = last(Role::digitalVolume);
    if (knob_) settings_.attempt(knob_->device, knob_->control->id, Travel{1.0});
  }

  /// Trims, pads and digital volumes at their highest.
  void openEverything() {
    for (const RouteControl& control : controls_) {
      if (&control == knob_) continue;
      if (control.role == Role::digitalVolume) {
        const auto full = fullGain(std::get<profiles::Volume>(control.control->action));
        if (full.nominal) choose(control, *full.nominal);
      } else if (control.role == Role::trim) {
        const auto& trim = std::get<OutputTrim>(control.control->action);
        if (trim.maximum) choose(control, trim.maximum->value.nominal);
      } else if (control.role == Role::pad) {
        const auto steps =
            inOrder(std::get<GainSwitch>(control.control->action).steps, &GainSwitch::Step::gain);
        if (!steps.empty()) choose(control, Position{steps.back()->name});
      }
    }
  }

  /// The lowest greatest input that takes what comes.
  void chooseSensitivity() {
    const RouteControl* control = first(Role::sensitivity);
    if (!control) return;
    const auto steps = inOrder(std::get<InputSensitivity>(control->control->action).steps,
                               &InputSensitivity::Step::maximumInput);
    for (const InputSensitivity::Step* step : steps) {
      choose(*control, Position{step->name});
      const Estimate<Decibels> margin = levels().points[control->point].margin;
      const auto spare = cautiously(margin.nominal, margin.low);
      if (spare && -*spare <= kTolerance) return;
    }
  }

  /// The first input behind the converter.
  [[nodiscard]] std::optional<std::size_t> nextInput() const {
    const RouteControl* source = first(Role::trim);
    if (!source) source = first(Role::pad);
    const std::size_t from = source ? source->point : 0;
    const Path path = levels();
    for (std::size_t i = from; i < route_.size(); ++i) {
      if (route_[i].isInput && !path.points[i].isDigital) return i;
    }
    return std::nullopt;
  }

  /// How far below 0 dB the margin at a point is; nothing where that is not known.
  [[nodiscard]] Decibels excessAt(std::size_t point) const {
    const Estimate<Decibels> margin = levels().points[point].margin;
    const auto spare = cautiously(margin.nominal, margin.low);
    return spare ? std::max(kNone, -*spare) : kNone;
  }

  void avoidOverload() {
    const auto input = nextInput();
    if (!input) return;
    const Estimate<Decibels> margin = levels().points[*input].margin;
    result_.missing.insert(margin.missing);
    lowerTrim(excessAt(*input));
    if (const RouteControl* pad = first(Role::pad)) {
      auto steps =
          inOrder(std::get<GainSwitch>(pad->control->action).steps, &GainSwitch::Step::gain);
      for (; !steps.empty() && excessAt(*input) > kTolerance; steps.pop_back()) {
        choose(*pad, Position{steps.back()->name});
      }
    }
    if (const Decibels excess = excessAt(*input); excess > kTolerance) {
      result_.obstacles.push_back({Obstacle::Kind::overloadsInput, route_[*input].place(), excess});
    }
  }

  /// As far as the trim goes.
  void lowerTrim(Decibels by) {
    const RouteControl* control = first(Role::trim);
    if (!control || by <= kNone) return;
    const auto chosen = chosen_.find(control->place());
    if (chosen == chosen_.end()) return;
    const auto& trim = std::get<OutputTrim>(control->control->action);
    const DecibelsU present = std::get<DecibelsU>(chosen->second);
    const DecibelsU least = trim.minimum ? trim.minimum->value.nominal : present;
    choose(*control, std::max(least, present - by));
  }

  [[nodiscard]] std::optional<DecibelsSpl> loudest() const {
    const auto loudness = levels().loudness;
    return loudness ? cautiously(loudness->nominal, loudness->low) : std::nullopt;
  }

  /// The lowest step that leaves the reserve.
  void chooseGain() {
    if (const RouteControl* control = last(Role::gain)) {
      const auto steps =
          inOrder(std::get<GainSwitch>(control->control->action).steps, &GainSwitch::Step::gain);
      for (const GainSwitch::Step* step : steps) {
        settings_.attempt(control->device, control->control->id, Position{step->name});
        const auto loud = loudest();
        if (!loud) {
          settings_.forget(control->device, control->control->id);
          break;
        }
        choose(*control, Position{step->name});
        if (*loud - listening_.level >= listening_.reserve) break;
      }
    }
    const auto loudness = levels().loudness;
    if (loudness) result_.loudest = *loudness;
    result_.missing.insert(result_.loudest.missing);
    const auto loud = loudest();
    isLoudnessKnown_ = loud.has_value();
    if (knob_ && !isLoudnessKnown_) settings_.forget(knob_->device, knob_->control->id);
    if (loud && *loud - listening_.level < listening_.reserve) {
      result_.obstacles.push_back({Obstacle::Kind::tooQuiet, route_.back().place(),
                                   listening_.level + listening_.reserve - *loud});
    }
  }

  void turnKnob() {
    if (!knob_) return;
    const auto& volume = std::get<profiles::Volume>(knob_->control->action);
    const auto taper = volume.taper;
    const chain::Place where = knob_->place();
    if (taper) raiseKnob(*taper);
    const Path path = levels();
    if (!LC_VERIFY(path.loudness.has_value())) return;  // Else no knob would be turned.
    result_.loudest = *path.loudness;
    const auto over = rising(
        *path.loudness, [&](DecibelsSpl most) { return std::max(kNone, most - listening_.level); });
    Recommendation::Knob knob{where, fullGain(volume) - over, over, {}};
    if (taper) {
      knob.travel = travelAt(*taper, falling(over, [](Decibels d) { return -d; }));
      judgeTravel(knob);
    } else if (knob_->role == Role::volume) {
      knob.travel = Estimate<Travel>::unknown({Gap::taper, where});
      result_.missing.insert({Gap::taper, where});
    }
    if (const auto gain = cautiously(knob.gain.nominal, knob.gain.low)) {
      settings_.attempt(knob_->device, knob_->control->id, *gain);
    }
    result_.knob = std::move(knob);
    findClipping();
  }

  /// Lowers the trim until the knob comes up to the middle, but keeps the reserve.
  void raiseKnob(Taper taper) {
    const auto loud = loudest();
    const auto middle = gainAt(taper, kMiddleFrom).nominal;
    if (!loud || !middle) return;
    const Decibels most = std::max(-*middle, listening_.reserve);
    lowerTrim(*loud - listening_.level - most);
    // Less level at the next input can never overload it.
  }

  void judgeTravel(const Recommendation::Knob& knob) {
    const auto travel = cautiously(knob.travel.nominal, knob.travel.low);
    const auto taper = std::get<profiles::Volume>(knob_->control->action).taper;
    if (!travel || !taper || travel->fraction >= kMiddleFrom.fraction - 1e-9) return;
    const auto middle = gainAt(*taper, kMiddleFrom).nominal;
    const auto taken = cautiously(knob.attenuation.nominal, knob.attenuation.low);
    if (!middle || !taken) return;
    result_.obstacles.push_back({Obstacle::Kind::knobTooLow, knob.control, *taken + *middle});
  }

  /// Outputs that cannot follow at this listening level.
  void findClipping() {
    const Path path = levels();
    for (const Point& point : path.points) {
      if (point.at.isInput || !point.margin.nominal) continue;
      if (const Decibels excess = -*point.margin.nominal; excess > kTolerance) {
        result_.obstacles.push_back({Obstacle::Kind::clips, point.at.place(), excess});
      }
    }
  }

  static constexpr Decibels kTolerance = Decibels::of(1e-9);  // Of rounding only.

  const Desk& desk_;
  Route route_;
  const Listening& listening_;
  Settings settings_;
  std::vector<RouteControl> controls_;
  const RouteControl* knob_ = nullptr;
  std::map<chain::Place, Setting> chosen_;
  bool isLoudnessKnown_ = false;
  Recommendation result_;
};

}  // namespace

Recommendation recommend(const Desk& desk, const Path& path, const Listening& listening) {
  return Adviser(desk, path, listening).advise();
}

}  // namespace linecheck::levels
