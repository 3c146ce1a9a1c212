#include "dsp/hum_lines.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linecheck::dsp::hum {
namespace {

// One in ten thousand bins of noise stands out so far.
constexpr double kLineEvidence = 9.2;
// Noise alone does not look like a line with more than this, nor against one with less.
constexpr double kSpeakingEvidence = 7.0;
constexpr double kNeighbourEvidence = 20.0;
// Repeated notes make combs of lines; the mains has no neighbours of its own strength. Next to
// 50 Hz there may be 60 Hz.
constexpr double kNeighbourhoodHertz = 9.0;
constexpr double kNeighbourPower = 0.25;
constexpr double kCompanyPower = 0.1;
// No mains harmonic is that much louder than all of the low ones (power).
constexpr double kGreatestAboveLowOrders = 100.0;
constexpr double kPlaceErrors = 4.0;
// What the parabola through a line's top is off, in bins.
constexpr double kTopErrorBins = 0.03;

double square(double x) {
  return x * x;
}

bool standsOutOnBothSides(const HarmonicLine& line) {
  const double higher = std::max(line.floor.below, line.floor.above);
  return evidence(line.power, higher, line.floor.shape / 2.0) >= line.evidence / 3.0;
}

bool isOneOfACrowd(const LineSpectrum& spectrum, const HarmonicLine& line, double frequency,
                   double inner) {
  const double neighbour =
      std::max(spectrum.greatestBetween(frequency - kNeighbourhoodHertz, frequency - inner),
               spectrum.greatestBetween(frequency + inner, frequency + kNeighbourhoodHertz));
  return neighbour > kNeighbourPower * line.power &&
         evidence(neighbour, line.floor.power, line.floor.shape) > kNeighbourEvidence;
}

class Finder {
 public:
  Finder(const LineSpectrum& spectrum, const Candidate& candidate, int greatestOrder,
         const Stimulus& stimulus, double drift)
      : spectrum_(spectrum), candidate_(candidate), stimulus_(stimulus), drift_(drift) {
    lines_.fundamental = candidate.fundamental;
    for (int order = 1; order <= greatestOrder; ++order) {
      if (order * candidate.fundamental > spectrum.highestLine()) break;
      lines_.harmonics.push_back(look(order));
    }
  }

  MainsLines find() {
    std::vector<HarmonicLine*> speaking;
    for (HarmonicLine& line : lines_.harmonics) {
      if (isLow(line.order) && needed(line) <= line.evidence) {
        speaking.push_back(&line);
      }
    }
    std::sort(speaking.begin(), speaking.end(), [](const HarmonicLine* a, const HarmonicLine* b) {
      return a->evidence > b->evidence;
    });
    for (HarmonicLine* line : speaking) place(*line);
    coverLoudTones();
    for (HarmonicLine& line : lines_.harmonics) {
      if (!line.isMains && !line.isForeign && !line.isCovered) place(line);
    }
    if (candidate_.test->mustBeAlone && hasCompany()) {
      for (HarmonicLine* line : speaking) line->isMains = false;
    }
    if (information_ > 0.0) lines_.fundamentalError = 1.0 / std::sqrt(information_);
    return std::move(lines_);
  }

 private:
  HarmonicLine look(int order) const {
    HarmonicLine line;
    line.order = order;
    const double frequency = order * lines_.fundamental;
    line.floor = spectrum_.floorAround(frequency, order * drift_);
    line.power = spectrum_.powerAt(frequency);
    line.isCovered = stimulus_.covers(frequency, spectrum_.lobe(), spectrum_.amplitude(line.power));
    if (line.floor.isKnown() && !line.isCovered) {
      line.evidence = evidence(line.power, line.floor.power, line.floor.shape);
    }
    return line;
  }

  [[nodiscard]] bool isLow(int order) const { return candidate_.test->includes(order); }

  // Evidence that a line of this order has to have by itself.
  [[nodiscard]] double needed(const HarmonicLine& line) const {
    if (!isLow(line.order)) return kLineEvidence;
    return std::min(kLineEvidence, candidate_.threshold / 2.0);
  }

