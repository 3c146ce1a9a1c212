#include "dsp/hum_stimulus.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace linecheck::dsp::hum {

Stimulus::Stimulus(std::vector<double> frequencies, FoldedOvertones folded)
    : frequencies_(std::move(frequencies)), folded_(std::move(folded)) {
  std::erase_if(frequencies_, [](double frequency) { return !(frequency > 0.0); });
}

bool Stimulus::covers(double frequency, double distance, double amplitude) const {
  const bool isMultiple =
      std::any_of(frequencies_.begin(), frequencies_.end(), [&](double stimulus) {
        const double multiple = std::max(1.0, std::round(frequency / stimulus));
        return std::abs(frequency - multiple * stimulus) <= distance;
      });
  return isMultiple ||
         folded_.mayBe(Hertz::of(frequency), Hertz::of(distance), dbfsFromSinePeak(amplitude));
}

}  // namespace linecheck::dsp::hum
