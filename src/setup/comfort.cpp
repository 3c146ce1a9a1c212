#include "setup/comfort.h"

#include <algorithm>
#include <cmath>

#include "levels/path_levels.h"
#include "matching/steps.h"

namespace linecheck::setup {
namespace {

using Role = levels::RouteControl::Role;
using chain::Travel;
using levels::Estimate;
using levels::RouteControl;

const RouteControl* lastOf(const Survey& survey, Role role) {
  const RouteControl* found = nullptr;
  for (const RouteControl& control : survey.controls) {
    if (control.role == role) found = &control;
  }
  return found;
}

const RouteControl* knobOf(const Survey& survey) {
  if (!survey.recommended || !survey.recommended->knob) return nullptr;
  for (const RouteControl& control : survey.controls) {
    if (control.place() == survey.recommended->knob->control) return &control;
  }
  return nullptr;
}

std::optional<double> bestOrBound(const std::optional<DecibelsSpl>& best,
                                  const std::optional<DecibelsSpl>& bound) {
  if (best) return best->value();
  return bound ? std::optional(bound->value()) : std::nullopt;
}

/// How far below fully up the wished loudness is.
Estimate<Decibels> attenuationFor(const Estimate<DecibelsSpl>& loudest, DecibelsSpl wished) {
  return levels::rising(
      loudest, [&](DecibelsSpl most) { return std::max(Decibels::of(0.0), most - wished); });
}

levels::Settings settingsFor(const Survey& survey) {
  levels::Settings settings(*survey.levelDesk);
  for (const RouteControl& control : survey.controls) {
    if (control.role == Role::gain) continue;
    if (settings.of(control.device, control.control->id)) continue;
    if (const auto* choice = survey.choiceFor(control.place())) {
      settings.attempt(control.device, control.control->id, *choice);
    }
  }
  return settings;
}

}  // namespace

matching::Bounded<Travel> knobTravel(const Survey& survey, const Estimate<Decibels>& below) {
  const RouteControl* knob = knobOf(survey);
  const auto* volume = knob ? std::get_if<profiles::Volume>(&knob->control->action) : nullptr;
  if (!volume) return {};
  const auto best = below.nominal ? below.nominal : below.high;
  if (!best) return {};
  const auto gain = matching::Bounded<Decibels>::exactly(-*best);
  return matching::travelOf(matching::Knob{volume->technology, volume->taper}, gain);
}

std::vector<GainComfort> gainComforts(const Survey& survey) {
  const RouteControl* gain = lastOf(survey, Role::gain);
  const RouteControl* knob = knobOf(survey);
  if (!gain || !knob || !survey.path) return {};
  const auto& steps = std::get<profiles::GainSwitch>(gain->control->action).steps;
  levels::Settings settings = settingsFor(survey);
  settings.attempt(knob->device, knob->control->id, Travel{1.0});
  std::vector<const profiles::GainSwitch::Step*> sorted;
  sorted.reserve(steps.size());
  for (const auto& step : steps) sorted.push_back(&step);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
    return a->gain.value.nominal < b->gain.value.nominal;
  });
  std::vector<GainComfort> comforts;
  for (const auto* step : sorted) {
    settings.attempt(gain->device, gain->control->id, chain::Position{step->name});
    const auto path = levels::pathLevels(settings, survey.path->route(), levels::Programme{});
    if (!path.loudness) return {};
    GainComfort comfort{step->name, *path.loudness, {}, {}, false, false};
    const auto most = bestOrBound(comfort.loudest.nominal, comfort.loudest.high);
    if (!most) return {};
    comfort.isTooQuiet = *most < (survey.wishes.listening + survey.wishes.reserve).value();
    comfort.attenuation = attenuationFor(comfort.loudest, survey.wishes.listening);
    comfort.travel = knobTravel(survey, comfort.attenuation);
    const auto highest = comfort.travel.high();
    comfort.isKnobTooLow = highest && highest->fraction < levels::kMiddleFrom.fraction;
    comforts.push_back(std::move(comfort));
  }
  return comforts;
}

void lowerTrimForKnob(Survey& survey) {
  const RouteControl* knob = knobOf(survey);
  const RouteControl* trim = lastOf(survey, Role::trim);
  if (!knob || !trim || std::get<profiles::Volume>(knob->control->action).taper) return;
  auto& recommended = *survey.recommended;
  const auto choice = std::find_if(recommended.choices.begin(), recommended.choices.end(),
                                   [&](const auto& one) { return one.control == trim->place(); });
  const auto below = recommended.knob->attenuation.nominal;
  if (choice == recommended.choices.end() || !below) return;
  const auto* level = std::get_if<DecibelsU>(&choice->setting);
  const auto& range = std::get<profiles::OutputTrim>(trim->control->action);
  if (!level || !range.minimum) return;
  const auto isLow = [&](double lowered) {
    const auto travel =
        knobTravel(survey, Estimate<Decibels>::exactly(Decibels::of(below->value() - lowered)));
    return travel.high() && travel.high()->fraction < levels::kMiddleFrom.fraction;
  };
  const double most = std::min((*level - range.minimum->value.nominal).value(),
                               below->value() - survey.wishes.reserve.value());
  double lowered = 0.0;
  while (isLow(lowered) && lowered + 1.0 <= most) lowered += 1.0;
  if (lowered == 0.0) return;
  const Decibels by = Decibels::of(lowered);
  choice->setting = *level - by;
  auto& to = *recommended.knob;
  to.attenuation = levels::rising(to.attenuation,
                                  [&](Decibels d) { return std::max(Decibels::of(0.0), d - by); });
  to.gain = levels::rising(to.gain, [&](Decibels d) { return d + by; });
  recommended.loudest = levels::rising(recommended.loudest, [&](DecibelsSpl d) { return d - by; });
}

}  // namespace linecheck::setup
