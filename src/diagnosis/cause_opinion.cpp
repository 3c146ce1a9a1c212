#include "diagnosis/cause_opinion.h"

#include <algorithm>
#include <cmath>

namespace linecheck::diagnosis {
namespace {

/// No capture rules a cause out.
constexpr double kLeast = 1e-4;

}  // namespace

void CauseOpinion::add(Seconds duration, const std::vector<CauseProbability>& causes) {
  for (const CauseProbability& one : causes) {
    logs_.at(static_cast<std::size_t>(one.cause)) +=
        duration.value() * std::log(std::max(one.probability, kLeast));
  }
  seconds_ += duration.value();
}

double CauseOpinion::weight(Cause cause) const {
  return seconds_ > 0.0 ? std::exp(logs_.at(static_cast<std::size_t>(cause)) / seconds_) : 1.0;
}

}  // namespace linecheck::diagnosis
