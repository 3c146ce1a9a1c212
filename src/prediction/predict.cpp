#include "prediction/predict.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chain/signals.h"
#include "prediction/headphone_prediction.h"

namespace linecheck::prediction {
namespace {

using levels::Estimate;
using measure::Unit;
using measure::Values;
using profiles::Weighting;

// What white noise over 20 Hz to 20 kHz loses to the A curve, and gains from CCIR-RMS.
constexpr Decibels kWhiteLessA = 1.92_dB;
constexpr Decibels kWhiteMoreCcir = 1.68_dB;

/// What is asked, and what has been gathered for it.
struct Task {
  const Loop& loop;
  const Lane& lane;
  const LaneLevels& levels;
  const Values& values;
  Prediction& prediction;

  template <class T>
  void add(std::string_view id, Unit unit, const Estimate<T>& value, const Trust& trust) const {
    if (!value.nominal && !value.missing.empty()) {
      prediction.unpredicted.push_back({std::string(id), lane.channel, value.missing});
    }
    if (value.isUnknown()) return;
    const auto number = levels::rising(value, [](T v) { return v.value(); });
    prediction.figures.push_back({std::string(id), unit, lane.channel, number, trust});
  }
  void state(std::string_view id, std::string_view word) const {
    prediction.statements.push_back({std::string(id), std::string(word), lane.channel});
  }
  /// That the loop's last cable comes from; null if its impedance is not known.
  [[nodiscard]] const profiles::Port* output() const {
    const auto& at = lane.route[lane.route.size() - 2];
    if (loop.assumedImpedances.contains(at.place())) return nullptr;
    return loop.desk->port({at.device, at.port, {}});
  }
};

Estimate<DecibelsFs> shifted(const Estimate<DecibelsFs>& level, Decibels low, Decibels high) {
  auto moved = level + Estimate<Decibels>{0.5 * (low + high), low, high, {}};
  if (level == Estimate<DecibelsFs>{}) return level;
  return moved;
}

/// A noise of one weighting, as another would have it, if it is white.
Estimate<DecibelsFs> weighted(const Estimate<DecibelsFs>& noise, std::optional<Weighting> has,
                              Weighting wanted) {
  if (has == wanted) return noise;
  const Decibels change = wanted == Weighting::a ? -kWhiteLessA : kWhiteLessA;
  if (has) return shifted(noise, change, change);
  return shifted(noise, std::min(change, 0_dB), std::max(change, 0_dB));
}

Estimate<Decibels> below(const Estimate<DecibelsFs>& level) {
  return Estimate<DecibelsFs>::exactly(DecibelsFs::of(0.0)) - level;
}

void addGain(const Task& task, std::string_view id) {
  task.add(id, Unit::db, task.levels.gain, task.levels.gainTrust);
}

/// Power sum of ratios; amplitudes add where they may be in step.
Decibels powerSum(Decibels a, Decibels b) {
  return Decibels::fromPowerRatio(a.powerRatio() + b.powerRatio());
}
Decibels amplitudeSum(Decibels a, Decibels b) {
  return Decibels::fromAmplitudeRatio(a.amplitudeRatio() + b.amplitudeRatio());
}

/// One distortion figure of all stages: empty where one does not tell.
struct Distortion {
  std::optional<Decibels> nominal;
  std::optional<Decibels> most;
  Trust trust;
};

const profiles::Figure<Decibels>* figureAt(
    const chain::Desk& desk, const levels::RoutePoint& at,
    std::optional<profiles::Figure<Decibels>> profiles::Figures::*member) {
  const auto* port = desk.port({at.device, at.port, {}});
  if (port && (port->figures.*member)) return &*(port->figures.*member);
  const auto* profile = desk.profile(at.device);
  return profile && (profile->figures.*member) ? &*(profile->figures.*member) : nullptr;
}

Distortion distortionOf(const Task& task,
                        std::optional<profiles::Figure<Decibels>> profiles::Figures::*member) {
  const chain::Desk& desk = *task.loop.desk;
  Distortion all;
  for (std::size_t i = 0; i < task.lane.route.size(); ++i) {
    const auto& at = task.lane.route[i];
    const auto* port = desk.port({at.device, at.port, {}});
    const bool isEnd = i + 1 == task.lane.route.size();
    // Of an amplifier the output speaks for the whole.
    if (!port || !chain::isAnalogue(*port) || (at.isInput && !isEnd)) continue;
    const auto* figure = figureAt(desk, at, member);
    if (!figure) return {};
    const Decibels nominal = figure->value.nominal;
    const Decibels most = figure->value.high.value_or(nominal);
    all.nominal = all.nominal ? powerSum(*all.nominal, nominal) : nominal;
    all.most = all.most ? amplitudeSum(*all.most, most) : most;
    addNoise(all.trust, *figure);
  }
  return all;
}

void addDistortion(const Task& task) {
  const auto played = DecibelsFs::of(task.values["level"]);
  const auto level = Estimate<DecibelsFs>::exactly(played) + task.levels.gain;
  task.add("level", Unit::dbfs, level, task.levels.gainTrust);
  addGain(task, "gain");
  const auto thd = distortionOf(task, &profiles::Figures::thd);
  if (thd.nominal) {
    task.add("thd", Unit::db, Estimate<Decibels>{thd.nominal, {}, thd.most, {}}, thd.trust);
  }
  const auto noise = weighted(task.levels.noise, task.levels.weighting, Weighting::none) - level;
  const auto stages = distortionOf(task, &profiles::Figures::thdPlusNoise);
  const Estimate<Decibels> thdn{levels::ifKnown(powerSum, stages.nominal, noise.nominal), noise.low,
                                levels::ifKnown(amplitudeSum, stages.most, noise.high),
                                noise.missing};
  Trust trust = task.levels.noiseTrust;
  trust.add(stages.trust);
  task.add("thdn", Unit::db, thdn, trust);
  task.add("sinad", Unit::db, levels::falling(thdn, [](Decibels d) { return -d; }), trust);
}

void addNoise(const Task& task) {
  const bool isTerminated = task.values["terminated"] >= 0.5;
  const auto& level = isTerminated ? task.levels.inputNoise : task.levels.noise;
  const auto weighting = isTerminated ? task.levels.inputWeighting : task.levels.weighting;
  const Trust& trust = task.levels.noiseTrust;
  const auto flat = weighted(level, weighting, Weighting::none);
  const auto curveA = weighted(level, weighting, Weighting::a);
  const auto ccir = shifted(flat, kWhiteMoreCcir, kWhiteMoreCcir);
  task.add("noise", Unit::dbfs, flat, trust);
  task.add("noise_a", Unit::dbfs, curveA, trust);
  task.add("noise_ccir_rms", Unit::dbfs, ccir, trust);
  if (isTerminated) return;
  task.add("dynamic_range", Unit::db, below(ccir), trust);
  task.add("dynamic_range_a", Unit::db, below(curveA), trust);
}

std::string_view clipPlace(const Task& task) {
  const std::size_t last = task.levels.path.points.size() - 1;
  if (task.levels.clipPoint == last) return "converter_in";
  return "converter_out_or_amplifier";
}

void addClip(const Task& task) {
  const auto& clip = task.levels.clip;
  constexpr DecibelsFs kFullScale = DecibelsFs::of(0.0);
  const auto loudest = DecibelsFs::of(task.values.get("to").value_or(0.0));
  if (clip.low && *clip.low >= std::min(loudest, kFullScale)) {
    task.state("clip_place", "none");
  } else if (clip.high && *clip.high < loudest) {
    task.state("clip_place", clipPlace(task));
  }
  task.add("clip_level", Unit::dbfs, clip, task.levels.gainTrust);
  task.add("clip_level_in", Unit::dbfs, clip + task.levels.gain, task.levels.gainTrust);
  const auto working = DecibelsFs::of(task.values.get("working").value_or(-18.0));
  task.add("headroom", Unit::db, clip - Estimate<DecibelsFs>::exactly(working),
           task.levels.gainTrust);
  addGain(task, "gain");
}

void addLimiter(const Task& task) {
  const ComputerPath& computer = task.levels.computer;
  if (!computer.hasLimiter) return;
  const auto knee = Estimate<DecibelsFs>::exactly(kLimiterKnee) - computer.gain;
  const DecibelsFs fullScale = DecibelsFs::of(0.0);
  const bool isReached = *computer.hasLimiter && knee.high && *knee.high < fullScale;
  const bool isNever = !*computer.hasLimiter || (knee.low && *knee.low > fullScale);
  if (isReached) {
    task.state("limiter", "linked_limiter");
    task.add("knee", Unit::dbfs, knee, {});
  } else if (isNever) {
    const auto& clip = task.levels.clip;
    task.state("limiter", clip.high && *clip.high < fullScale ? "clipping" : "none");
  }
}

void addCrosstalk(const Task& task) {
  const chain::Desk& desk = *task.loop.desk;
  std::optional<Decibels> sum;
  Trust trust;
  for (std::size_t i = 0; i < task.lane.route.size(); ++i) {
    const auto& at = task.lane.route[i];
    const auto* port = desk.port({at.device, at.port, {}});
    const bool isEnd = i + 1 == task.lane.route.size();
    if (!port || !chain::isAnalogue(*port) || (at.isInput && !isEnd)) continue;
    const auto* figure = figureAt(desk, at, &profiles::Figures::crosstalk);
    if (!figure) return;
    // Some print it as a distance, some as a level.
    const Decibels one = -Decibels::of(std::abs(figure->value.nominal.value()));
    sum = sum ? amplitudeSum(*sum, one) : one;
    addNoise(trust, *figure);
  }
  // Nobody says at which frequency; a kilohertz is what is usually meant.
  if (sum) task.add("crosstalk_1k", Unit::db, Estimate<Decibels>{sum, {}, sum, {}}, trust);
}

void addOutputImpedance(const Task& task) {
  const auto* port = task.output();
  if (!port || !port->impedance) return;
  Trust trust;
  const auto& figure = *port->impedance;
  const auto confidence = figure.provenance.confidence;
  trust.add(
      figure.value.isExact() ? impedanceTrust(confidence) * figure.value.nominal.value() : 0.0,
      confidence);
  task.add("output_impedance", Unit::ohms, Estimate<Ohms>::of(figure.value), trust);
}

struct Entry {
  std::string_view procedure;
  void (*add)(const Task&);
};

constexpr auto kGainOnly = [](const Task& task) { addGain(task, "gain"); };

constexpr std::array kEntries{
    Entry{"path", kGainOnly},
    Entry{"noise", addNoise},
    Entry{"distortion", addDistortion},
    Entry{"level-steps", kGainOnly},
    Entry{"frequency-steps", kGainOnly},
    Entry{"headroom", addClip},
    Entry{"limiter", addLimiter},
    Entry{"crosstalk", addCrosstalk},
    Entry{"response", [](const Task& task) { addGain(task, "gain_1k"); }},
    Entry{"output-impedance", addOutputImpedance},
};

}  // namespace

const ExpectedFigure* Prediction::figure(std::string_view id, std::optional<int> channel) const {
  const auto found = std::find_if(figures.begin(), figures.end(), [&](const auto& figure) {
    return figure.id == id && figure.channel == channel;
  });
  return found == figures.end() ? nullptr : &*found;
}

const ExpectedStatement* Prediction::statement(std::string_view id,
                                               std::optional<int> channel) const {
  const auto found = std::find_if(statements.begin(), statements.end(), [&](const auto& one) {
    return one.id == id && one.channel == channel;
  });
  return found == statements.end() ? nullptr : &*found;
}

Prediction predict(const Loop& loop, std::string_view procedure, const Values& values,
                   const Circumstances& circumstances) {
  Prediction prediction;
  if (procedure == "headphone-impedance") {
    addHeadphones(*loop.desk, circumstances.headphones, prediction);
    return prediction;
  }
  const auto entry = std::find_if(kEntries.begin(), kEntries.end(),
                                  [&](const Entry& one) { return one.procedure == procedure; });
  if (entry == kEntries.end()) return prediction;
  for (const Lane& lane : loop.lanes) {
    const LaneLevels levels = laneLevels(loop, lane, circumstances.knownGain);
    entry->add({loop, lane, levels, values, prediction});
  }
  return prediction;
}

}  // namespace linecheck::prediction
