#include "profiles/spec_label.h"

#include <algorithm>
#include <string_view>

namespace linecheck::profiles::spec {

Label labelOf(const std::vector<std::string>& words) {
  const auto has = [&](std::initializer_list<std::string_view> beginnings) {
    return std::ranges::any_of(words, [&](const std::string& word) {
      return std::ranges::any_of(
          beginnings, [&](std::string_view beginning) { return word.starts_with(beginning); });
    });
  };
  const auto hasWord = [&](std::string_view wanted) {
    return std::ranges::find(words, wanted) != words.end();
  };
  if (has({"thd", "distort", "klirr", "crosstalk", "ubersprech", "separation", "isolation", "gain",
           "verstark", "sinad", "channel", "cmrr"})) {
    return Label::other;
  }
  if (has({"snr", "rauschabstand", "storabstand", "signal"}) || (hasWord("s") && hasWord("n"))) {
    return Label::signalToNoise;
  }
  if (has({"dynami", "dnr"}) && !has({"driver", "treiber"})) return Label::dynamicRange;
  if (has({"noise", "rausch"})) return Label::noise;
  if (has({"max", "peak"}) && has({"spl", "schalldruck", "loud"}) && !has({"sens"})) {
    return Label::greatestSpl;
  }
  if (has({"sens", "empfindlich", "efficien", "wirkungsgrad", "kennschalldruck"})) {
    return Label::sensitivity;
  }
  if (has({"input", "eingang"})) return Label::input;
  if (has({"output", "ausgang", "ausgangs", "source", "quell", "zout", "rout"})) {
    return Label::output;
  }
  return Label::none;
}

}  // namespace linecheck::profiles::spec
