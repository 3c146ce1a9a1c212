#include <algorithm>
#include <cmath>

#include "dsp/delay.h"
#include "measure/continuity.h"
#include "measure/gate.h"
#include "measure/gate_checks.h"
#include "measure/gate_signal.h"

namespace linecheck::measure {
namespace {

// An input that hears a second output within this of its own.
constexpr Decibels kSum = Decibels::of(-20.0);
constexpr Decibels kGainTolerance = 0.05_dB;
constexpr double kSmallestDriftPpm = 0.5;
// Beyond this many deviations nothing is noise.
constexpr double kSignificant = 8.0;
// Two channels with values this near have the same fault.
constexpr double kAlike = 0.02;

double powerSum(Decibels a, Decibels b) {
  return std::hypot(a.value(), b.value());
}

// The gate of one capture. Each check adds what it finds.
class GateReader {
 public:
  GateReader(const Capture& capture, const Sequence& sequence, const GateOptions& options)
      : capture_(capture),
        sequence_(sequence),
        options_(options),
        rate_(Hertz::of(capture.sampleRate)) {
    report_.wasRun = true;
  }

  PathReport read() {
    const Segment* last = sequence_.segment(gate::kLoud);
    if (last == nullptr || capture_.frames() < last->first + last->frames) {
      add(PathFault::noLoopback);
      return std::move(report_);
    }
    findChannels();
    if (report_.channels.empty()) {
      add(isSilent() ? PathFault::deadInput : PathFault::noLoopback);
      return std::move(report_);
    }
    for (PathChannel& channel : report_.channels) {
      if (channel.output) readTone(channel);
    }
    averageDrift();
    for (const PathChannel& channel : report_.channels) {
      if (!channel.output) continue;
      checkSamples(channel);
      checkRates(channel);
      checkEnd(channel);
    }
    dropConsequences();
    std::erase_if(report_.unseen, [this](PathFault fault) { return report_.find(fault); });
    mergeAlike();
    moveToStart();
    return std::move(report_);
  }

 private:
  void add(PathFault fault, std::optional<int> channel = {}, std::optional<double> value = {},
           Certainty certainty = Certainty::certain) {
    report_.findings.push_back({fault, certainty, channel, value});
  }

  [[nodiscard]] std::vector<double> captured(int input, std::int64_t first,
                                             std::int64_t frames) const {
    const std::int64_t from = std::clamp<std::int64_t>(first, 0, capture_.frames());
    const std::int64_t to = std::clamp<std::int64_t>(first + frames, from, capture_.frames());
    return capture_.channel(input, from, to - from);
  }

  // Nothing but zeros on any input, while something was played.
  [[nodiscard]] bool isSilent() const {
    return std::all_of(capture_.samples.begin(), capture_.samples.end(),
                       [](float sample) { return sample == 0.0F; });
  }

  // A segment's steady part as it came back.
  [[nodiscard]] std::vector<double> steady(std::string_view id, const PathChannel& channel) const {
    const Segment& segment = *sequence_.segment(id);
    return captured(channel.input,
                    segment.first + segment.settleFrames + std::llround(channel.latency),
                    segment.frames - segment.settleFrames - segment.tailFrames);
  }

  // What an input hears of a noise that was played in a segment.
  [[nodiscard]] std::optional<dsp::DelayEstimate> arrival(const Segment& segment, int output,
                                                          int input) const {
    const auto longest = std::llround(kLongestLatency.value() * rate_.value());
    return dsp::estimateDelay(sequence_.played(segment, output),
                              captured(input, segment.first, segment.frames + longest), rate_);
  }

  void findChannels() {
    bool isAny = false;
    const int plugged = std::min(capture_.channels, options_.inputs.value_or(capture_.channels));
    for (int input = 0; input < plugged; ++input) {
      PathChannel channel;
      channel.input = input;
      std::optional<dsp::DelayEstimate> best;
      std::optional<Decibels> second;
      for (int output = 0; output < sequence_.channels(); ++output) {
        const auto heard = arrival(*sequence_.segment(gate::noiseId(output)), output, input);
        if (!heard || heard->gain < kWeakest) continue;
        if (best && heard->gain <= best->gain) {
          second = second ? std::max(*second, heard->gain) : heard->gain;
          continue;
        }
        if (best) second = best->gain;
        best = heard;
        channel.output = output;
      }
      if (best) {
        isAny = true;
        channel.latency = best->samples;
        channel.latencySe = best->standardError;
        channel.gain = best->gain;
        channel.isInverted = best->polarity < 0;
        if (!options_.isStraight) {
          // What each input hears is the harness's own affair.
        } else if (second && *second - best->gain > kSum) {
          add(PathFault::monoSum, input, (*second - best->gain).value());
        } else if (*channel.output != input && input < sequence_.channels()) {
          add(PathFault::swappedChannels, input);
        }
        if (channel.isInverted) add(PathFault::inverted, input);
      }
      report_.channels.push_back(channel);
    }
    if (!isAny) {
      report_.channels.clear();
      return;
    }
    for (const PathChannel& channel : report_.channels) {
      if (!channel.output) add(PathFault::missingChannel, channel.input);
    }
  }

