#include <algorithm>
#include <cmath>

#include "base/number_text.h"
#include "prediction/texts.h"
#include "setup/comfort.h"
#include "setup/opinion.h"

namespace linecheck::setup {
namespace {

std::string splText(const levels::Estimate<DecibelsSpl>& level) {
  const auto best = level.nominal ? level.nominal : level.high;
  return best ? numberText(best->value(), 0, "dB SPL") : std::string();
}

std::string stepAt(const Evidence& evidence, const Item& item) {
  const chain::Place& place = item.where.front();
  const auto stands = evidence.survey.desk.setting(chain::DeviceId(place.part), place.detail);
  const auto* position = stands ? std::get_if<chain::Position>(&*stands) : nullptr;
  return position ? position->name : std::string();
}

/// Whether a lower position would do, or a higher one.
bool hasBetter(const std::vector<GainComfort>& comforts, const GainComfort& now) {
  return std::any_of(comforts.begin(), comforts.end(), [&](const GainComfort& other) {
    const auto loud = [](const GainComfort& comfort) {
      const auto best = comfort.loudest.nominal ? comfort.loudest.nominal : comfort.loudest.high;
      return best ? best->value() : 0.0;
    };
    return now.isTooQuiet ? loud(other) > loud(now) : !other.isTooQuiet && loud(other) < loud(now);
  });
}

Opinion opinionOn(const Evidence& evidence, const Item& item, const GainComfort& now,
                  const std::vector<GainComfort>& comforts) {
  const std::string wished = numberText(evidence.survey.wishes.listening.value(), 0, "dB SPL");
  Opinion opinion{item.id, KnownBy::chain, State::done};
  opinion.found = Sentence{"By the desk's description it stands at %1: fully up that is about %2.",
                           {now.step, splText(now.loudest)}};
  opinion.isAdvice = true;
  if (!hasBetter(comforts, now)) return opinion;
  if (now.isTooQuiet) {
    opinion.state = State::wrong;
    opinion.found =
        Sentence{"At %1 the knob fully up gives about %2, which leaves too little above %3.",
                 {now.step, splText(now.loudest), wished}};
  } else if (now.isKnobTooLow) {
    opinion.state = State::wrong;
    opinion.found = Sentence{
        "At %1 the knob stays below %2 of its travel for %3, and a small turn is a jump.",
        {now.step, numberText(std::ceil(100.0 * now.travel.high()->fraction), 0, "%"), wished}};
  }
  if (opinion.state == State::wrong && item.target) {
    opinion.cure = Sentence{"Turn the knob down, then set the gain to %1.",
                            {prediction::positionText(item.target->setting)}};
  }
  return opinion;
}

}  // namespace

void checkGain(const Evidence& evidence, Opinions& opinions) {
  const Item* item = evidence.first(ItemKind::gain);
  if (!item) return;
  const std::string step = stepAt(evidence, *item);
  const auto comforts = gainComforts(evidence.survey);
  const auto now = std::find_if(comforts.begin(), comforts.end(),
                                [&](const GainComfort& comfort) { return comfort.step == step; });
  if (now != comforts.end()) opinions.push_back(opinionOn(evidence, *item, *now, comforts));
}

}  // namespace linecheck::setup
