#include "dsp/smoothing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"

namespace linecheck::dsp {
namespace {

// Sums over runs of values from a tree of partial sums: a difference of running sums would lose a
// floor that lies 150 dB below a line elsewhere.
class RunSums {
 public:
  explicit RunSums(std::vector<double> values) : levels_{std::move(values)} {
    while (levels_.back().size() > 1) {
      const auto& below = levels_.back();
      std::vector<double> pairs(below.size() / 2);
      for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = below[2 * i] + below[2 * i + 1];
      levels_.push_back(std::move(pairs));
    }
  }

  // Of the values first…end − 1.
  [[nodiscard]] double sum(std::size_t first, std::size_t end) const {
    double total = 0.0;
    for (std::size_t level = 0; first < end; ++level) {
      if (first % 2 == 1) total += levels_[level][first++];
      if (end % 2 == 1) total += levels_[level][--end];
      first /= 2;
      end /= 2;
    }
    return total;
  }

 private:
  std::vector<std::vector<double>> levels_;
};

// Where each point's cell begins, and where the last one ends.
std::vector<double> cellEdges(std::span<const double> centres) {
  const std::size_t count = centres.size();
  std::vector<double> edges(count + 1);
  for (std::size_t i = 1; i < count; ++i) edges[i] = 0.5 * (centres[i - 1] + centres[i]);
  edges[0] = count > 1 ? 2.0 * centres[0] - edges[1] : centres[0] - 0.5;
  edges[count] = count > 1 ? 2.0 * centres[count - 1] - edges[count - 1] : centres[0] + 0.5;
  return edges;
}

// Integral of a staircase between two places; `sums` are of power × width.
class Staircase {
 public:
  Staircase(std::vector<double> edges, std::span<const double> powers)
      : edges_(std::move(edges)), powers_(powers), sums_(areas()) {}

  // The mean between two places on the grid, low < high.
  [[nodiscard]] double mean(double low, double high) const {
    low = std::max(low, edges_.front());
    high = std::min(high, edges_.back());
    const std::size_t first = cellAt(low);
    const std::size_t last = cellAt(high);
    if (first == last) return powers_[first];
    const double ends =
        powers_[first] * (edges_[first + 1] - low) + powers_[last] * (high - edges_[last]);
    return (ends + sums_.sum(first + 1, last)) / (high - low);
  }

 private:
  [[nodiscard]] std::vector<double> areas() const {
    std::vector<double> result(powers_.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i] = powers_[i] * (edges_[i + 1] - edges_[i]);
    }
    return result;
  }
  [[nodiscard]] std::size_t cellAt(double place) const {
    const auto next = std::upper_bound(edges_.begin() + 1, edges_.end() - 1, place);
    return static_cast<std::size_t>(next - edges_.begin()) - 1;
  }

  std::vector<double> edges_;
  std::span<const double> powers_;
  RunSums sums_;
};

}  // namespace

std::vector<double> smoothPowers(std::span<const Hertz> frequencies, std::span<const double> powers,
                                 double octaves) {
  std::vector<double> result(powers.begin(), powers.end());
  if (!LC_VERIFY(frequencies.size() == powers.size() && octaves > 0.0)) return result;
  const std::size_t skipped = !frequencies.empty() && !(frequencies[0].value() > 0.0) ? 1 : 0;
  if (powers.size() < skipped + 2) return result;
  const auto used = frequencies.subspan(skipped);
  std::vector<double> logs(used.size());
  std::transform(used.begin(), used.end(), logs.begin(),
                 [](Hertz f) { return std::log(f.value()); });
  const Staircase staircase(cellEdges(logs), powers.subspan(skipped));
  const double half = 0.5 * octaves * std::numbers::ln2;
  for (std::size_t i = 0; i < logs.size(); ++i) {
    result[skipped + i] = staircase.mean(logs[i] - half, logs[i] + half);
  }
  return result;
}

std::vector<double> resampleSpectrum(std::span<const double> powers, Hertz binWidth,
                                     std::span<const Hertz> grid) {
  std::vector<double> result(grid.size());
  if (!LC_VERIFY(binWidth.value() > 0.0) || powers.empty() || grid.empty()) return result;
  std::vector<double> bins(powers.size());
  for (std::size_t k = 0; k < bins.size(); ++k) bins[k] = static_cast<double>(k);
  const Staircase staircase(cellEdges(bins), powers);
  std::vector<double> centres(grid.size());
  std::transform(grid.begin(), grid.end(), centres.begin(), [&](Hertz f) { return f / binWidth; });
  const auto edges = cellEdges(centres);
  const auto last = static_cast<double>(powers.size() - 1);
  for (std::size_t i = 0; i < grid.size(); ++i) {
    const double centre = centres[i];
    if (centre < 0.0 || centre > last) continue;
    if (edges[i + 1] - edges[i] > 1.0 && grid.size() > 1) {
      result[i] = staircase.mean(edges[i], edges[i + 1]);
      continue;
    }
    const auto before = static_cast<std::size_t>(centre);
    const double part = centre - std::floor(centre);
    const double low = powers[before];
    const double high = powers[std::min(before + 1, powers.size() - 1)];
    // Silence has no decibels to go along.
    const bool isSilent = low <= 0.0 || high <= 0.0;
    result[i] = isSilent ? low + part * (high - low) : low * std::pow(high / low, part);
  }
  return result;
}

}  // namespace linecheck::dsp
