#include <cmath>

#include "base/number_text.h"
#include "prediction/texts.h"
#include "setup/opinion.h"
#include "setup/trim_verdict.h"

namespace linecheck::setup {
namespace {

/// A digital control nearer than this to its target stands there.
constexpr double kFaderTolerance = 0.25;  // dB
constexpr double kTravelTolerance = 0.01;

bool isAtTarget(const chain::Setting& stands, const chain::Setting& target) {
  const auto* gain = std::get_if<Decibels>(&stands);
  const auto* wanted = std::get_if<Decibels>(&target);
  if (gain && wanted) return std::abs((*gain - *wanted).value()) <= kFaderTolerance;
  // Fully up is fully up, however it is told.
  const auto* travel = std::get_if<chain::Travel>(&stands);
  if (travel) return travel->fraction >= 1.0 - kTravelTolerance;
  return stands == target;
}

void checkFader(const Evidence& evidence, const Item& item, Opinions& opinions) {
  const chain::Place& place = item.target->control;
  const auto stands = evidence.survey.desk.setting(chain::DeviceId(place.part), place.detail);
  if (!stands) return;
  const bool isRight = isAtTarget(*stands, item.target->setting);
  Opinion opinion{
      item.id, KnownBy::chain, isRight ? State::done : State::wrong,
      Sentence{"By the desk's description it stands at %1.", {prediction::positionText(*stands)}}};
  if (!isRight) {
    opinion.cure = Sentence{"Turn the knob behind it down, then set it to %1.",
                            {prediction::positionText(item.target->setting)}};
  }
  opinions.push_back(std::move(opinion));
}

void checkTrim(const Evidence& evidence, const Item& item, Opinions& opinions) {
  const chain::Place& place = item.target->control;
  const auto stands = evidence.survey.desk.setting(chain::DeviceId(place.part), place.detail);
  const auto* level = stands ? std::get_if<DecibelsU>(&*stands) : nullptr;
  const auto wanted = levelOf(item);
  if (!level || !wanted) return;
  const TrimVerdict verdict = judgeTrim(*level, *wanted);
  Opinion opinion{item.id, KnownBy::chain, verdict.state,
                  Sentence{"By the desk's description it stands at %1.",
                           {numberText(level->value(), 1, "dBu")}},
                  verdict.cure};
  // What overloads the next input for certain is the rules' to tell.
  opinion.isAdvice = verdict.state == State::wrong;
  opinions.push_back(std::move(opinion));
}

}  // namespace

TrimVerdict judgeTrim(DecibelsU level, DecibelsU recommended, Decibels se) {
  const Decibels over = level - recommended;
  const std::string best = numberText(recommended.value(), 1, "dBu");
  if (over > kTrimAbove + se + se) {
    return {State::wrong,
            Sentence{"Turn the amplifier down, then set it to %1: above that the next input clips, "
                     "or the knob behind it has to stay near its left stop.",
                     {best}}};
  }
  if (-over > kTrimBelow + se + se) {
    return {State::wrong,
            Sentence{"Turn the amplifier down, then set it to %1: that is %2 further above the "
                     "noise.",
                     {best, numberText(-over.value(), 1, "dB")}}};
  }
  return {State::done, std::nullopt};
}

std::optional<DecibelsU> levelOf(const Item& item) {
  if (!item.target) return std::nullopt;
  const auto* level = std::get_if<DecibelsU>(&item.target->setting);
  return level ? std::optional(*level) : std::nullopt;
}

void checkSettings(const Evidence& evidence, Opinions& opinions) {
  for (const Item& item : evidence.items) {
    if (!item.target) continue;
    if (item.kind == ItemKind::digitalVolume) checkFader(evidence, item, opinions);
    if (item.kind == ItemKind::outputTrim) checkTrim(evidence, item, opinions);
  }
}

}  // namespace linecheck::setup
