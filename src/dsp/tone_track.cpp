#include "dsp/tone_track.h"

#include <Eigen/Core>
#include <Eigen/QR>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "dsp/harmonic_blocks.h"
#include "dsp/phasor.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;
using Complex = std::complex<double>;

constexpr std::size_t kLength = HarmonicBlocks::kLength;
constexpr std::size_t kFewestAverages = 16;

double blockCentre(std::size_t block) {
  return static_cast<double>(block * kLength) + (static_cast<double>(kLength) - 1.0) / 2.0;
}

// Blocks from one average to the next; an average spans twice as many. Long enough for the Hann
// weight and for eight periods, so that the tone's negative frequency and what else there is
// average out; and for 1/256 of the stretch.
std::size_t hopOf(double cyclesPerSample, std::size_t blocks) {
  constexpr std::size_t kLeast = 4;
  const double periods = std::ceil(4.0 / (cyclesPerSample * static_cast<double>(kLength)));
  return std::max({static_cast<std::size_t>(periods), blocks / 256, kLeast});
}

// Hann-weighted means of blocks, overlapping by half.
std::vector<Complex> averaged(std::span<const Complex> blocks, std::size_t hop) {
  const std::size_t length = 2 * hop;
  std::vector<double> weights(length);
  for (std::size_t i = 0; i < length; ++i) {
    weights[i] = (0.5 - 0.5 * std::cos(2.0 * pi * (static_cast<double>(i) + 0.5) /
                                       static_cast<double>(length))) /
                 static_cast<double>(hop);
  }
  std::vector<Complex> means;
  for (std::size_t start = 0; start + length <= blocks.size(); start += hop) {
    Complex mean;
    for (std::size_t i = 0; i < length; ++i) mean += weights[i] * blocks[start + i];
    means.push_back(mean);
  }
  return means;
}

std::vector<double> thirdDifferences(std::span<const double> values) {
  std::vector<double> differences;
  for (std::size_t k = 3; k < values.size(); ++k) {
    differences.push_back(values[k] - 3.0 * values[k - 1] + 3.0 * values[k - 2] - values[k - 3]);
  }
  return differences;
}

// Scatter of values about anything smooth: third differences of white noise have 20 times its
// variance, of our overlapping averages 15 times. The median forgives steps.
double scatterOf(std::span<const double> values) {
  auto differences = thirdDifferences(values);
  if (differences.empty()) return 0.0;
  for (double& d : differences) d = std::abs(d);
  const auto middle = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
  std::nth_element(differences.begin(), middle, differences.end());
  return 1.4826 * *middle / std::sqrt(15.0);
}

struct Trend {
  std::vector<double> terms;  // Legendre, from order 0.
  std::size_t order = 0;      // The highest that stands out.
  double scatter = 0.0;       // What all terms together leave.
};

// Fits Legendre polynomials to values at `positions` in −1…1 and tells up to which order they
// stand out of what they leave.
Trend trendOf(std::span<const double> values, std::span<const double> positions,
              std::size_t firstToTest) {
  constexpr std::size_t kHighestOrder = 6;
  constexpr double kStandardErrors = 8.0;
  constexpr double kLeast = 1e-8;  // What rounding and the blocks' own curvature may leave.
  const std::size_t orders = std::min(kHighestOrder, values.size() / 4) + 1;
  const auto rows = static_cast<Eigen::Index>(values.size());
  Eigen::MatrixXd design(rows, static_cast<Eigen::Index>(orders));
  std::array<double, kHighestOrder + 1> p{};
  for (Eigen::Index k = 0; k < rows; ++k) {
    legendre(positions[static_cast<std::size_t>(k)], std::span(p).first(orders));
    for (std::size_t i = 0; i < orders; ++i) design(k, static_cast<Eigen::Index>(i)) = p[i];
  }
  const Eigen::Map<const Eigen::VectorXd> wanted(values.data(), rows);
  const Eigen::VectorXd solution = design.householderQr().solve(wanted);
  // What the terms leave may also be a slow beat with another line, and no noise.
  const double scatter =
      std::sqrt((design * solution - wanted).squaredNorm() / static_cast<double>(values.size()));
  Trend trend{{solution.begin(), solution.end()}, 0, scatter};
  for (std::size_t i = firstToTest; i < orders; ++i) {
    const double error = scatter * std::sqrt((2.0 * static_cast<double>(i) + 1.0) /
                                             static_cast<double>(values.size()));
    if (std::abs(trend.terms[i]) > std::max(kStandardErrors * error, kLeast)) trend.order = i;
  }
  return trend;
}

