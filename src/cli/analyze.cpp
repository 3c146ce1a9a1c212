#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <vector>

#include "audio/file/sound_file.h"
#include "base/number_text.h"
#include "cli/analysis_json.h"
#include "cli/analysis_options.h"
#include "cli/analysis_text.h"
#include "cli/command.h"
#include "cli/severity.h"
#include "diagnosis/channel_diagnoses.h"
#include "json/writer.h"
#include "measure/sound_analysis.h"

namespace linecheck::cli {
namespace {

struct Arguments {
  std::string file;
  std::optional<int> channel;
  AnalysisArguments analysis;
  std::optional<Severity> failOn;
};

Result<ExitCode> analyze(const Session& session, const Arguments& arguments) {
  const auto sound = audio::readSoundFile<double>(arguments.file);
  if (!sound) return fail(sound.error());
  const audio::SoundFileInfo& info = sound->info;
  if (arguments.channel && *arguments.channel > info.channels) {
    return fail(
        ErrorCode::usage,
        fmt::format("There is no channel {}; the file has {}.", *arguments.channel, info.channels),
        arguments.file);
  }
  const int first = arguments.channel ? *arguments.channel - 1 : 0;
  const int last = arguments.channel ? first : info.channels - 1;
  const auto channels = measure::analyzeSound(*sound, first, last, arguments.analysis.options());
  std::vector<std::vector<double>> heard;
  for (int i = first; i <= last; ++i) heard.push_back(sound->channel(i));
  const auto diagnoses =
      diagnosis::diagnoseEach(heard, Hertz::of(info.sampleRate),
                              diagnosis::Listening{arguments.analysis.options(), nullptr});
  const auto calibration = arguments.analysis.calibration();
  const double seconds = static_cast<double>(info.frames) / info.sampleRate;

  if (session.json) {
    json::Object document{{"schema", "linecheck.analysis/1"},
                          {"file", arguments.file},
                          {"sample_rate_hz", info.sampleRate},
                          {"duration_s", seconds}};
    if (calibration) document.set("full_scale_dbu", calibration->fullScale());
    document.set("channels", channelsJson(channels, diagnoses, first + 1, calibration));
    session.out << json::toText(document) << '\n';
  } else {
    session.out << fmt::format(
                       "{}\n{} · {} · {}\n", arguments.file,
                       numberText(info.sampleRate / 1000.0, 1, "kHz"),
                       info.channels == 1 ? "1 channel" : fmt::format("{} channels", info.channels),
                       numberText(seconds, 2, "s"))
                << channelsText(channels, diagnoses, first + 1, calibration);
  }
  return exitCodeFor(diagnoses, arguments.failOn);
}

}  // namespace

void addAnalyze(CLI::App& app, Session& session) {
  CLI::App* command =
      app.add_subcommand("analyze", "Analyse a WAV, FLAC or AIFF file: levels, tone, noise, hum");
  auto arguments = std::make_shared<Arguments>();
  command->add_option("FILE", arguments->file, "The file")->required();
  command->add_option("--channel", arguments->channel, "Only this channel, counted from 1")
      ->check(CLI::Range(1, audio::kMaxFileChannels));
  arguments->analysis.addTo(*command);
  addFailOn(*command, arguments->failOn);
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return analyze(session, *arguments); };
  });
}

}  // namespace linecheck::cli
