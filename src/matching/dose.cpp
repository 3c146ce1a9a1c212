#include "matching/dose.h"

#include <cmath>

namespace linecheck::matching {

Seconds weeklyTime(DecibelsSpl aWeighted) {
  return Seconds::of(40.0 * 3600.0 * std::pow(2.0, (80.0 - aWeighted.value()) / 3.0));
}

double weeklyDose(DecibelsSpl aWeighted, Seconds listened) {
  return listened / weeklyTime(aWeighted);
}

}  // namespace linecheck::matching
