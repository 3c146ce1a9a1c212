// `measure level-match`: makes headphones and monitors equally loud.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>

#include "cli/interrupt.h"
#include "cli/level_match_talk.h"
#include "cli/measure_procedure.h"
#include "cli/stream_choice.h"
#include "json/writer.h"

namespace linecheck::cli {
namespace {

using measure::LevelDifference;
using measure::MatchSide;

struct Side {
  std::string name;
  std::vector<double> readings;
  std::vector<int> channels;  ///< From 1; empty: those of a stereo pair.
  bool isFixed = false;

  [[nodiscard]] std::vector<DecibelsSpl> levels() const {
    std::vector<DecibelsSpl> result;
    for (const double reading : readings) result.push_back(DecibelsSpl::of(reading));
    return result;
  }
  [[nodiscard]] measure::MatchControl control() const { return {name, !isFixed, {}}; }
};

struct Arguments {
  StreamArguments stream;
  Side a{"the headphones", {}, {}};
  Side b{"the monitors", {}, {}};
  std::optional<double> background;
  double level = measure::MatchNoise().level.value();
  bool isByEar = false;

  [[nodiscard]] bool hasReadings() const { return !a.readings.empty() || !b.readings.empty(); }
};

std::vector<int> outputsOf(const Side& side, const audio::StreamConfig& stream) {
  std::vector<int> channels;
  for (const int channel : side.channels) channels.push_back(channel - 1);
  for (int i = 0; side.channels.empty() && i < std::min(stream.outputChannels, 2); ++i) {
    channels.push_back(i);
  }
  return channels;
}

int highestOf(const Arguments& arguments) {
  int highest = 1;
  for (const Side* side : {&arguments.a, &arguments.b}) {
    for (const int channel : side->channels) highest = std::max(highest, channel);
  }
  return highest;
}

Result<LevelDifference> differenceOf(const Arguments& arguments) {
  const auto a = arguments.a.levels();
  const auto b = arguments.b.levels();
  measure::MeterReadings readings{a, b, {}};
  if (arguments.background) readings.background = DecibelsSpl::of(*arguments.background);
  return measure::differenceOf(readings);
}

Result<LevelDifference> askAtTerminal(const Session& session, Arguments& arguments) {
  if (session.input == nullptr) {
    return fail(ErrorCode::usage,
                "Give what the meter reads on each side, for nobody can be asked "
                "here.",
                "--reading-a, --reading-b");
  }
  // So that the noise fades out.
  const Interrupt interrupt;
  const auto backend = openBackend(session, arguments.stream);
  if (!backend) return fail(backend.error());
  const auto stream =
      oneWayStreamFor(**backend, arguments.stream, audio::Direction::output, highestOf(arguments));
  if (!stream) return fail(stream.error());
  LevelMatchTalk talk{session, **backend, *stream, {}, {}, {arguments.a.name, arguments.b.name}};
  talk.noise.level = DecibelsFs::of(arguments.level);
  talk.outputs = {outputsOf(arguments.a, *stream), outputsOf(arguments.b, *stream)};
  if (arguments.isByEar) return talkByEar(talk);
  const auto levels = talkOverMeter(talk);
  if (!levels) return fail(levels.error());
  arguments.a.readings = {levels->front().value()};
  arguments.b.readings = {levels->back().value()};
  return differenceOf(arguments);
}

json::Object sideJson(const Side& side) {
  json::Array readings;
  for (const double reading : side.readings) readings.emplace_back(reading);
  json::Object object{{"name", side.name}};
  object.set("readings_dbspl", json::Value(std::move(readings))).set("fixed", side.isFixed);
  return object;
}

json::Object documentOf(const Arguments& arguments, const LevelDifference& difference,
                        const measure::MatchAdvice& advice, const std::string& text) {
  const bool isTurned = !advice.isMatched && !advice.isFixed;
  json::Object document{{"schema", "linecheck.level-match/1"},
                        {"known_by", arguments.isByEar ? "ear" : "meter"}};
  document.set("a", json::Value(sideJson(arguments.a)))
      .set("b", json::Value(sideJson(arguments.b)))
      .set("difference_db", difference.aOverB)
      .set("uncertainty_db", difference.uncertainty)
      .set("matched", advice.isMatched)
      .set("turn", !isTurned                     ? json::Value()
                   : advice.side == MatchSide::a ? json::Value("a")
                                                 : json::Value("b"))
      .set("change_db", isTurned ? json::Value(advice.change.value()) : json::Value())
      .set("text", text);
  return document;
}

Result<ExitCode> match(const Session& session, Arguments arguments) {
  const auto difference =
      arguments.hasReadings() ? differenceOf(arguments) : askAtTerminal(session, arguments);
  if (!difference) return fail(difference.error());
  const auto a = arguments.a.control();
  const auto b = arguments.b.control();
  const auto advice = measure::adviceFor(*difference, a, b);
  const std::string text = measure::adviceText(advice, a, b).english();
  if (session.json) {
    session.out << json::toText(documentOf(arguments, *difference, advice, text)) << '\n';
  } else {
    session.out << fmt::format("A: {}. B: {}.\n{}\n{}\n", a.name, b.name,
                               measure::differenceText(*difference).english(), text);
  }
  return ExitCode::done;
}

void addSide(CLI::App& command, Side& side, const std::string& letter) {
  command.add_option("--reading-" + letter, side.readings,
                     "What the meter reads on this side in dB; may be given again, for the mean");
  command.add_option("--name-" + letter, side.name, "What it is called; default " + side.name);
  command
      .add_option("--channel-" + letter, side.channels,
                  "Output channel of this side, from 1; may be given again; default 1 and 2")
      ->check(CLI::Range(1, 256));
  command.add_flag("--fixed-" + letter, side.isFixed, "Nothing sets the level of this side alone");
}

}  // namespace

void addLevelMatch(CLI::App& measure, Session& session) {
  CLI::App* command = measure.add_subcommand(
      "level-match", "Play quiet noise on headphones and monitors in turn, and tell what to turn");
  auto arguments = std::make_shared<Arguments>();
  arguments->stream.addTo(*command, StreamArguments::Recordings::no);
  arguments->stream.addOutputTo(*command);
  addSide(*command, arguments->a, "a");
  addSide(*command, arguments->b, "b");
  command->add_option("--background", arguments->background,
                      "What the meter reads with the noise off, in dB");
  command->add_option("--level", arguments->level, "RMS level of the noise in dBFS; default -34")
      ->check(
          CLI::Range(measure::kQuietestMatchNoise.value(), measure::kLoudestMatchNoise.value()));
  command->add_flag("--by-ear", arguments->isByEar, "Compare by ear instead of with a meter")
      ->excludes("--reading-a", "--reading-b", "--background");
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return match(session, *arguments); };
  });
}

}  // namespace linecheck::cli
