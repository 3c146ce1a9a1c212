#include "support/measure/truth.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"

namespace linecheck::measure::testing {

void TruthCase::figure(std::string_view id, int channel, double truth, double limit,
                       std::string_view unit, std::string_view name) {
  figures.push_back({std::string(name.empty() ? id : name), std::string(unit), truth, limit,
                     [id = std::string(id), channel](const Outcome& outcome) {
                       return valueOf(outcome.reading, id, channel);
                     }});
}

void TruthCase::trace(std::string_view id, int channel,
                      std::function<std::optional<double>(double x)> truthAt, double limit,
                      std::string_view unit, std::size_t points) {
  const auto worst = [id = std::string(id), channel, points,
                      truthAt = std::move(truthAt)](const Outcome& outcome) {
    const Trace* trace = outcome.reading.trace(id, channel);
    constexpr double kNotTold = std::numeric_limits<double>::quiet_NaN();
    if (trace == nullptr) return kNotTold;
    double found = 0.0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < trace->x.size(); ++i) {
      const auto truth = truthAt(trace->x[i]);
      if (!truth) continue;
      const double error = trace->y[i] - *truth;
      if (std::isnan(error)) return error;
      if (std::abs(error) > std::abs(found)) found = error;
      ++count;
    }
    return count < points ? kNotTold : found;
  };
  figures.push_back({std::string(id) + " (trace)", std::string(unit), 0.0, limit, worst});
}

void TruthCase::word(std::string_view id, int channel, std::string_view truth) {
  words.push_back({std::string(id), std::string(truth),
                   [id = std::string(id), channel](const Outcome& outcome) {
                     return wordOf(outcome.reading, id, channel);
                   }});
}

std::string nameOf(const Truth& truth) {
  std::string name(truth.procedure);
  if (!truth.name.empty()) name += ": " + std::string(truth.name);
  return name;
}

std::vector<Truth> truths() {
  std::vector<Truth> all;
  for (const auto part : {gateTruths, toneTruths, transferTruths, productTruths, stepTruths,
                          headroomTruths, limiterTruths, twoStepTruths}) {
    const auto some = part();
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

const Truth& truthOf(std::string_view name) {
  static const std::vector<Truth> kAll = truths();
  const auto found = std::find_if(kAll.begin(), kAll.end(),
                                  [&](const Truth& truth) { return nameOf(truth) == name; });
  LC_VERIFY(found != kAll.end());
  return *found;
}

}  // namespace linecheck::measure::testing
