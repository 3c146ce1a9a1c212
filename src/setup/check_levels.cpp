#include <algorithm>
#include <cmath>

#include "base/number_text.h"
#include "measure/procedure.h"
#include "prediction/compare.h"
#include "prediction/predict.h"
#include "prediction/texts.h"
#include "setup/gain_causes.h"
#include "setup/opinion.h"
#include "setup/trim_verdict.h"

namespace linecheck::setup {
namespace {

/// Full scale, but for what the steps and their reading leave open.
constexpr double kFullScale = -0.3;  // dBFS

class LevelCheck {
 public:
  LevelCheck(const Evidence& evidence, const Taken<LevelReading>& taken, Opinions& opinions)
      : evidence_(evidence), reading_(taken.reading), at_(taken.at), opinions_(opinions) {}

  void run() {
    tellTrim();
    tellHeadroom();
    tellGain();
  }

 private:
  void say(const Item* item, State state, Sentence found, std::optional<Sentence> cure = {}) {
    if (!item) return;
    Opinion opinion{item->id, KnownBy::measured, state, std::move(found), std::move(cure)};
    opinion.at = at_;
    opinions_.push_back(std::move(opinion));
  }

  /// What a calibrated output gives at 0 dBFS is what its trim stands at.
  void tellTrim() {
    if (!reading_.fullScaleOut || !isMainOutput()) return;
    for (const Item& item : evidence_.items) {
      const auto wanted = item.kind == ItemKind::outputTrim ? levelOf(item) : std::nullopt;
      if (!wanted) continue;
      const auto verdict = judgeTrim(*reading_.fullScaleOut, *wanted,
                                     reading_.fullScaleOutSe.value_or(Decibels::of(0.0)));
      say(&item, verdict.state,
          {"The output gives %1 at full scale.",
           {numberText(reading_.fullScaleOut->value(), 1, "dBu")}},
          verdict.cure);
    }
  }
  [[nodiscard]] bool isMainOutput() const {
    const auto& output = evidence_.survey.output;
    return !reading_.loop.from || (output && reading_.loop.from->device == output->device &&
                                   reading_.loop.from->port == output->port);
  }

  struct Clip {
    double level = 0.0;
    std::string kind, place;
  };
  /// That of the channel that clips first; empty if none does, or nobody looked.
  [[nodiscard]] std::optional<Clip> firstClip() const {
    std::optional<Clip> first;
    for (const auto& figure : reading_.reading.figures) {
      if (figure.id != "clip_level" || !figure.value) continue;
      if (first && first->level <= *figure.value) continue;
      first = Clip{*figure.value, word("clip_kind", figure.channel),
                   word("clip_place", figure.channel)};
    }
    return first;
  }
  [[nodiscard]] std::string word(std::string_view id, std::optional<int> channel) const {
    const auto* statement = reading_.reading.statement(id, channel);
    return statement ? statement->word : std::string();
  }
  [[nodiscard]] bool wasHeadroomSeen() const {
    return std::any_of(reading_.reading.statements.begin(), reading_.reading.statements.end(),
                       [](const auto& statement) { return statement.id == "clip_kind"; });
  }

  void tellHeadroom() {
    const Item* item = evidence_.first(ItemKind::headroom);
    if (!wasHeadroomSeen()) return;
    const auto clip = firstClip();
    if (!clip) {
      say(item, State::done, {"Nothing clips up to the loudest tone that was played."});
      return;
    }
    const std::string level = numberText(clip->level, 1, "dBFS");
    if (clip->kind == "limiter") tellLimiter(*clip);
    if (clip->place == "converter_in") {
      say(item, State::unknown, {"The input that listens clips from %1 on.", {level}},
          Sentence{"Turn the gain of that input down and measure again."});
    } else if (clip->level >= kFullScale) {
      say(item, State::done, {"It is clean up to %1.", {level}});
    } else if (clip->place == "amplifier") {
      say(item, State::wrong, {"An amplifier on the way clips from %1 on.", {level}},
          Sentence{"Turn it down, or the output before it."});
    } else {
      say(item, State::wrong, {"It clips from %1 on.", {level}},
          Sentence{"Look for a volume above 0 dB on the way; then turn the output down."});
    }
  }
  void tellLimiter(const Clip& clip) {
    say(evidence_.first(ItemKind::systemVolume), State::wrong,
        {"A limiter in the computer holds what is above %1.", {numberText(clip.level, 1, "dBFS")}},
        Sentence{"Set the system volume to 97 %, or play past the mixer by ASIO or in exclusive "
                 "mode."});
  }

  void tellGain() {
    const MeasuredLoop measured = measuredLoop(evidence_.survey, reading_.loop);
    const auto* procedure = measure::findProcedure(reading_.procedure);
    if (!measured.loop || !procedure) return;
    const auto prediction = prediction::predict(*measured.loop, procedure->id(),
                                                measure::Values(procedure->parameters()));
    const auto comparison =
        prediction::compare(*measured.loop, reading_.reading, prediction, nullptr);
    for (const prediction::Finding& finding : comparison.findings) {
      if (finding.id != "gain-off") continue;
      const GainOff off{Decibels::of(finding.difference), finding.uncertainty,
                        prediction::findingText(finding), finding.causes};
      addGainOff(evidence_, &*measured.loop, off, at_, ItemKind::headroom, opinions_);
      return;
    }
  }

  const Evidence& evidence_;
  const LevelReading& reading_;
  std::chrono::sys_seconds at_;
  Opinions& opinions_;
};

}  // namespace

void checkLevels(const Evidence& evidence, Opinions& opinions) {
  if (const auto& taken = evidence.progress.readings.level) {
    LevelCheck(evidence, *taken, opinions).run();
  }
}

}  // namespace linecheck::setup