std::vector<double> unwrapped(std::span<const Complex> values) {
  std::vector<double> phases(values.size());
  phases[0] = std::arg(values[0]);
  for (std::size_t k = 1; k < values.size(); ++k) {
    phases[k] = phases[k - 1] + std::arg(values[k] * std::conj(values[k - 1]));
  }
  return phases;
}

// Σ exp(iαδ) over the offsets δ of a block from its middle.
double blockSum(double alpha) {
  return std::sin(alpha * static_cast<double>(kLength) / 2.0) / std::sin(alpha / 2.0);
}

// The stretch's blocks against another carrier than the track's, which may drift.
std::vector<Complex> against(const ToneTrack& track, Stretch stretch, const Carrier& carrier) {
  const auto blocks = std::span(track.blocks).subspan(stretch.firstBlock, stretch.blocks);
  std::vector<Complex> turned(blocks.begin(), blocks.end());
  const double reference = 2.0 * pi * track.cyclesPerSample;
  if (carrier.isSteady() && carrier.cyclesPerSample == track.cyclesPerSample) return turned;
  for (std::size_t q = 0; q < turned.size(); ++q) {
    const double sample = blockCentre(q);
    // A block was averaged against the track's frequency, which costs a line beside it a little.
    const double half = (carrier.slopeAt(sample) - reference) / 2.0;
    const double loss =
        std::abs(half) < 1e-14 ? 1.0 : blockSum(2.0 * half) / static_cast<double>(kLength);
    const double turn = reference * (sample - carrier.centre) - carrier.phaseAt(sample);
    turned[q] *= std::polar(1.0 / loss, turn);
  }
  return turned;
}

}  // namespace

ToneTrack trackTone(std::span<const double> samples, double cyclesPerSample) {
  ToneTrack track{cyclesPerSample, {}};
  track.blocks.resize(samples.size() / kLength);
  if (track.blocks.empty()) return track;
  const double radians = 2.0 * pi * cyclesPerSample;
  HarmonicBlocks tables(1);
  tables.setSlope(radians);
  HarmonicBlocks::HalfBlock even{};
  HarmonicBlocks::HalfBlock odd{};
  double mean = 0.0;
  for (std::size_t q = 0; q < track.blocks.size(); ++q) {
    HarmonicBlocks::fold(samples.subspan(q * kLength).first<kLength>(), even, odd);
    tables.correlate(even, odd, std::span(track.blocks).subspan(q, 1));
    mean += HarmonicBlocks::sum(even) / static_cast<double>(track.blocks.size() * kLength);
  }
  // A block is not a whole number of periods, so DC and the tone's own negative frequency leak
  // into it, by amounts that are known.
  const double leakedMean = mean * blockSum(radians);
  const double mirror = blockSum(2.0 * radians) / static_cast<double>(kLength);
  constexpr double kGreatestMirror = 0.5;  // Beyond, at a few periods, undoing it adds noise.
  const double undo = std::abs(mirror) < kGreatestMirror ? mirror : 0.0;
  for (std::size_t q = 0; q < track.blocks.size(); ++q) {
    const double phase = 2.0 * pi * fractionOfCycle(cyclesPerSample, blockCentre(q));
    const Complex back = std::polar(1.0, -phase);
    const Complex raw = 2.0 / static_cast<double>(kLength) * (track.blocks[q] - leakedMean) * back;
    track.blocks[q] = (raw - undo * back * back * std::conj(raw)) / (1.0 - undo * undo);
  }
  return track;
}

