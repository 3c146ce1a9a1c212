#include "dsp/hum_presence.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace linecheck::dsp::hum {
namespace {

using std::numbers::pi;

// Candidates lie closer than lines are wide (in units of the resolution), so that none is missed.
constexpr double kGridBins = 0.3;
constexpr std::size_t kGreatestCandidates = 4;

std::vector<int> usableOrders(const PresenceTest& test, const LineSpectrum& spectrum,
                              const FrequencyRange& range, int greatestOrder) {
  std::vector<int> orders;
  for (const int order : test.orders) {
    if (order <= greatestOrder && order * range.high <= spectrum.highestLine()) {
      orders.push_back(order);
    }
  }
  return orders;
}

constexpr double kFloorStepHertz = 2.0;

// The floor along one order, at a few places: it changes slowly, and a line in it is left out.
class FloorAlongOrder {
 public:
  FloorAlongOrder(const LineSpectrum& spectrum, const FrequencyRange& range, int order)
      : low_(order * range.low) {
    const auto steps =
        static_cast<int>(std::ceil(order * (range.high - range.low) / kFloorStepHertz));
    for (int i = 0; i <= steps; ++i) {
      floors_.push_back(
          spectrum.meanFloorAround(low_ + i * kFloorStepHertz, kFloorStepHertz / 2.0));
    }
  }
  [[nodiscard]] const NoiseFloor& at(double frequency) const {
    const auto index =
        static_cast<std::size_t>(std::max(0.0, std::round((frequency - low_) / kFloorStepHertz)));
    return floors_[std::min(index, floors_.size() - 1)];
  }

 private:
  double low_;
  std::vector<NoiseFloor> floors_;
};

struct Profile {
  std::vector<Candidate> maxima;  // Along the fundamental, the strongest first.
  std::vector<NoiseFloor> middleFloors;
};

Profile evidenceAlong(const LineSpectrum& spectrum, const FrequencyRange& range,
                      std::span<const int> orders, const Stimulus& stimulus) {
  Profile profile;
  std::vector<FloorAlongOrder> floors;
  for (const int order : orders) {
    floors.emplace_back(spectrum, range, order);
    profile.middleFloors.push_back(floors.back().at(order * (range.low + range.high) / 2.0));
  }
  const double step = kGridBins * spectrum.resolution() / orders.back();
  const auto steps = static_cast<std::size_t>(std::ceil((range.high - range.low) / step));
  std::vector<double> sums(steps + 1, 0.0);
  const auto fundamentalAt = [&](std::size_t i) {
    return range.low + (range.high - range.low) * static_cast<double>(i) /
                           static_cast<double>(std::max<std::size_t>(steps, 1));
  };
  for (std::size_t i = 0; i <= steps; ++i) {
    for (std::size_t j = 0; j < orders.size(); ++j) {
      const double frequency = orders[j] * fundamentalAt(i);
      const NoiseFloor& floor = floors[j].at(frequency);
      if (!floor.isKnown()) continue;
      const double power = spectrum.powerAt(frequency);
      if (stimulus.covers(frequency, spectrum.lobe(), spectrum.amplitude(power))) continue;
      sums[i] += evidence(power, floor.power, floor.shape);
    }
  }
  for (std::size_t i = 0; i <= steps; ++i) {
    const bool risesBefore = i == 0 || sums[i] > sums[i - 1];
    const bool fallsAfter = i == steps || sums[i] >= sums[i + 1];
    if (risesBefore && fallsAfter) {
      profile.maxima.push_back({fundamentalAt(i), sums[i], 0.0, nullptr});
    }
  }
  std::sort(profile.maxima.begin(), profile.maxima.end(),
            [](const Candidate& a, const Candidate& b) { return a.evidence > b.evidence; });
  return profile;
}

// The amplitude that reaches the threshold by itself, and 2.33 deviations more: along the line
// the noise has half the power of the floor.
double findableAmplitude(const LineSpectrum& spectrum, const NoiseFloor& floor, double threshold) {
  const double needed = powerWithEvidence(threshold, floor.power, floor.shape);
  const double root = std::sqrt(needed) + 2.33 * std::sqrt(floor.power / 2.0);
  return spectrum.amplitude(root * root);
}

}  // namespace

double presenceThreshold(const LineSpectrum& spectrum, std::span<const FrequencyRange> ranges,
                         std::span<const int> orders, double falseAlarmRate) {
  double width = 0.0;
  for (const FrequencyRange& range : ranges) width += range.high - range.low;
  double meanSquareOrder = 0.0;
  for (const int order : orders) meanSquareOrder += static_cast<double>(order) * order;
  meanSquareOrder /= static_cast<double>(orders.size());
  const double crossings = std::sqrt(spectrum.slopeVariance() * meanSquareOrder / pi) * width;
  const auto count = static_cast<double>(orders.size());

  const auto logFalseAlarms = [&](double u) {
    double tail = 0.0;
    double term = 1.0;
    for (std::size_t i = 0; i < orders.size(); ++i) {
      tail += term;
      term *= u / static_cast<double>(i + 1);
    }
    const double upcrossings =
        crossings * std::exp((count - 0.5) * std::log(u) - std::lgamma(count));
    return std::log(static_cast<double>(ranges.size()) * tail + upcrossings) - u;
  };
  // Falls steadily from its maximum near `count` on.
  double low = count;
  double high = 1000.0;
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (logFalseAlarms(middle) > std::log(falseAlarmRate) ? low : high) = middle;
  }
  return high;
}

Presence searchPresence(const LineSpectrum& spectrum, std::span<const FrequencyRange> ranges,
                        int greatestOrder, const Stimulus& stimulus, double falseAlarmRate) {
  Presence presence;
  for (const PresenceTest& test : kPresenceTests) {
    for (const FrequencyRange& range : ranges) {
      const std::vector<int> orders = usableOrders(test, spectrum, range, greatestOrder);
      if (static_cast<int>(orders.size()) < test.carriers) continue;
      const double threshold =
          presenceThreshold(spectrum, ranges, orders, test.falseAlarmShare * falseAlarmRate);
      const Profile profile = evidenceAlong(spectrum, range, orders, stimulus);
      const bool isLow = &test == kPresenceTests.data();
      std::size_t taken = 0;
      for (Candidate candidate : profile.maxima) {
        candidate.threshold = threshold;
        candidate.test = &test;
        if (isLow &&
            (presence.best.test == nullptr || candidate.evidence > presence.best.evidence)) {
          presence.best = candidate;
        }
        if (candidate.evidence <= threshold || taken == kGreatestCandidates) break;
        presence.candidates.push_back(candidate);
        ++taken;
      }
      if (!isLow) continue;
      for (const NoiseFloor& floor : profile.middleFloors) {
        if (!floor.isKnown()) continue;
        presence.detectionLimit =
            std::max(presence.detectionLimit, findableAmplitude(spectrum, floor, threshold));
      }
    }
  }
  std::sort(presence.candidates.begin(), presence.candidates.end(),
            [](const Candidate& a, const Candidate& b) {
              return a.evidence - a.threshold > b.evidence - b.threshold;
            });
  return presence;
}

}  // namespace linecheck::dsp::hum