  void readTone(PathChannel& channel) {
    const Hertz tone = gate::toneFor(*channel.output);
    const auto samples = steady(gate::kLoud, channel);
    std::vector<double> residual;
    const auto loud = gate::toneReturn(samples, rate_, tone, &residual);
    const auto quiet = gate::toneReturn(steady(gate::kQuiet, channel), rate_, tone);
    if (!loud || !quiet) return;
    channel.gain = loud->level - options_.level;
    channel.gainSe = loud->levelSe.value();
    const double ppm = (tone / loud->frequency - 1.0) * 1e6;
    const double ppmSe = loud->frequencySe / tone * 1e6;
    drifts_.push_back({ppm, ppmSe});
    checkGain(channel, *loud, *quiet, samples);
    checkRounding(channel, residual, loud->residual);
  }

  void checkGain(const PathChannel& channel, const gate::ToneReturn& loud,
                 const gate::ToneReturn& quiet, std::span<const double> samples) {
    const Decibels change = loud.level - quiet.level - gate::kQuieter;
    const Decibels se = Decibels::of(powerSum(loud.levelSe, quiet.levelSe));
    const std::size_t part = samples.size() / 4;
    const Hertz tone = gate::toneFor(*channel.output);
    const auto early = gate::toneReturn(samples.first(part), rate_, tone);
    const auto late = gate::toneReturn(samples.last(part), rate_, tone);
    Decibels creep;
    Decibels creepSe;
    if (early && late) {
      creep = late->level - early->level;
      creepSe = Decibels::of(powerSum(early->levelSe, late->levelSe));
    }
    if (isOff(change, se) || isOff(creep, creepSe)) {
      const bool isChange = std::abs(change.value()) > std::abs(creep.value());
      add(PathFault::automaticGain, channel.input, (isChange ? change : creep).value());
      return;
    }
    if (!options_.expectedGain) return;
    const Decibels off = channel.gain - *options_.expectedGain;
    if (isOff(off, loud.levelSe)) add(PathFault::gain, channel.input, off.value());
  }

  static bool isOff(Decibels value, Decibels se) {
    return std::abs(value.value()) > kGainTolerance.value() + kSignificant * se.value();
  }

  void checkRounding(const PathChannel& channel, std::span<const double> residual,
                     DecibelsFs noise) {
    // Where noise is so far above the error of rounding that a second of tone does not show it.
    constexpr DecibelsFs kTooNoisy = DecibelsFs::of(-68.0);
    const Segment& segment = *sequence_.segment(gate::kLoud);
    const auto all = sequence_.played(segment, *channel.output);
    const auto sent = std::span(all).subspan(static_cast<std::size_t>(segment.settleFrames));
    const double most = std::max(gate::roundingCorrelation(sent, Decibels(), residual),
                                 gate::roundingCorrelation(sent, channel.gain, residual));
    const auto noiseSamples = captured(
        channel.input,
        sequence_.segment(gate::noiseId(*channel.output))->first + std::llround(channel.latency),
        sequence_.segment(gate::noiseId(*channel.output))->frames);
    if (most > kSignificant || gate::sixteenBitLattice(noiseSamples) > kSignificant) {
      add(PathFault::sixteenBit, channel.input);
    } else if (noise > kTooNoisy && !isUnseen(PathFault::sixteenBit)) {
      report_.unseen.push_back(PathFault::sixteenBit);
    }
  }

  [[nodiscard]] bool isUnseen(PathFault fault) const {
    return std::find(report_.unseen.begin(), report_.unseen.end(), fault) != report_.unseen.end();
  }