std::optional<Stretch> steadyStretch(const ToneTrack& track) {
  const std::size_t blocks = track.blocks.size();
  const std::size_t hop = hopOf(track.cyclesPerSample, blocks);
  const auto means = averaged(track.blocks, hop);
  if (means.size() < kFewestAverages) return Stretch{0, blocks};

  std::vector<double> levels(means.size());
  std::transform(means.begin(), means.end(), levels.begin(), [](Complex z) { return std::abs(z); });
  // The tone may be off for most of the time: its level is that of the loudest quarter.
  auto sorted = levels;
  const auto quartile = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 3 / 4);
  std::nth_element(sorted.begin(), quartile, sorted.end());
  const double tolerance = 0.12 * *quartile + 4.0 * scatterOf(levels);

  std::size_t best = 0;
  std::size_t bestEnd = 0;
  std::size_t start = 0;
  for (std::size_t k = 0; k <= levels.size(); ++k) {
    if (k < levels.size() && std::abs(levels[k] - *quartile) <= tolerance) continue;
    if (k - start > bestEnd - best) {
      best = start;
      bestEnd = k;
    }
    start = k + 1;
  }
  if (bestEnd - best < std::max(levels.size() / 4, kFewestAverages)) return std::nullopt;
  // An average at the end of the run may reach a little beyond the tone's own end.
  const std::size_t first = best == 0 ? 0 : (best + 1) * hop;
  const std::size_t end = bestEnd == levels.size() ? blocks : bestEnd * hop;
  return Stretch{first, end - first};
}

std::optional<FollowedCarrier> followCarrier(const ToneTrack& track, Stretch stretch) {
  FollowedCarrier followed{Carrier::steady(track.cyclesPerSample, stretch.blocks * kLength)};
  Carrier& carrier = followed.carrier;
  const std::size_t hop = hopOf(track.cyclesPerSample, stretch.blocks);
  const auto middle = [&](std::size_t k) {  // Of average k, in samples.
    return static_cast<double>((k + 1) * hop * kLength) - 0.5;
  };
  // The second pass averages along the drift that the first one found.
  for (int pass = 0; pass < 2; ++pass) {
    const auto means = averaged(against(track, stretch, carrier), hop);
    if (means.size() < kFewestAverages) return followed;
    std::vector<double> positions(means.size());
    for (std::size_t k = 0; k < means.size(); ++k) {
      positions[k] = (middle(k) - carrier.centre) / carrier.halfSpan;
    }
    const auto phases = unwrapped(means);
    constexpr double kTooNoisy = 0.5;  // Radians; beyond, unwrapping goes astray.
    const double noise = scatterOf(phases);
    if (noise > kTooNoisy) return std::nullopt;
    const Trend phase = trendOf(phases, positions, 2);
    // Below this, −120 dB of the tone, beats with other lines are not worth following.
    constexpr double kLeastWander = 1e-6;
    followed.isClose = phase.scatter <= std::max(3.0 * noise, kLeastWander);
    carrier.cyclesPerSample += phase.terms[1] / carrier.halfSpan / (2.0 * pi);
    carrier.phaseTerms.resize(
        std::max(carrier.phaseTerms.size(), phase.order > 1 ? phase.order - 1 : 0));
    for (std::size_t k = 0; k < carrier.phaseTerms.size(); ++k) {
      carrier.phaseTerms[k] += phase.terms[k + 2];
    }
    if (pass == 0) continue;
    std::vector<double> levels(means.size());
    std::transform(means.begin(), means.end(), levels.begin(),
                   [](Complex z) { return std::abs(z); });
    double mean = 0.0;
    for (const double level : levels) mean += level / static_cast<double>(levels.size());
    if (mean <= 0.0) return std::nullopt;
    for (double& level : levels) level /= mean;
    const Trend envelope = trendOf(levels, positions, 1);
    for (std::size_t k = 1; k <= envelope.order; ++k) {
      carrier.envelopeTerms.push_back(envelope.terms[k] / envelope.terms[0]);
    }
  }
  return followed;
}

}  // namespace linecheck::dsp
