#include "setup/opinion.h"
#include "setup/targets.h"
#include "setup/volume_words.h"

namespace linecheck::setup {
namespace {

class SystemCheck {
 public:
  SystemCheck(const Evidence& evidence, const Taken<SystemReading>& taken, Opinions& opinions)
      : evidence_(evidence), reading_(taken.reading), at_(taken.at), opinions_(opinions) {}

  void run() {
    checkVolume();
    checkMute();
    checkBits();
    checkRate();
    checkSharing();
    checkEffects();
  }

 private:
  void say(ItemKind kind, State state, Sentence found, std::optional<Sentence> cure = {}) {
    const Item* item = evidence_.first(kind);
    if (!item) return;
    Opinion opinion{item->id, KnownBy::system, state, std::move(found), std::move(cure)};
    opinion.at = at_;
    opinions_.push_back(std::move(opinion));
  }

  [[nodiscard]] std::optional<chain::OperatingSystem> system() const {
    return reading_.system ? reading_.system : evidence_.survey.system();
  }

  void checkVolume() {
    if (!reading_.volume) return;
    const VolumeVerdict verdict = judgeVolume(*reading_.volume, system());
    say(ItemKind::systemVolume, verdict.state,
        {"The system says that the volume of %1 stands at %2.",
         {endpoint(), percentText(*reading_.volume)}},
        verdict.cure);
  }

  void checkMute() {
    if (!reading_.isMuted) return;
    if (*reading_.isMuted) {
      say(ItemKind::notMuted, State::wrong, {"The system says that %1 is muted.", {endpoint()}},
          Sentence{"Switch the mute off in the system's sound settings."});
    } else {
      say(ItemKind::notMuted, State::done, {"The system says that %1 is not muted.", {endpoint()}});
    }
  }

  void checkBits() {
    if (!reading_.bits) return;
    const std::string bits = std::to_string(*reading_.bits);
    const Sentence found{"The system says %1 bit.", {bits}};
    if (*reading_.bits >= kEnoughBits) {
      say(ItemKind::bitDepth, State::done, found);
    } else {
      say(ItemKind::bitDepth, State::wrong, found,
          Sentence{"Set the format to 24 bit in the system's sound settings."});
    }
  }

  void checkRate() {
    if (!reading_.sampleRate) return;
    const Sentence found{"The system says %1.", {rateText(*reading_.sampleRate)}};
    const auto wanted = wantedRate();
    if (!wanted) {
      say(ItemKind::sampleRate, State::unknown, found);
    } else if (isSameRate(*wanted, *reading_.sampleRate)) {
      say(ItemKind::sampleRate, State::done, found);
    } else {
      say(ItemKind::sampleRate, State::wrong, found,
          Sentence{"Set the system's format and the interface both to %1.", {rateText(*wanted)}});
    }
  }
  [[nodiscard]] std::optional<Hertz> wantedRate() const {
    const Survey& survey = evidence_.survey;
    if (survey.converter && survey.converter->format.sampleRate) {
      return survey.converter->format.sampleRate;
    }
    const auto& path = evidence_.progress.readings.path;
    return path ? path->reading.sampleRate : std::nullopt;
  }

  // A device that is shared now may be taken by one program a moment later.
  void checkSharing() {
    if (!reading_.isExclusive) return;
    const auto* computer = evidence_.survey.computer;
    const auto path = computer && computer->computer ? computer->computer->path : std::nullopt;
    if (*reading_.isExclusive && path == chain::AudioPath::sharedMixer) {
      say(ItemKind::soundPath, State::wrong,
          {"The system says that one program has %1 alone, and the desk says that the sound goes "
           "through the mixer.",
           {endpoint()}},
          Sentence{"Correct the desk, or leave exclusive mode in that program."});
    } else if (*reading_.isExclusive) {
      say(ItemKind::soundPath, State::done,
          {"The system says that one program has %1 alone.", {endpoint()}});
    } else {
      say(ItemKind::soundPath, path ? State::unknown : State::done,
          {"The system says that all programs share %1.", {endpoint()}});
    }
  }

  void checkEffects() {
    if (!reading_.hasEnhancements) return;
    if (!*reading_.hasEnhancements) {
      say(ItemKind::enhancements, State::done, {"The system knows of no effect that is on."});
      return;
    }
    const Sentence cure{
        "Switch them off in the system's sound settings, or end the program that "
        "makes them."};
    if (reading_.effects.empty()) {
      say(ItemKind::enhancements, State::wrong,
          {"The system says that effects of %1 are on.", {endpoint()}}, cure);
    } else {
      say(ItemKind::enhancements, State::wrong,
          {"The system says that these effects may act: %1.", {listed(reading_.effects)}}, cure);
    }
  }

  [[nodiscard]] std::string endpoint() const {
    return reading_.endpoint.empty() ? "the output" : reading_.endpoint;
  }

  const Evidence& evidence_;
  const SystemReading& reading_;
  std::chrono::sys_seconds at_;
  Opinions& opinions_;
};

}  // namespace

void checkSystem(const Evidence& evidence, Opinions& opinions) {
  if (const auto& taken = evidence.progress.readings.system) {
    SystemCheck(evidence, *taken, opinions).run();
  }
}

}  // namespace linecheck::setup