  // Decides whether there is a line of the mains where the lines so far put this order, and if so
  // lets it speak on the fundamental.
  void place(HarmonicLine& line) {
    if (line.isCovered || !line.floor.isKnown()) return;
    const double expected = line.order * lines_.fundamental;
    const double bin = spectrum_.resolution();
    const double known =
        information_ > 0.0 ? square(line.order) / information_ : square(spectrum_.lobe() / 4.0);
    const double slack =
        std::sqrt(known + square(kTopErrorBins * bin) + square(line.order * drift_));
    const Peak peak = spectrum_.peakNear(
        expected, std::clamp(kPlaceErrors * slack, 1.5 * bin, 1.5 * spectrum_.lobe()));
    const double topEvidence = evidence(peak.power, line.floor.power, line.floor.shape);
    if (topEvidence < needed(line)) return;

    const double topError = spectrum_.frequencyError(peak.power, line.floor.power);
    const bool isInPlace =
        peak.isInside && std::abs(peak.frequency - expected) <=
                             kPlaceErrors * std::sqrt(square(slack) + square(topError));
    HarmonicLine seen = line;
    seen.power = peak.power;
    seen.evidence = topEvidence;
    const double inner = spectrum_.lobe() + line.order * drift_;
    const bool isMains =
        isInPlace && standsOutOnBothSides(seen) &&
        !(isLow(line.order) && isOneOfACrowd(spectrum_, seen, peak.frequency, inner));
    if (!isMains) {
      line.isForeign = line.evidence >= kSpeakingEvidence;
      return;
    }
    line = seen;
    line.isMains = true;
    const double weight = square(line.order) / (square(topError) + square(kTopErrorBins * bin) +
                                                square(line.order * drift_));
    lines_.fundamental +=
        weight / (information_ + weight) * (peak.frequency / line.order - lines_.fundamental);
    information_ += weight;
  }

  // A tone of the programme that happens to lie on a multiple of the mains.
  void coverLoudTones() {
    double loudest = 0.0;
    for (const HarmonicLine& line : lines_.harmonics) {
      if (line.isMains) loudest = std::max(loudest, line.power);
    }
    if (loudest == 0.0) return;
    for (HarmonicLine& line : lines_.harmonics) {
      const double frequency = line.order * lines_.fundamental;
      const double power =
          spectrum_.greatestBetween(frequency - spectrum_.lobe(), frequency + spectrum_.lobe());
      if (!isLow(line.order) && power > kGreatestAboveLowOrders * loudest) line.isCovered = true;
    }
  }

  // Whether other lines come near the test's orders in power, from half-way below the first to just
  // above the last.
  [[nodiscard]] bool hasCompany() const {
    const std::span<const int> orders = candidate_.test->orders;
    double weakest = std::numeric_limits<double>::infinity();
    NoiseFloor floor;
    for (const HarmonicLine& line : lines_.harmonics) {
      if (!isLow(line.order)) continue;
      weakest = std::min(weakest, line.power);
      floor = line.floor;
    }
    const int last = std::min(orders.back(), static_cast<int>(lines_.harmonics.size()));
    for (int order = orders.front() / 2; order <= last; ++order) {
      const double inner = spectrum_.lobe() + (order + 1) * drift_;
      const double low = order * lines_.fundamental + inner;
      const double width = lines_.fundamental - 2.0 * inner;
      const int parts = static_cast<int>(std::ceil(width / spectrum_.lobe()));
      for (int part = 0; part < parts; ++part) {
        const double from = low + width * part / parts;
        const double to = low + width * (part + 1) / parts;
        const double power = spectrum_.greatestBetween(from, to);
        if (power > kCompanyPower * weakest &&
            evidence(power, floor.power, floor.shape) > kNeighbourEvidence &&
            !stimulus_.covers((from + to) / 2.0, 1.5 * spectrum_.lobe(),
                              spectrum_.amplitude(power))) {
          return true;
        }
      }
    }
    return false;
  }

  const LineSpectrum& spectrum_;
  const Candidate& candidate_;
  const Stimulus& stimulus_;
  double drift_;
  double information_ = 0.0;  // Inverse variance of the fundamental.
  MainsLines lines_;
};

}  // namespace

std::vector<int> MainsLines::mainsOrders() const {
  std::vector<int> orders;
  for (const HarmonicLine& line : harmonics) {
    if (line.isMains) orders.push_back(line.order);
  }
  return orders;
}

double MainsLines::evidenceFor(const PresenceTest& test) const {
  double sum = 0.0;
  for (const HarmonicLine& line : harmonics) {
    if (test.includes(line.order) && !line.isForeign && !line.isCovered) {
      sum += line.evidence;
    }
  }
  return sum;
}

bool MainsLines::isCarried(const PresenceTest& test, double threshold) const {
  int carriers = 0;
  for (const HarmonicLine& line : harmonics) {
    if (line.isMains && test.includes(line.order) && line.evidence >= threshold / 2.0) {
      ++carriers;
    }
  }
  return carriers >= test.carriers;
}

MainsLines findMainsLines(const LineSpectrum& spectrum, const Candidate& candidate,
                          int greatestOrder, const Stimulus& stimulus, double drift) {
  return Finder(spectrum, candidate, greatestOrder, stimulus, drift).find();
}

}  // namespace linecheck::dsp::hum
