#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/clock.h"
#include "base/number_text.h"
#include "cli/calibrate.h"
#include "cli/interrupt.h"
#include "cli/keep_playing.h"
#include "cli/question.h"
#include "measure/reference_tone.h"

namespace linecheck::cli {
namespace {

struct Arguments {
  CalibrationArguments place;
  MeterArguments meter;
  double level = -20.0;
  double frequency = measure::kMeterFrequency.value();

  [[nodiscard]] measure::TestTone tone() const {
    return {Hertz::of(frequency), DecibelsFs::of(level)};
  }
};

const char* probesText(measure::Probes probes) {
  switch (probes) {
    case measure::Probes::unbalanced:
      return "one probe on the tip (or the RCA's pin), the other on the sleeve (its shell)";
    case measure::Probes::hotToCold:
      return "one probe on the hot contact (XLR pin 2, the tip), the other on the cold one (XLR "
             "pin 3, the ring)";
    case measure::Probes::hotToGround:
      return "one probe on the hot contact (XLR pin 2, the tip), the other on the ground (XLR "
             "pin 1, the sleeve)";
  }
  return "";
}

// Asks until the answer is a reading that can be; none if there is no answer.
std::optional<measure::KnownByMeter> askReading(const Session& session,
                                                const Arguments& arguments) {
  while (const auto answer = cli::ask(session, "Reading, with its unit (Enter alone gives up): ")) {
    if (answer->empty()) break;
    const auto display = measure::parseMeterDisplay(*answer);
    if (!display) {
      session.err << "linecheck-cli: " << display.error().message() << '\n';
      continue;
    }
    const measure::KnownByMeter known = arguments.meter.at(*display, arguments.tone());
    const auto judged = measure::fullScaleFromMeter(known);
    if (judged) return known;
    session.err << "linecheck-cli: " << judged.error().message() << '\n';
  }
  return std::nullopt;
}

// Plays the tone until the reading has been typed.
Result<measure::KnownByMeter> playAndAsk(const Session& session, const Arguments& arguments,
                                         audio::Backend& backend,
                                         const audio::StreamConfig& stream) {
  if (auto safe = checkEars(stream, arguments.place.stream); !safe) return fail(safe.error());
  const auto loud = consent(session, arguments.tone().level);
  if (!loud) return fail(loud.error());
  const std::vector<int> channels = arguments.place.sortedChannels();
  // So that the tone fades out.
  const Interrupt interrupt;
  auto playing = measure::ReferenceTone::start(backend, stream, arguments.tone(), channels, *loud,
                                               arguments.place.stream.jack());
  if (!playing) return fail(asDeviceError(playing.error()));
  const KeepPlaying keepPlaying([&playing] { (*playing)->keepAlive(); });
  session.err << fmt::format(
      "A tone of {:g} Hz at {} plays on output {} of {}.\nSet the meter to AC volts, at the "
      "lowest range that shows 2 V. Put {}.\n",
      arguments.frequency, numberText(arguments.level, 1, "dBFS"), fmt::join(channels, " and "),
      stream.output->name, probesText(arguments.meter.probes));
  const auto known = askReading(session, arguments);
  const bool wasLost = (*playing)->state() != audio::StreamState::running;
  const auto fault = (*playing)->fault();
  const auto stopped = (*playing)->stop(SteadyClock());
  if (wasLost) {
    return fail(asDeviceError(fault.value_or(
        Error{ErrorCode::audioDevice, "The tone ended before the reading.", stream.output->name})));
  }
  if (!known) return fail(ErrorCode::cancelled, "Nothing was saved.");
  if (!stopped) return fail(stopped.error());
  return *known;
}

Result<measure::KnownByMeter> given(const Arguments& arguments) {
  const auto display = measure::parseMeterDisplay(*arguments.meter.reading);
  if (!display) return fail(display.error());
  return arguments.meter.at(*display, arguments.tone());
}

Result<ExitCode> calibrate(const Session& session, const Arguments& arguments) {
  const auto settings = arguments.place.settings();
  if (!settings) return fail(settings.error());
  if (!arguments.meter.reading && session.input == nullptr) {
    return fail(ErrorCode::usage,
                "Give the meter's reading, for nobody can be asked here. `measure tone` plays one.",
                "--reading");
  }
  const auto backend = openBackend(session, arguments.place.stream);
  if (!backend) return fail(backend.error());
  const std::vector<int> channels = arguments.place.sortedChannels();
  const auto stream =
      oneWayStreamFor(**backend, arguments.place.stream, audio::Direction::output, channels.back());
  if (!stream) return fail(stream.error());
  const auto known = arguments.meter.reading ? given(arguments)
                                             : playAndAsk(session, arguments, **backend, *stream);
  if (!known) return fail(known.error());
  const auto reading = measure::fullScaleFromMeter(*known, arguments.meter.band());
  if (!reading) return fail(reading.error());

  measure::FullScaleRecord record;
  record.device = *stream->output;
  record.direction = audio::Direction::output;
  record.channels = channels;
  record.sampleRate = stream->sampleRate;
  record.controls = *settings;
  record.fullScale = reading->fullScale;
  record.uncertainty = reading->uncertainty;
  record.knownBy = *known;
  record.when = today();
  return saveAndPrint(session, {record}, reading->cautions);
}

}  // namespace

void addCalibrateOutput(CLI::App& command, Session& session) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* output =
      command.add_subcommand("output", "Play a tone, and type what a multimeter reads at the jack");
  arguments->place.addTo(*output);
  arguments->place.stream.addOutputTo(*output);
  arguments->meter.addTo(*output);
  arguments->place.stream.addCableTo(*output);
  output->add_option("--level", arguments->level, "Level of the tone in dBFS; default -20")
      ->check(CLI::Range(-60.0, 0.0));
  output
      ->add_option("--frequency", arguments->frequency,
                   "Its frequency in Hz; default 60, which any meter reads right")
      ->check(CLI::Range(20.0, 20000.0));
  output->callback([&session, arguments] {
    session.action = [&session, arguments] { return calibrate(session, *arguments); };
  });
}

}  // namespace linecheck::cli
