#include <algorithm>
#include <cmath>

#include "base/number_text.h"
#include "chain/host.h"
#include "measure/path_advice.h"
#include "prediction/causes.h"
#include "setup/gain_causes.h"
#include "setup/opinion.h"
#include "setup/path_words.h"
#include "setup/volume_words.h"

namespace linecheck::setup {
namespace {

using measure::PathFault;
using measure::PathFinding;

ItemKind kindFor(PathFault fault) {
  switch (fault) {
    case PathFault::sixteenBit:
      return ItemKind::bitDepth;
    case PathFault::resampled:
      return ItemKind::sampleRate;
    case PathFault::automaticGain:
      return ItemKind::enhancements;
    default:
      return ItemKind::wholePath;
  }
}

class PathCheck {
 public:
  PathCheck(const Evidence& evidence, const Taken<PathReading>& taken, Opinions& opinions)
      : evidence_(evidence),
        reading_(taken.reading),
        report_(taken.reading.report),
        at_(taken.at),
        opinions_(opinions) {}

  void run() {
    if (!report_.wasRun) return;
    for (const PathFinding& finding : report_.findings) {
      if (finding.fault == PathFault::gain) continue;
      say(kindFor(finding.fault), State::wrong, pathWords(finding),
          Sentence{measure::pathCure(finding.fault).data()});
    }
    tellGain();
    if (report_.isUsable()) tellWhatIsRight();
  }

 private:
  void say(ItemKind kind, State state, Sentence found, std::optional<Sentence> cure = {}) {
    const Item* item = evidence_.first(kind);
    if (!item) return;
    Opinion opinion{item->id, KnownBy::measured, state, std::move(found), std::move(cure)};
    opinion.at = at_;
    opinions_.push_back(std::move(opinion));
  }

  [[nodiscard]] bool isClear(PathFault fault) const {
    return !report_.find(fault) &&
           std::find(report_.unseen.begin(), report_.unseen.end(), fault) == report_.unseen.end();
  }

  void tellGain() {
    const PathFinding* finding = report_.find(PathFault::gain);
    if (!finding || !finding->value || !reading_.expectedGain) return;
    const MeasuredLoop loop = measuredLoop(evidence_.survey, reading_.loop);
    GainOff off{Decibels::of(*finding->value), seOf(finding->channel), {}, {}};
    off.found =
        Sentence{off.by < Decibels::of(0.0) ? "The loop comes back %1 lower than it should."
                                            : "The loop comes back %1 higher than it should.",
                 {numberText(std::abs(off.by.value()), 1, "dB")}};
    if (const auto* lane = loop.lane(finding->channel)) {
      off.causes = prediction::gainCauses(*loop.loop, *lane, off.by, Decibels::of(off.se));
    }
    addGainOff(evidence_, loop.loop ? &*loop.loop : nullptr, off, at_, ItemKind::wholePath,
               opinions_);
  }
  [[nodiscard]] double seOf(std::optional<int> channel) const {
    for (const auto& one : report_.channels) {
      if (!channel || one.input == *channel) return one.gainSe;
    }
    return 0.0;
  }

  void tellWhatIsRight() {
    say(ItemKind::notMuted, State::done, {"What was played came back."});
    if (isClear(PathFault::sixteenBit)) {
      say(ItemKind::bitDepth, State::done, {"More than 16 bits arrive."});
    }
    if (isClear(PathFault::resampled)) {
      say(ItemKind::sampleRate, State::done, {"The samples arrive at the rate of the stream."});
    }
    const auto* computer = evidence_.survey.computer;
    // The loop was right when its gain was saved; past the mixer that says nothing of the slider.
    const bool showsVolume =
        reading_.expectedGain && computer && chain::usesSystemMixer(*computer) == true;
    if (showsVolume && !report_.find(PathFault::gain) && !report_.find(PathFault::automaticGain)) {
      say(ItemKind::systemVolume, State::done,
          {"The loop comes back as loud as when its gain was saved."});
    }
    const bool isWhole = std::all_of(
        report_.findings.begin(), report_.findings.end(), [](const PathFinding& finding) {
          return finding.fault == PathFault::gain || kindFor(finding.fault) != ItemKind::wholePath;
        });
    if (isWhole) say(ItemKind::wholePath, State::done, {"No sample is lost, none exchanged."});
  }

  const Evidence& evidence_;
  const PathReading& reading_;
  const measure::PathReport& report_;
  std::chrono::sys_seconds at_;
  Opinions& opinions_;
};

}  // namespace

void checkPath(const Evidence& evidence, Opinions& opinions) {
  if (const auto& taken = evidence.progress.readings.path) {
    PathCheck(evidence, *taken, opinions).run();
  }
}

}  // namespace linecheck::setup
