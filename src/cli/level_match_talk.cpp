#include "cli/level_match_talk.h"
#include "cli/keep_playing.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <istream>
#include <optional>
#include <ostream>

#include "base/clock.h"
#include "cli/question.h"
#include "cli/stream_choice.h"
#include "measure/ear_match.h"
#include "measure/harness.h"
#include "measure/listeners.h"

namespace linecheck::cli {
namespace {

using measure::EarAnswer;
using measure::MatchSide;
using PlayerPtr = std::unique_ptr<measure::MatchPlayer>;

constexpr std::array kUnits = {"", "dB", "dBA", "dBC", "dB(A)", "dB(C)", "dB(Z)", "dB SPL"};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

const char* letterOf(MatchSide side) {
  return side == MatchSide::a ? "A" : "B";
}

const std::string& nameOf(const LevelMatchTalk& talk, MatchSide side) {
  return talk.names.at(static_cast<std::size_t>(side));
}

Error givenUp() {
  return {ErrorCode::cancelled, "Nothing was compared.", {}};
}

std::optional<std::string> answerTo(const LevelMatchTalk& talk, const std::string& question) {
  const auto answer = ask(talk.session, question);
  if (!answer) return std::nullopt;
  return std::string(trimmed(*answer));
}

Result<measure::LoudTone> consentTo(const LevelMatchTalk& talk) {
  const auto samples = measure::matchNoise(talk.noise, Hertz::of(talk.stream.sampleRate),
                                           measure::LoudTone::confirmed);
  if (!samples) return fail(samples.error());
  double peak = 0.0;
  for (const float sample : *samples) peak = std::max(peak, std::abs(static_cast<double>(sample)));
  return consent(talk.session, dbfsFromSinePeak(peak));
}

// Silent until a side is played.
Result<PlayerPtr> start(const LevelMatchTalk& talk) {
  talk.session.err << fmt::format("Noise plays on {}. {}\n", talk.stream.output->name,
                                  measure::listeningWarning(measure::Harness::soundLevelMeter));
  const auto loud = consentTo(talk);
  if (!loud) return fail(loud.error());
  auto player =
      measure::MatchPlayer::start(talk.backend, talk.stream, talk.noise, talk.outputs, *loud);
  if (!player) return fail(asDeviceError(player.error()));
  return player;
}

Result<void> checkPlaying(const LevelMatchTalk& talk, measure::MatchPlayer& player) {
  if (player.state() == audio::StreamState::running) return {};
  return fail(asDeviceError(player.fault().value_or(
      Error{ErrorCode::audioDevice, "The noise ended early.", talk.stream.output->name})));
}

// Asks until the answer is a level at which one can work.
Result<DecibelsSpl> askReading(const LevelMatchTalk& talk, MatchSide side) {
  while (true) {
    const auto answer = answerTo(
        talk, fmt::format("Reading of {}, in dB (Enter alone gives up): ", letterOf(side)));
    if (!answer || answer->empty()) return fail(givenUp());
    const auto level = parseMeterLevel(*answer);
    if (!level) {
      talk.session.err << "linecheck-cli: " << level.error().what << '\n';
      continue;
    }
    const std::array both = {*level};
    const auto judged = measure::differenceOf({both, both, {}});
    if (judged) return *level;
    talk.session.err << "linecheck-cli: " << judged.error().what << '\n';
  }
}

// Silent while the user switches over.
Result<DecibelsSpl> readSide(const LevelMatchTalk& talk, measure::MatchPlayer& player,
                             MatchSide side) {
  player.pause();
  if (!answerTo(talk, fmt::format("Switch over to {} ({}), and press Enter: ", nameOf(talk, side),
                                  letterOf(side)))) {
    return fail(givenUp());
  }
  player.play(side);
  auto level = askReading(talk, side);
  if (auto playing = checkPlaying(talk, player); !playing) return fail(playing.error());
  return level;
}

std::optional<EarAnswer> earAnswer(std::string_view text) {
  if (text == "a" || text == "A") return EarAnswer::aLouder;
  if (text == "b" || text == "B") return EarAnswer::bLouder;
  if (text == "=") return EarAnswer::equal;
  return std::nullopt;
}

Result<measure::LevelDifference> compare(const LevelMatchTalk& talk, measure::MatchPlayer& player) {
  measure::EarMatch match;
  MatchSide side = MatchSide::a;
  while (!match.isDone()) {
    player.setGain(MatchSide::a, match.gain(MatchSide::a));
    player.setGain(MatchSide::b, match.gain(MatchSide::b));
    player.play(side);
    const auto answer =
        answerTo(talk, fmt::format("This is {}: {}. Louder is (a, b, =; Enter plays the other, q "
                                   "gives up): ",
                                   letterOf(side), nameOf(talk, side)));
    if (!answer || *answer == "q") return fail(givenUp());
    if (auto playing = checkPlaying(talk, player); !playing) return fail(playing.error());
    if (answer->empty()) {
      side = side == MatchSide::a ? MatchSide::b : MatchSide::a;
    } else if (const auto heard = earAnswer(*answer)) {
      match.answer(*heard);
    } else {
      talk.session.err << "linecheck-cli: answer a, b or =\n";
    }
  }
  const auto difference = match.difference();
  if (!difference) {
    return fail(ErrorCode::measurementInvalid,
                "They are too far apart. Turn the louder one down, and begin anew.");
  }
  return *difference;
}

}  // namespace

Result<DecibelsSpl> parseMeterLevel(std::string_view text) {
  std::string number(trimmed(text));
  std::replace(number.begin(), number.end(), ',', '.');
  double value = 0.0;
  const char* end = number.data() + number.size();
  const auto [rest, error] = std::from_chars(number.data(), end, value, std::chars_format::fixed);
  const auto unit = trimmed(std::string_view(rest, static_cast<std::size_t>(end - rest)));
  if (error != std::errc() || !std::isfinite(value) ||
      std::find(kUnits.begin(), kUnits.end(), unit) == kUnits.end()) {
    return fail(ErrorCode::usage, "Type what the meter reads in dB, like 72.4.", std::string(text));
  }
  return DecibelsSpl::of(value);
}

Result<std::array<DecibelsSpl, 2>> talkOverMeter(const LevelMatchTalk& talk) {
  talk.session.err << fmt::format("linecheck-cli: {}\n",
                                  measure::harnessText(measure::Harness::soundLevelMeter));
  const auto player = start(talk);
  if (!player) return fail(player.error());
  const KeepPlaying keepPlaying([&player] { (*player)->keepAlive(); });
  const auto a = readSide(talk, **player, MatchSide::a);
  auto b = a ? readSide(talk, **player, MatchSide::b) : a;
  const auto stopped = (*player)->fadeOutAndStop(SteadyClock());
  if (!b) return fail(b.error());
  if (!stopped) return fail(stopped.error());
  return std::array{*a, *b};
}

Result<measure::LevelDifference> talkByEar(const LevelMatchTalk& talk) {
  const auto player = start(talk);
  if (!player) return fail(player.error());
  const KeepPlaying keepPlaying([&player] { (*player)->keepAlive(); });
  talk.session.err << "Set your switch to the side that is named, each time.\n";
  auto difference =
      answerTo(talk, "Press Enter to begin: ") ? compare(talk, **player) : fail(givenUp());
  const auto stopped = (*player)->fadeOutAndStop(SteadyClock());
  if (difference && !stopped) return fail(stopped.error());
  return difference;
}

}  // namespace linecheck::cli
