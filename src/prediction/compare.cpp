#include "prediction/compare.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chain/signals.h"
#include "prediction/causes.h"
#include "prediction/computer_path.h"
#include "prediction/lane_levels.h"

namespace linecheck::prediction {
namespace {

using measure::Figure;
using measure::Reading;

enum class Worse { higher, lower, either };

/// Which figures are judged, and in what direction they are worse.
struct Judged {
  std::string_view figure;
  std::string_view finding;
  Worse worse = Worse::higher;
};

constexpr std::array kJudged{
    Judged{"gain", "gain-off", Worse::either},
    Judged{"gain_1k", "gain-off", Worse::either},
    Judged{"noise", "noise-high", Worse::higher},
    Judged{"noise_a", "noise-high", Worse::higher},
    Judged{"noise_ccir_rms", "noise-high", Worse::higher},
    Judged{"dynamic_range", "noise-high", Worse::lower},
    Judged{"dynamic_range_a", "noise-high", Worse::lower},
    Judged{"thd", "distortion-high", Worse::higher},
    Judged{"thdn", "distortion-high", Worse::higher},
    Judged{"clip_level", "clips-early", Worse::lower},
    Judged{"crosstalk_1k", "crosstalk-high", Worse::higher},
    Judged{"output_impedance", "output-impedance-off", Worse::either},
    Judged{"impedance_1k", "headphone-impedance-off", Worse::either},
    Judged{"impedance_least", "headphone-impedance-off", Worse::either},
};

ComparedFigure held(const Figure& measured, const ExpectedFigure& expected) {
  ComparedFigure compared{measured, expected, {}, 0.0, false};
  compared.uncertainty = std::hypot(measured.uncertainty.value_or(0.0), expected.trust.uncertainty);
  if (!measured.value || !std::isfinite(*measured.value)) return compared;
  const double value = *measured.value;
  const auto& range = expected.value;
  const double above = range.high ? value - *range.high : 0.0;
  const double under = range.low ? *range.low - value : 0.0;
  if (range.nominal) {
    compared.difference = value - *range.nominal;
  } else {
    compared.difference = above > 0.0 ? above : -std::max(under, 0.0);
  }
  compared.isBeyond = std::max(above, under) > kCoverage * compared.uncertainty + 1e-9;
  return compared;
}

const Judged* judgedAs(const ComparedFigure& compared) {
  if (!compared.isBeyond) return nullptr;
  const auto found = std::find_if(kJudged.begin(), kJudged.end(), [&](const Judged& judged) {
    return judged.figure == compared.measured.id;
  });
  if (found == kJudged.end()) return nullptr;
  const bool isHigher = *compared.difference > 0.0;
  const bool isWorse = found->worse == Worse::either || (found->worse == Worse::higher) == isHigher;
  return isWorse ? &*found : nullptr;
}

const Lane& laneOf(const Loop& loop, std::optional<int> channel) {
  const auto found = std::find_if(loop.lanes.begin(), loop.lanes.end(),
                                  [&](const Lane& lane) { return lane.channel == channel; });
  return found == loop.lanes.end() ? loop.lanes.front() : *found;
}

/// Outputs beside the one that the loop begins at, with the impedance that was measured.
std::vector<Cause> otherOutputs(const Loop& loop, const Lane& lane, double ohms) {
  std::vector<Cause> causes;
  const auto& own = lane.route[lane.route.size() - 2];
  const auto* profile = loop.desk->profile(own.device);
  if (!profile) return causes;
  for (const profiles::Port& port : profile->ports) {
    if (port.id == own.port || port.direction != profiles::Direction::out || !port.impedance ||
        !chain::isAnalogue(port) ||
        loop.assumedImpedances.contains(chain::Place(own.device, port.id))) {
      continue;
    }
    const auto& figure = port.impedance->value;
    const double spread = kCoverage * impedanceTrust(port.impedance->provenance.confidence);
    const double low = figure.low.value_or(figure.nominal).value() * (1.0 - spread);
    const double high = figure.high.value_or(figure.nominal).value() * (1.0 + spread);
    if (ohms >= low && ohms <= high) {
      causes.push_back({"other-output", chain::Place(own.device, port.id)});
    }
  }
  return causes;
}

std::vector<Cause> overdriven(const Loop& loop, const Lane& lane) {
  const LaneLevels levels = laneLevels(loop, lane);
  if (!levels.clipPoint) return {};
  return {{"overdriven", levels.path.points[*levels.clipPoint].at.place()}};
}

std::vector<Cause> causesOf(const Loop& loop, const Lane& lane, const Reading& reading,
                            std::string_view finding, const ComparedFigure& compared) {
  const Decibels difference = Decibels::of(*compared.difference);
  const Decibels uncertainty = Decibels::of(compared.uncertainty);
  if (finding == "gain-off") return gainCauses(loop, lane, difference, uncertainty);
  // What clips sooner, or hisses more, stands as much louder.
  if (finding == "clips-early") return gainCauses(loop, lane, -difference, uncertainty);
  if (finding == "noise-high") {
    const Decibels more = Decibels::of(std::abs(difference.value()));
    return noiseCauses(loop, lane, reading, more, uncertainty);
  }
  if (finding == "distortion-high") return overdriven(loop, lane);
  if (finding == "output-impedance-off") {
    return otherOutputs(loop, lane, *compared.measured.value);
  }
  return {};
}

double significance(double difference, double uncertainty) {
  return std::abs(difference) / std::max(uncertainty, 1e-6);
}

/// The clearest of each kind and channel.
void addFinding(const Loop& loop, const Reading& reading, const ComparedFigure& compared,
                const Judged& judged, std::vector<Finding>& findings) {
  Finding finding{std::string(judged.finding),
                  compared.measured.id,
                  compared.measured.unit,
                  compared.measured.channel,
                  *compared.difference,
                  compared.uncertainty,
                  {}};
  finding.causes = causesOf(loop, laneOf(loop, finding.channel), reading, judged.finding, compared);
  const auto same = std::find_if(findings.begin(), findings.end(), [&](const Finding& other) {
    return other.id == finding.id && other.channel == finding.channel;
  });
  if (same == findings.end()) {
    findings.push_back(std::move(finding));
  } else if (significance(finding.difference, finding.uncertainty) >
             significance(same->difference, same->uncertainty)) {
    *same = std::move(finding);
  }
}

void addLimiter(const Loop& loop, const Reading& reading, const Prediction& prediction,
                std::vector<Finding>& findings) {
  for (const Lane& lane : loop.lanes) {
    const auto* found = reading.statement("limiter", lane.channel);
    const auto* expected = prediction.statement("limiter", lane.channel);
    if (!found || !expected) continue;
    const bool isThere = found->word == "linked_limiter";
    const bool isExpected = expected->word == "linked_limiter";
    if (isThere == isExpected || found->word == "cannot_tell") continue;
    const ComputerPath computer = computerPathOf(*loop.desk, lane.route);
    if (!computer.computer) continue;
    findings.push_back({isThere ? "limiter-found" : "limiter-missing",
                        "limiter",
                        measure::Unit::dbfs,
                        lane.channel,
                        0.0,
                        0.0,
                        {{isThere ? "system-mixer" : "past-mixer", computer.slider}}});
  }
}

// The gain that this loop has had, or that is usual, where no profile tells one.
void addPathGain(const Loop& loop, const Prediction& prediction, const measure::PathReport& path,
                 std::vector<Finding>& findings) {
  constexpr double kTrust = 0.05;  // dB, of the gain that it is held against.
  for (const measure::PathFinding& off : path.findings) {
    if (off.fault != measure::PathFault::gain || !off.value) continue;
    for (const Lane& lane : loop.lanes) {
      const bool isIts = off.channel.value_or(lane.channel) == lane.channel;
      const bool isPredicted = prediction.figure("gain", lane.channel) != nullptr ||
                               prediction.figure("gain_1k", lane.channel) != nullptr;
      if (!isIts || isPredicted || !laneLevels(loop, lane).gain.isUnknown()) continue;
      Finding finding{"loop-gain-off", "gain", measure::Unit::db, lane.channel, *off.value,
                      kTrust,          {}};
      finding.causes = gainCauses(loop, lane, Decibels::of(*off.value), Decibels::of(kTrust));
      findings.push_back(std::move(finding));
    }
  }
}

bool areAlike(const Finding& a, const Finding& b) {
  const double apart = std::abs(a.difference - b.difference);
  return a.id == b.id && a.figure == b.figure && a.channel && b.channel &&
         apart <= kCoverage * std::max(a.uncertainty, b.uncertainty) + 1e-9;
}

/// What all channels show alike is one finding.
void joinChannels(std::size_t channels, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < findings.size() && channels > 1; ++i) {
    const auto isLike = [&](const Finding& other) { return areAlike(findings[i], other); };
    const auto alike = std::count_if(findings.begin(), findings.end(), isLike);
    if (static_cast<std::size_t>(alike) < channels) continue;
    const Finding first = findings[i];
    std::erase_if(findings, [&](const Finding& other) { return areAlike(first, other); });
    findings.insert(findings.begin() + static_cast<std::ptrdiff_t>(i), first);
    findings[i].channel.reset();
  }
}

}  // namespace

Comparison compare(const Loop& loop, const Reading& reading, const Prediction& prediction,
                   const measure::PathReport* path) {
  Comparison comparison;
  for (const Unpredicted& one : prediction.unpredicted) {
    if (reading.figure(one.id, one.channel) != nullptr) comparison.unpredicted.push_back(one);
  }
  for (const Figure& measured : reading.figures) {
    const auto* expected = prediction.figure(measured.id, measured.channel);
    if (!expected) continue;
    comparison.figures.push_back(held(measured, *expected));
    const ComparedFigure& compared = comparison.figures.back();
    if (const Judged* judged = judgedAs(compared)) {
      addFinding(loop, reading, compared, *judged, comparison.findings);
    }
  }
  addLimiter(loop, reading, prediction, comparison.findings);
  if (path) addPathGain(loop, prediction, *path, comparison.findings);
  joinChannels(loop.lanes.size(), comparison.findings);
  return comparison;
}

}  // namespace linecheck::prediction
