#include <cmath>

#include "base/number_text.h"
#include "setup/opinion.h"

namespace linecheck::setup {

void checkMatch(const Evidence& evidence, Opinions& opinions) {
  const auto& taken = evidence.progress.readings.match;
  const Item* item = evidence.first(ItemKind::matched);
  if (!taken || !item) return;
  const auto& difference = taken->reading.difference;
  const std::string size = numberText(std::abs(difference.aOverB.value()), 1, "dB");
  const std::string unsure = numberText(difference.uncertainty, 1, "dB");
  Opinion opinion{item->id, KnownBy::measured,
                  measure::adviceFor(difference, {}, {}).isMatched ? State::done : State::wrong};
  opinion.at = taken->at;
  if (opinion.state == State::done) {
    opinion.found = Sentence{"They differ by %1, ± %2: as good as equal.", {size, unsure}};
  } else if (difference.aOverB > Decibels::of(0.0)) {
    opinion.found =
        Sentence{"The headphones are %1 louder than the monitors, ± %2.", {size, unsure}};
    opinion.cure = Sentence{"Turn the monitors up by %1 at their own volume.", {size}};
  } else {
    opinion.found =
        Sentence{"The monitors are %1 louder than the headphones, ± %2.", {size, unsure}};
    opinion.cure = Sentence{"Turn the monitors down by %1 at their own volume.", {size}};
  }
  opinions.push_back(std::move(opinion));
}

}  // namespace linecheck::setup