  void averageDrift() {
    double weights = 0.0;
    double sum = 0.0;
    for (const Drift& drift : drifts_) {
      // A digital path has no noise at all.
      const double weight = 1.0 / std::max(drift.se * drift.se, 1e-12);
      weights += weight;
      sum += weight * drift.ppm;
    }
    if (weights == 0.0) return;
    report_.driftPpm = sum / weights;
    report_.driftSePpm = 1.0 / std::sqrt(weights);
    if (std::abs(report_.driftPpm) > kSmallestDriftPpm + kSignificant * report_.driftSePpm) {
      add(PathFault::clockDrift, {}, report_.driftPpm);
    }
  }

  void checkSamples(const PathChannel& channel) {
    const auto samples = steady(gate::kLoud, channel);
    if (gate::isClipped(samples)) add(PathFault::clipping, channel.input);
    const auto continuity = checkContinuity(samples, rate_, gate::toneFor(*channel.output));
    if (continuity.isToneFound && !continuity.jumps.empty()) {
      const auto lost = continuity.jumps.front().samples;
      add(PathFault::dropouts, channel.input,
          lost ? std::optional(static_cast<double>(*lost)) : std::nullopt);
    }
  }

  void checkRates(const PathChannel& channel) {
    const Segment& segment = *sequence_.segment(gate::noiseId(*channel.output));
    const auto received =
        captured(channel.input, segment.first + std::llround(channel.latency), segment.frames);
    const auto edge = gate::rateEdge(sequence_.played(segment, *channel.output), received, rate_);
    if (edge) {
      add(PathFault::resampled, channel.input, edge->rateHz,
          edge->rateHz && edge->isSharp ? Certainty::certain : Certainty::likely);
    }
  }

  // Where the mark behind the measurement came back against where it should.
  void checkEnd(const PathChannel& channel) {
    const Segment* end = sequence_.segment(gate::kEnd);
    if (end == nullptr || capture_.frames() < end->first + end->frames) return;
    const auto heard = arrival(*end, *channel.output, channel.input);
    if (!heard || report_.find(PathFault::dropouts) != nullptr) return;
    const Segment& start = *sequence_.segment(gate::noiseId(*channel.output));
    const double way = 1e-6 * static_cast<double>(end->first - start.first);
    const double drift = report_.driftPpm * way;
    const double driftError = report_.driftSePpm * way;
    const double moved = heard->samples - channel.latency - drift;
    if (std::abs(moved) > 0.5 + kSignificant * driftError) {
      add(PathFault::dropouts, channel.input, -std::round(moved));
    }
  }

  // A tone that is clipped or interrupted tells nothing of its gain and its clock.
  void dropConsequences() {
    if (report_.isUsable()) return;
    std::erase_if(report_.findings, [](const PathFinding& finding) {
      return finding.fault == PathFault::gain || finding.fault == PathFault::automaticGain ||
             finding.fault == PathFault::clockDrift;
    });
  }

  // Latencies were found where each noise was played.
  void moveToStart() {
    for (PathChannel& channel : report_.channels) {
      if (!channel.output) continue;
      const Segment& segment = *sequence_.segment(gate::noiseId(*channel.output));
      const double middle =
          static_cast<double>(segment.first) + 0.5 * static_cast<double>(segment.frames);
      channel.latency -= 1e-6 * report_.driftPpm * middle;
    }
  }

  // One finding for all channels instead of the same for each.
  void mergeAlike() {
    auto& findings = report_.findings;
    const auto looped = std::count_if(report_.channels.begin(), report_.channels.end(),
                                      [](const PathChannel& c) { return c.output.has_value(); });
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const PathFinding first = findings[i];
      const auto isAlike = [&first](const PathFinding& other) {
        return other.channel && first.channel && other.fault == first.fault &&
               other.certainty == first.certainty &&
               other.value.has_value() == first.value.has_value() &&
               std::abs(other.value.value_or(0.0) - first.value.value_or(0.0)) <= kAlike;
      };
      if (looped < 2 || std::count_if(findings.begin(), findings.end(), isAlike) != looped) {
        continue;
      }
      findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                    findings.end(), isAlike),
                     findings.end());
      findings[i].channel.reset();
    }
  }

  struct Drift {
    double ppm = 0.0;
    double se = 0.0;
  };

  // Weaker is crosstalk.
  static constexpr Decibels kWeakest = Decibels::of(-60.0);

  const Capture& capture_;
  const Sequence& sequence_;
  const GateOptions& options_;
  Hertz rate_;
  PathReport report_;
  std::vector<Drift> drifts_;
};

}  // namespace

PathReport readGate(const Capture& capture, const Sequence& sequence, const GateOptions& options) {
  return GateReader(capture, sequence, options).read();
}

}  // namespace linecheck::measure
