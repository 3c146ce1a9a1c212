#include "setup/changes.h"

#include <algorithm>
#include <cmath>

#include "base/number_text.h"
#include "diagnosis/verdict.h"
#include "prediction/causes.h"
#include "rules/control_words.h"
#include "setup/cause_words.h"
#include "setup/gain_causes.h"
#include "setup/path_words.h"
#include "setup/targets.h"
#include "setup/volume_words.h"

namespace linecheck::setup {
namespace {

using Changes = std::vector<ReadingChange>;
using measure::PathFault;

std::string decibels(double value) {
  return numberText(std::abs(value), 1, "dB");
}

bool isBeyond(double difference, double se, double repeats) {
  return std::abs(difference) > std::max(repeats, kChangeSigmas * se);
}

// ---- the system ----

void compareVolume(const SystemReading& before, const SystemReading& now, Changes& changes) {
  if (before.volume && now.volume && std::abs(*now.volume - *before.volume) > kSliderStep) {
    changes.push_back({ReadingKind::system,
                       "system_volume",
                       {"The system volume stands at %1; it was at %2.",
                        {percentText(*now.volume), percentText(*before.volume)}},
                       {},
                       before.volume,
                       now.volume,
                       judgeVolume(*now.volume, now.system).state == State::wrong});
  }
  if (before.isMuted && now.isMuted && *before.isMuted != *now.isMuted) {
    changes.push_back({ReadingKind::system,
                       "mute",
                       *now.isMuted ? Sentence{"The output is muted now."}
                                    : Sentence{"The output is not muted any more."},
                       {},
                       {},
                       {},
                       *now.isMuted});
  }
}

void compareFormat(const SystemReading& before, const SystemReading& now, Changes& changes) {
  if (before.bits && now.bits && *before.bits != *now.bits) {
    changes.push_back({ReadingKind::system,
                       "bits",
                       {"The format has %1 bit; it had %2.",
                        {std::to_string(*now.bits), std::to_string(*before.bits)}},
                       {},
                       *before.bits,
                       *now.bits,
                       *now.bits < *before.bits});
  }
  if (before.sampleRate && now.sampleRate && !isSameRate(*before.sampleRate, *now.sampleRate)) {
    changes.push_back({ReadingKind::system,
                       "sample_rate",
                       {"The sample rate is %1; it was %2.",
                        {rateText(*now.sampleRate), rateText(*before.sampleRate)}},
                       {},
                       before.sampleRate->value(),
                       now.sampleRate->value(),
                       true});
  }
  if (before.hasEnhancements && now.hasEnhancements &&
      *before.hasEnhancements != *now.hasEnhancements) {
    changes.push_back({ReadingKind::system,
                       "enhancements",
                       *now.hasEnhancements ? Sentence{"A sound effect has been switched on."}
                                            : Sentence{"Sound effects have been switched off."},
                       {},
                       {},
                       {},
                       *now.hasEnhancements});
  }
  if (!before.endpoint.empty() && !now.endpoint.empty() && before.endpoint != now.endpoint) {
    changes.push_back({ReadingKind::system,
                       "endpoint",
                       {"The sound goes to %1; it went to %2.", {now.endpoint, before.endpoint}},
                       {},
                       {},
                       {},
                       true});
  }
}

// ---- the gain of the loop ----

struct LoopGain {
  double gain = 0.0, se = 0.0;
  std::optional<int> channel;
};

/// What would explain that a loop's gain has moved, of the desk as it is described.
std::vector<prediction::Cause> causesOf(const chain::Desk& desk, const prediction::LoopChoice& told,
                                        const LoopGain& now, double difference, double se) {
  const Survey survey(desk, {});
  const MeasuredLoop loop = measuredLoop(survey, told);
  const auto* lane = loop.lane(now.channel);
  if (!lane) return {};
  return prediction::gainCauses(*loop.loop, *lane, Decibels::of(difference), Decibels::of(se));
}

Sentence gainText(const chain::Desk& desk, const std::vector<prediction::Cause>& causes,
                  double difference) {
  const bool isLower = difference < 0.0;
  const std::string size = decibels(difference);
  const auto best = causes.empty() ? nullptr : &causes.front();
  if (best && best->id == "system-volume-elsewhere") {
    return {isLower ? "The loop is %1 lower: most likely the system volume has moved."
                    : "The loop is %1 higher: most likely the system volume has moved.",
            {size}};
  }
  if (best && best->id == "control-elsewhere") {
    return {isLower ? "The loop is %1 lower: most likely %2 has moved."
                    : "The loop is %1 higher: most likely %2 has moved.",
            {size, rules::controlWithDevice(desk, best->where)}};
  }
  return {isLower ? "The loop is %1 lower than it was." : "The loop is %1 higher than it was.",
          {size}};
}

/// A trim moves by itself; whoever measures a calibrated output need not guess.
void addGain(const chain::Desk& desk, ReadingKind kind, const prediction::LoopChoice& told,
             const LoopGain& before, const LoopGain& now, Changes& changes) {
  const double difference = now.gain - before.gain;
  const double se = std::hypot(before.se, now.se);
  if (!isBeyond(difference, se, kGainRepeats.value())) return;
  const auto causes = causesOf(desk, told, now, difference, std::max(se, kGainRepeats.value()));
  ReadingChange change{kind, "loop_gain", gainText(desk, causes, difference)};
  for (const auto& cause : causes) change.where.push_back(cause.where);
  if (!causes.empty() && causes.front().id == "control-elsewhere") change.id = "control";
  if (!causes.empty() && causes.front().id == "system-volume-elsewhere") {
    change.id = "system_volume";
  }
  change.before = before.gain;
  change.now = now.gain;
  change.isWorse = true;
  changes.push_back(std::move(change));
}

// ---- the path ----

void comparePath(const chain::Desk& desk, const PathReading& before, const PathReading& now,
                 Changes& changes) {
  for (const auto& finding : now.report.findings) {
    if (finding.fault == PathFault::gain || before.report.find(finding.fault)) continue;
    changes.push_back({ReadingKind::path,
                       std::string(measure::pathFaultId(finding.fault)),
                       pathWords(finding),
                       {},
                       {},
                       finding.value,
                       true});
  }
  for (const auto& finding : before.report.findings) {
    if (finding.fault == PathFault::gain || now.report.find(finding.fault)) continue;
    changes.push_back({ReadingKind::path,
                       std::string(measure::pathFaultId(finding.fault)),
                       {"This is mended: %1", {pathWords(finding).english()}},
                       {},
                       finding.value,
                       {},
                       false});
  }
  if (!before.report.isUsable() || !now.report.isUsable()) return;
  for (const auto& channel : now.report.channels) {
    const auto same = std::find_if(before.report.channels.begin(), before.report.channels.end(),
                                   [&](const auto& other) { return other.input == channel.input; });
    if (same == before.report.channels.end() || !same->output || !channel.output) continue;
    const std::size_t count = changes.size();
    addGain(desk, ReadingKind::path, now.loop, {same->gain.value(), same->gainSe, channel.input},
            {channel.gain.value(), channel.gainSe, channel.input}, changes);
    if (changes.size() > count) return;  // Both channels move alike; one is told.
  }
}

// ---- gain and headroom ----

const measure::Figure* figureOf(const LevelReading& reading, std::string_view id) {
  for (const auto& figure : reading.reading.figures) {
    if (figure.id == id && figure.value) return &figure;
  }
  return nullptr;
}

void compareOutput(const LevelReading& before, const LevelReading& now, Changes& changes) {
  if (!before.fullScaleOut || !now.fullScaleOut) return;
  const double difference = (*now.fullScaleOut - *before.fullScaleOut).value();
  const auto seOf = [](const LevelReading& reading) {
    return reading.fullScaleOutSe.value_or(Decibels::of(0.0)).value();
  };
  if (!isBeyond(difference, std::hypot(seOf(before), seOf(now)), kGainRepeats.value())) return;
  changes.push_back({ReadingKind::level,
                     "output_level",
                     {difference < 0.0 ? "The output is %1 lower: %2 at full scale."
                                       : "The output is %1 higher: %2 at full scale.",
                      {decibels(difference), numberText(now.fullScaleOut->value(), 1, "dBu")}},
                     {},
                     before.fullScaleOut->value(),
                     now.fullScaleOut->value(),
                     true});
}

void compareClip(const LevelReading& before, const LevelReading& now, Changes& changes) {
  const auto* then = figureOf(before, "clip_level");
  const auto* clip = figureOf(now, "clip_level");
  if (clip && !then && figureOf(before, "clip_level_above")) {
    changes.push_back(
        {ReadingKind::level,
         "clip_level",
         {"It clips from %1 on now, and did not before.", {numberText(*clip->value, 1, "dBFS")}},
         {},
         {},
         clip->value,
         true});
    return;
  }
  if (!clip || !then) return;
  const double difference = *clip->value - *then->value;
  const double se = std::hypot(clip->uncertainty.value_or(0.0), then->uncertainty.value_or(0.0));
  if (!isBeyond(difference, se, kClipRepeats.value())) return;
  changes.push_back(
      {ReadingKind::level,
       "clip_level",
       {difference < 0.0 ? "It clips %1 earlier, from %2 on." : "It clips %1 later, from %2 on.",
        {decibels(difference), numberText(*clip->value, 1, "dBFS")}},
       {},
       then->value,
       clip->value,
       difference < 0.0});
}

void compareLevel(const chain::Desk& desk, const LevelReading& before, const LevelReading& now,
                  Changes& changes) {
  compareOutput(before, now, changes);
  compareClip(before, now, changes);
  const auto* then = figureOf(before, "gain");
  const auto* gain = figureOf(now, "gain");
  if (!then || !gain) return;
  addGain(desk, ReadingKind::level, now.loop,
          {*then->value, then->uncertainty.value_or(0.0), then->channel},
          {*gain->value, gain->uncertainty.value_or(0.0), gain->channel}, changes);
}

// ---- noise ----

void compareLoudness(const char* id, const char* higher, const char* lower,
                     const std::optional<DecibelsFs>& before,
                     const std::optional<Decibels>& beforeSe, const std::optional<DecibelsFs>& now,
                     const std::optional<Decibels>& nowSe, Changes& changes) {
  const bool isKnown =
      before && now && std::isfinite(before->value()) && std::isfinite(now->value());
  if (!isKnown) return;
  const double difference = (*now - *before).value();
  const auto size = [](const std::optional<Decibels>& se) { return se ? se->value() : 0.0; };
  if (!isBeyond(difference, std::hypot(size(beforeSe), size(nowSe)), kNoiseRepeats.value())) return;
  changes.push_back({ReadingKind::noise,
                     id,
                     {difference > 0.0 ? higher : lower, {decibels(difference)}},
                     {},
                     before->value(),
                     now->value(),
                     difference > 0.0});
}

void compareNoise(const NoiseReading& before, const NoiseReading& now, Changes& changes) {
  if (before.cause != now.cause) {
    changes.push_back({ReadingKind::noise,
                       "cause",
                       {"The noise is most likely of %1; it was of %2.",
                        {causeWords(now.cause), causeWords(before.cause)}},
                       {},
                       {},
                       {},
                       diagnosis::isFault(now.cause)});
  }
  compareLoudness("noise", "The noise is %1 higher.", "The noise is %1 lower.", before.noise,
                  before.noiseSe, now.noise, now.noiseSe, changes);
  compareLoudness("hum", "The hum is %1 higher.", "The hum is %1 lower.", before.hum, before.humSe,
                  now.hum, now.humSe, changes);
}

void compareMatch(const MatchReading& before, const MatchReading& now, Changes& changes) {
  const double difference = (now.difference.aOverB - before.difference.aOverB).value();
  const double se = std::hypot(before.difference.uncertainty, now.difference.uncertainty);
  if (!isBeyond(difference, se, measure::kMatched.value())) return;
  changes.push_back(
      {ReadingKind::match,
       "match",
       {difference > 0.0 ? "The headphones are %1 louder against the monitors than they were."
                         : "The headphones are %1 softer against the monitors than they were.",
        {decibels(difference)}},
       {},
       before.difference.aOverB.value(),
       now.difference.aOverB.value(),
       true});
}

}  // namespace

std::vector<ReadingChange> compareReadings(const chain::Desk& desk, const Readings& before,
                                           const Readings& now) {
  Changes changes;
  if (before.system && now.system) {
    compareVolume(before.system->reading, now.system->reading, changes);
    compareFormat(before.system->reading, now.system->reading, changes);
  }
  if (before.path && now.path) {
    comparePath(desk, before.path->reading, now.path->reading, changes);
  }
  if (before.level && now.level) {
    compareLevel(desk, before.level->reading, now.level->reading, changes);
  }
  if (before.noise && now.noise) {
    compareNoise(before.noise->reading, now.noise->reading, changes);
  }
  if (before.match && now.match) {
    compareMatch(before.match->reading, now.match->reading, changes);
  }
  return changes;
}

}  // namespace linecheck::setup
