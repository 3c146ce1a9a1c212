#include "dsp/hum_block.h"

#include <algorithm>
#include <cmath>

#include "dsp/hum_baseband.h"
#include "dsp/hum_drift.h"
#include "dsp/hum_lines.h"
#include "dsp/hum_nls.h"
#include "dsp/hum_straighten.h"
#include "dsp/hum_taper_choice.h"

namespace linecheck::dsp::hum {
namespace {

// A note that has died away to a seventh by the end of the block reaches this.
constexpr double kLeastSteadiness = 0.75;
// The grid never went so far, in deviations of its random walk over the block (40 mHz in 10 s are
// the greatest of a day); a gliding note does.
constexpr double kGreatestExcursion = 10.0;
// After a first track from the low orders, the high ones can be told too.
constexpr int kTrackingRounds = 2;
// A line between two bins reads less than this factor too low in both.
constexpr double kBetweenBins = 1.1;

class BlockAnalysis {
 public:
  BlockAnalysis(std::span<const double> whole, std::size_t start, LineWindow& window,
                std::size_t parts, const BlockOptions& options)
      : whole_(whole),
        start_(start),
        block_(whole.subspan(start, window.length())),
        window_(window),
        sampleRate_(window.sampleRate()),
        parts_(parts),
        options_(options) {}

  BlockEstimate run() {
    const LineSpectrum spectrum(block_, window_);
    const Presence presence = searchPresence(spectrum, options_.ranges, options_.greatestOrder,
                                             options_.stimulus, options_.falseAlarmRate);
    BlockEstimate loudest;
    double power = 0.0;
    for (const FrequencyRange& range : options_.ranges) {
      for (const Candidate& candidate : presence.candidates) {
        if (candidate.fundamental < range.low || candidate.fundamental > range.high) continue;
        BlockEstimate estimate = examine(spectrum, candidate, range);
        if (!estimate.present) continue;
        double sum = 0.0;
        for (const BlockHarmonic& harmonic : estimate.harmonics) {
          if (harmonic.isMains) sum += harmonic.amplitude * harmonic.amplitude;
        }
        if (sum > power) {
          power = sum;
          loudest = std::move(estimate);
        }
        break;
      }
    }
    if (!loudest.present) loudest = nothingFound(spectrum, presence);
    loudest.detectionLimit = presence.detectionLimit;
    return loudest;
  }

 private:
  // How far the grid may have wandered within the block, on either side of its mean.
  [[nodiscard]] double expectedDrift() const {
    const double duration = static_cast<double>(block_.size()) / sampleRate_;
    return options_.wander * std::sqrt(duration) / 2.0;
  }

  // The floor at each of the mains orders. Where the floors differ no more than their own
  // uncertainty, their common mean is the better estimate of each (empirical Bayes).
  static std::vector<double> floorsOf(const MainsLines& lines) {
    std::vector<const NoiseFloor*> floors;
    for (const HarmonicLine& line : lines.harmonics) {
      if (line.isMains) floors.push_back(&line.floor);
    }
    const auto count = static_cast<double>(floors.size());
    double mean = 0.0, uncertainty = 0.0, together = 0.0, spread = 0.0;
    for (const NoiseFloor* floor : floors) {
      mean += std::log(floor->power) / count;
      uncertainty += 1.0 / floor->shape / count;
      together += floor->shape;
    }
    for (const NoiseFloor* floor : floors) {
      spread += std::pow(std::log(floor->power) - mean, 2) / std::max(1.0, count - 1.0);
    }
    const double own = std::max(0.0, 1.0 - uncertainty / std::max(spread, uncertainty));
    std::vector<double> result;
    for (const NoiseFloor* floor : floors) {
      const double power = std::exp(mean + own * (std::log(floor->power) - mean));
      result.push_back(withUncertainty(power, own * floor->shape + (1.0 - own) * together));
    }
    return result;
  }

  // An error that is divided by the root of a floor of this shape has unit variance if the floor is
  // taken so much higher: the mean of 1/x of a Gamma variable.
  static double withUncertainty(double power, double shape) {
    return shape > 2.0 ? power * shape / (shape - 1.0) : 2.0 * power;
  }

  // Takes back the lines that do not last through the block. At high orders, what else is near is
  // not held against them; the low ones, which decide on hum, have nothing near but noise.
  static void dropUnsteady(const PresenceTest& test, MainsLines& lines, const Baseband& baseband,
                           std::span<const double> noise, std::span<const double> phase) {
    if (baseband.frames() == 0) return;
    for (std::size_t i = 0; i < baseband.orders().size(); ++i) {
      HarmonicLine& line = lines.harmonics[static_cast<std::size_t>(baseband.orders()[i]) - 1];
      const double allowed = test.includes(line.order)
                                 ? std::min(noise[i], line.floor.power * baseband.whiteNoisePower())
                                 : noise[i];
      if (steadiness(baseband, i, phase, allowed) >= kLeastSteadiness) continue;
      line.isMains = false;
      line.isForeign = true;
    }
  }

