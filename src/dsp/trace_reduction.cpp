#include "dsp/trace_reduction.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"

namespace linecheck::dsp {
namespace {

struct Extent {
  float maximum = 0.0F;
  float mean = 0.0F;
};

// Several running maxima and sums side by side, which a compiler can keep in vector registers.
Extent extentOf(std::span<const float> powers) {
  constexpr std::size_t kLanes = 8;
  std::array<float, kLanes> maxima{};
  std::array<float, kLanes> sums{};
  std::size_t k = 0;
  for (; k + kLanes <= powers.size(); k += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const float power = powers[k + lane];
      maxima[lane] = maxima[lane] > power ? maxima[lane] : power;
      sums[lane] += power;
    }
  }
  for (; k < powers.size(); ++k) {
    maxima[0] = std::max(maxima[0], powers[k]);
    sums[0] += powers[k];
  }
  float sum = 0.0F;
  for (const float s : sums) sum += s;
  return {*std::max_element(maxima.begin(), maxima.end()), sum / static_cast<float>(powers.size())};
}

float interpolate(float before, float after, float fraction) {
  // Silence has no decibels to interpolate.
  if (before <= 0.0F || after <= 0.0F) return before + fraction * (after - before);
  return before * std::pow(after / before, fraction);
}

}  // namespace

TraceReduction::TraceReduction(const TraceAxis& axis) : bins_(axis.bins) {
  const double low = axis.low.value();
  const double high = axis.high.value();
  if (!LC_VERIFY(high > low && low >= 0.0 && (low > 0.0 || !axis.logarithmic)) ||
      !LC_VERIFY(axis.binWidth.value() > 0.0 && axis.bins > 0)) {
    return;
  }
  columns_.resize(axis.columns);
  const auto count = static_cast<double>(axis.columns);
  const auto binAt = [&](double column) {
    const double f = axis.logarithmic ? low * std::pow(high / low, column / count)
                                      : low + (high - low) * column / count;
    return f / axis.binWidth.value();
  };
  const auto end = static_cast<double>(axis.bins);
  double left = binAt(0.0);
  for (std::size_t i = 0; i < axis.columns; ++i) {
    const double right = binAt(static_cast<double>(i) + 1.0);
    const double centre = binAt(static_cast<double>(i) + 0.5);
    Column& column = columns_[i];
    column.firstBin = static_cast<std::uint32_t>(std::min(std::ceil(left), end));
    column.endBin = static_cast<std::uint32_t>(std::min(std::ceil(right), end));
    if (centre <= end - 1.0) {
      column.before = static_cast<std::uint32_t>(centre);
      column.centre = static_cast<float>(centre - std::floor(centre));
    }
    left = right;
  }
}

void TraceReduction::reduce(std::span<const float> powers, std::span<float> maxima,
                            std::span<float> means) const {
  if (!LC_VERIFY(powers.size() == bins_ && maxima.size() == columns_.size() &&
                 means.size() == columns_.size())) {
    return;
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    const std::size_t inside = column.endBin - column.firstBin;
    if (inside >= 2) {
      const Extent extent = extentOf(powers.subspan(column.firstBin, inside));
      maxima[i] = extent.maximum;
      means[i] = extent.mean;
      continue;
    }
    float value = 0.0F;
    if (column.centre >= 0.0F) {
      const std::size_t after = std::min<std::size_t>(column.before + 1, bins_ - 1);
      value = interpolate(powers[column.before], powers[after], column.centre);
    }
    means[i] = value;
    maxima[i] = inside == 1 ? std::max(value, powers[column.firstBin]) : value;
  }
}

}  // namespace linecheck::dsp
