#include "dsp/hum.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"
#include "dsp/hum_block.h"
#include "dsp/hum_decimation.h"
#include "dsp/spectrum.h"

namespace linecheck::dsp {
namespace {

using hum::BlockEstimate;
using hum::BlockOptions;

constexpr double kLowestMains = 45.0;
constexpr double kHighestMains = 66.0;
constexpr double kShortest = 0.5;
constexpr double kLongestBlock = 12.0;
constexpr double kShortestBlock = 3.0;
// The floor beside the highest harmonic has to be in the band too.
constexpr double kMarginHertz = 25.0;
// Noise hides no more of a line than this many standard errors, in 999 of 1000 cases.
constexpr double kCeilingErrors = 3.1;
// Of an interconnected grid: the frequency's change is 1.4 mHz (one deviation) over 1 s and 7.7 mHz
// over 10 s, in a day of the European grid. A grid that is allowed more wanders more.
constexpr double kWander = 0.002;
constexpr double kInterconnectedHalfWidth = 0.5;

struct Plan {
  BlockOptions options;
  double bandEdge = 0.0;  // Hz.
  double longestBlock = kLongestBlock;
};

Plan planFor(const HumSearch& search, Hertz sampleRate) {
  Plan plan;
  const double halfWidth = std::clamp(search.halfWidth.value(), 0.01, 5.0);
  const auto add = [&](double nominal) {
    plan.options.ranges.push_back({std::max(kLowestMains, nominal - halfWidth),
                                   std::min(kHighestMains, nominal + halfWidth)});
  };
  if (search.try50Hz) add(50.0);
  if (search.try60Hz) add(60.0);
  plan.options.greatestOrder = std::clamp(search.harmonics, 1, 50);
  plan.options.falseAlarmRate = search.falseAlarmRate;
  for (const auto& range : plan.options.ranges) {
    plan.bandEdge = std::max(plan.bandEdge, plan.options.greatestOrder * range.high + kMarginHertz);
  }
  std::vector<double> stimulus;
  for (const Hertz frequency : search.stimulus) stimulus.push_back(frequency.value());
  plan.options.stimulus = hum::Stimulus(
      std::move(stimulus), FoldedOvertones(search.overtones, sampleRate, Hertz::of(plan.bandEdge)));
  // The wider the search, the faster the drift may be, and the sooner it bends the phase.
  const double faster = std::max(1.0, halfWidth / kInterconnectedHalfWidth);
  plan.options.wander = kWander * faster;
  plan.longestBlock = std::max(kShortestBlock, kLongestBlock / std::sqrt(faster));
  return plan;
}

Hertz meanOf(const std::vector<const BlockEstimate*>& blocks) {
  double sum = 0.0;
  for (const BlockEstimate* block : blocks) sum += block->fundamental;
  return Hertz::of(sum / static_cast<double>(blocks.size()));
}

// Power mean over the blocks; a line is there if half of the blocks have it.
HumHarmonic combine(std::size_t index, const std::vector<const BlockEstimate*>& blocks,
                    Hertz fundamental, const hum::LowBand& band, bool isPresent) {
  HumHarmonic result;
  result.order = static_cast<int>(index) + 1;
  result.frequency = result.order * fundamental;
  double power = 0.0, variance = 0.0, greatest = 0.0;
  std::size_t detected = 0;
  for (const BlockEstimate* block : blocks) {
    const auto& harmonic = block->harmonics[index];
    power += harmonic.amplitude * harmonic.amplitude;
    greatest = std::max(greatest, harmonic.greatest + kCeilingErrors * harmonic.amplitudeError);
    variance += 4.0 * std::pow(harmonic.amplitude * harmonic.amplitudeError, 2);
    detected += harmonic.isMains ? 1 : 0;
    result.covered = result.covered || harmonic.isCovered;
  }
  result.detected = !result.covered && 2 * detected >= blocks.size();
  const double relative =
      power > 0.0 ? std::sqrt(variance) / (2.0 * power) : std::numeric_limits<double>::infinity();
  result.levelStandardError = Decibels::of(kDecibelsPerNeper * relative);
  const double gain = band.gainAt(result.frequency.value());
  result.level = dbfsFromSinePeak(std::sqrt(power / static_cast<double>(blocks.size())) / gain);
  if (!isPresent && greatest > 0.0) result.ceiling = dbfsFromSinePeak(greatest / gain);
  return result;
}

// The blocks' tracks in a row; where a block has none, straight on from its neighbours.
std::vector<Hertz> joinTracks(const std::vector<BlockEstimate>& blocks, std::size_t parts) {
  std::vector<Hertz> track;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].present) {
      for (const double value : blocks[i].track) track.push_back(Hertz::of(value));
      continue;
    }
    const auto later = std::find_if(blocks.begin() + static_cast<std::ptrdiff_t>(i), blocks.end(),
                                    [](const BlockEstimate& block) { return block.present; });
    const Hertz value = !track.empty() ? track.back() : Hertz::of(later->track.front());
    track.insert(track.end(), parts, value);
  }
  return track;
}

}  // namespace