  BlockEstimate examine(const LineSpectrum& spectrum, Candidate candidate,
                        const FrequencyRange& range) const {
    MainsLines lines = findMainsLines(spectrum, candidate, options_.greatestOrder,
                                      options_.stimulus, expectedDrift());
    if (!lines.isCarried(*candidate.test, candidate.threshold)) return {};

    const double reference = lines.fundamental;
    PhaseTrack track;
    std::vector<double> straight(block_.begin(), block_.end());
    const LineSpectrum* current = &spectrum;
    std::optional<LineSpectrum> straightened;
    for (int round = 0;; ++round) {
      const Baseband baseband(block_, sampleRate_, reference, lines.mainsOrders());
      const std::vector<double> noise = baseband.noisePowers(spectrum, lines, expectedDrift());
      if (round == kTrackingRounds) {
        dropUnsteady(*candidate.test, lines, baseband, noise, track.phase);
        break;
      }
      PhaseTrack next = followPhase(baseband, noise, options_.wander, track);
      dropUnsteady(*candidate.test, lines, baseband, noise, next.phase);
      const bool isPresent = lines.isCarried(*candidate.test, candidate.threshold) &&
                             lines.evidenceFor(*candidate.test) > candidate.threshold;
      if (!isPresent) return {};
      if (!next.isDrifting) break;
      if (next.excursion() > kGreatestExcursion * 2.0 * expectedDrift()) return {};
      track = std::move(next);
      straight = straighten(whole_, start_, block_.size(), sampleRate_, reference, track);
      LineWindow straightWindow(straight.size(), sampleRate_);
      straightened.emplace(straight, straightWindow);
      current = &*straightened;
      candidate.fundamental = lines.fundamental;
      lines = findMainsLines(*current, candidate, options_.greatestOrder, options_.stimulus,
                             expectedDrift() / 10.0);
    }
    if (!lines.isCarried(*candidate.test, candidate.threshold)) return {};
    return estimate(*current, lines, straight, track, range);
  }

  BlockEstimate estimate(const LineSpectrum& spectrum, const MainsLines& lines,
                         std::span<const double> straight, const PhaseTrack& track,
                         const FrequencyRange& range) const {
    const Taper taper = chooseTaper(spectrum, lines, straight.size(), sampleRate_);
    const std::vector<int> orders = lines.mainsOrders();
    const std::vector<double> floors = floorsOf(lines);
    const NlsFit fit = fitNls(straight, sampleRate_, lines.fundamental, orders, floors,
                              static_cast<int>(lines.harmonics.size()), taper);

    BlockEstimate result;
    result.fundamental = fit.fundamental;
    result.fundamentalError = track.isDrifting
                                  ? std::max(track.meanFrequencyError, fit.fundamentalError)
                                  : fit.fundamentalError;
    // At the edge of the range the top of a line may lie just beyond it.
    const double edge = 3.0 * result.fundamentalError;
    result.present = std::isfinite(fit.fundamental) && fit.fundamental >= range.low - edge &&
                     fit.fundamental <= range.high + edge;
    std::size_t next = 0;
    for (const HarmonicLine& line : lines.harmonics) {
      const double variance =
          line.isMains ? floors[next++] : withUncertainty(line.floor.power, line.floor.shape);
      const auto& fitted = fit.harmonics[static_cast<std::size_t>(line.order) - 1];
      result.harmonics.push_back({fitted.amplitude(),
                                  std::sqrt(taper.amplitudeVariance() * variance), line.isMains,
                                  line.isCovered, fitted.amplitude()});
    }
    const double duration = static_cast<double>(block_.size()) / sampleRate_;
    for (std::size_t i = 0; i < parts_; ++i) {
      const double t =
          ((static_cast<double>(i) + 0.5) / static_cast<double>(parts_) - 0.5) * duration;
      result.track.push_back(fit.fundamental + (track.isDrifting ? track.deviationAt(t) : 0.0));
    }
    return result;
  }

  // What there would be at the best guess; all of it is noise, or something else than mains.
  BlockEstimate nothingFound(const LineSpectrum& spectrum, const Presence& presence) const {
    BlockEstimate result;
    result.fundamental = presence.best.fundamental;
    if (presence.best.test == nullptr) return result;
    const double window = spectrum.amplitude(1.0);
    for (int order = 1; order <= options_.greatestOrder; ++order) {
      const double frequency = order * result.fundamental;
      if (frequency > spectrum.highestLine()) break;
      const double power = spectrum.powerAt(frequency);
      const double floor = spectrum.floorAround(frequency).power;
      // Along the amplitude lies half of the noise.
      result.harmonics.push_back(
          {window * std::sqrt(power), window * std::sqrt(floor / 2.0), false,
           options_.stimulus.covers(frequency, spectrum.lobe(), window * std::sqrt(power)),
           greatestOf(spectrum, order)});
    }
    return result;
  }

  // The mains may be anywhere in the ranges, so its harmonic is no stronger than this.
  [[nodiscard]] double greatestOf(const LineSpectrum& spectrum, int order) const {
    double power = 0.0;
    for (const FrequencyRange& range : options_.ranges) {
      const double margin = spectrum.resolution();
      power = std::max(
          power, spectrum.greatestBetween(order * range.low - margin, order * range.high + margin));
    }
    return kBetweenBins * spectrum.amplitude(power);
  }

  std::span<const double> whole_;
  std::size_t start_;
  std::span<const double> block_;
  LineWindow& window_;
  double sampleRate_;
  std::size_t parts_;
  const BlockOptions& options_;
};

}  // namespace

BlockEstimate estimateBlock(std::span<const double> whole, std::size_t start, LineWindow& window,
                            std::size_t parts, const BlockOptions& options) {
  return BlockAnalysis(whole, start, window, parts, options).run();
}

}  // namespace linecheck::dsp::hum