HumEstimate estimateHum(std::span<const double> samples, Hertz sampleRate,
                        const HumSearch& search) {
  HumEstimate result;
  result.falseAlarmRate = search.falseAlarmRate;
  const bool isValid = LC_VERIFY(sampleRate.value() >= 1000.0) &&
                       LC_VERIFY(search.falseAlarmRate > 0.0 && search.falseAlarmRate < 1.0);
  if (!isValid || static_cast<double>(samples.size()) < kShortest * sampleRate.value()) {
    return result;
  }
  Plan plan = planFor(search, sampleRate);
  if (plan.options.ranges.empty()) return result;
  const hum::LowBand band = hum::decimate(samples, sampleRate.value(), plan.bandEdge);
  if (!std::all_of(band.samples.begin(), band.samples.end(),
                   [](double x) { return std::isfinite(x); })) {
    return result;
  }

  const double duration = static_cast<double>(samples.size()) / sampleRate.value();
  const auto count = static_cast<std::size_t>(std::ceil(duration / plan.longestBlock));
  const std::size_t length = band.samples.size() / count;
  const auto parts =
      static_cast<std::size_t>(std::max(1.0, std::floor(duration / static_cast<double>(count))));
  // A false alarm in one block counts only if half of the blocks agree, so this is on the safe
  // side.
  plan.options.falseAlarmRate /= static_cast<double>(count);

  std::vector<BlockEstimate> blocks;
  hum::LineWindow window(length, band.sampleRate);
  for (std::size_t i = 0; i < count; ++i) {
    blocks.push_back(hum::estimateBlock(band.samples, i * length, window, parts, plan.options));
  }
  std::vector<const BlockEstimate*> used;
  double limit = 0.0;
  for (const BlockEstimate& block : blocks) {
    if (block.present) used.push_back(&block);
    limit = std::max(limit, block.detectionLimit);
  }
  result.present = 2 * used.size() >= count && !used.empty();
  if (!result.present) {
    used.clear();
    for (const BlockEstimate& block : blocks) used.push_back(&block);
  }
  if (limit > 0.0) result.detectionLimit = dbfsFromSinePeak(limit);

  result.fundamental = meanOf(used);
  double variance = 0.0;
  std::size_t orders = used.front()->harmonics.size();
  for (const BlockEstimate* block : used) {
    variance += block->fundamentalError * block->fundamentalError;
    orders = std::min(orders, block->harmonics.size());
  }
  result.fundamentalStandardError =
      Hertz::of(std::sqrt(variance) / static_cast<double>(used.size()));
  double total = 0.0;
  for (std::size_t i = 0; i < orders; ++i) {
    result.harmonics.push_back(combine(i, used, result.fundamental, band, result.present));
    HumHarmonic& harmonic = result.harmonics.back();
    harmonic.detected = harmonic.detected && result.present;
    if (harmonic.detected) total += powerFromLevel(harmonic.level);
  }
  if (total > 0.0) result.total = levelFromPower(total);
  if (result.present) result.track = joinTracks(blocks, parts);
  return result;
}

}  // namespace linecheck::dsp
