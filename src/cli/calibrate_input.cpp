#include <fmt/format.h>

#include <istream>
#include <memory>
#include <ostream>

#include "base/number_text.h"
#include "cli/calibrate.h"
#include "cli/measure_bench.h"
#include "cli/question.h"
#include "measure/calibration_match.h"
#include "measure/hum_measurement.h"
#include "measure/tone_measurement.h"

namespace linecheck::cli {
namespace {

struct Arguments {
  CalibrationArguments place;
  MeterArguments meter;
  double level = -20.0;
  double frequency = measure::kMeterFrequency.value();
  bool isLoop = false;
  bool isExternal = false;
  bool isOneLeg = false;
  bool mayBeStale = false;
  bool mayReplace = false;
  int outputChannel = 1;
};

// Captures what comes in, while the tone plays or something else feeds the input.
Result<measure::Measurement> capture(audio::Backend& backend, const audio::StreamConfig& stream,
                                     const Arguments& arguments, measure::LoudTone loud) {
  Interrupt interrupt;
  const auto control = controlOf(interrupt);
  const Hertz frequency = Hertz::of(arguments.frequency);
  auto measured = [&]() -> Result<measure::Measurement> {
    if (arguments.isExternal) {
      measure::HumRequest request;
      request.stream = stream;
      request.seconds = Seconds::of(2.0);
      request.analysis.stimulus = frequency;
      return measure::measureHum(backend, request, control);
    }
    measure::ToneRequest request;
    request.stream = stream;
    request.tone = {frequency, DecibelsFs::of(arguments.level)};
    request.loud = loud;
    request.jack = arguments.place.stream.jack();
    request.seconds = Seconds::of(2.0);
    return measure::measureTone(backend, request, control);
  }();
  if (!measured) return fail(asDeviceError(measured.error()));
  const measure::Validity& validity = measured->assessment.validity;
  if (!validity.isValid()) return fail(ErrorCode::measurementInvalid, validity.text);
  return measured;
}

Result<DecibelsFs> levelAt(const measure::Measurement& measured, int channel) {
  const auto& tone = measured.channels.at(static_cast<std::size_t>(channel - 1)).tone;
  if (tone) return tone->level;
  return fail(ErrorCode::measurementInvalid,
              fmt::format("No steady tone came in on input {}. Check the cable, and that "
                          "--frequency is that of the tone.",
                          channel));
}

measure::FullScaleRecord recordFor(const audio::StreamConfig& stream, int channel,
                                   const measure::ControlSettings& settings,
                                   const measure::FullScaleReading& reading) {
  measure::FullScaleRecord record;
  record.device = *stream.input;
  record.direction = audio::Direction::input;
  record.channels = {channel};
  record.sampleRate = stream.sampleRate;
  record.controls = settings;
  record.fullScale = reading.fullScale;
  record.uncertainty = reading.uncertainty;
  record.when = today();
  return record;
}

// The output's calibration, if it fits or the user says that it may be used all the same.
Result<measure::FullScaleRecord> outputRecord(const Session& session, const Arguments& arguments,
                                              const audio::StreamConfig& stream,
                                              const measure::Calibrations& calibrations,
                                              const measure::ControlSettings& settings) {
  const measure::CalibrationPlace place{*stream.output, audio::Direction::output,
                                        arguments.outputChannel, stream.sampleRate, settings};
  const auto match = measure::findCalibration(calibrations, place, today());
  if (!match) {
    return fail(ErrorCode::notFound,
                fmt::format("Output {} is not calibrated yet: do `calibrate output` first.",
                            arguments.outputChannel),
                stream.output->name);
  }
  if (match->applies()) return match->record;
  session.err << "linecheck-cli: the output's calibration may not fit:\n";
  for (const measure::Misfit& misfit : match->misfits) {
    session.err << "  " << measure::describe(misfit) << '\n';
  }
  if (arguments.mayBeStale) return match->record;
  if (session.input != nullptr && agrees(session, "Use it all the same?")) return match->record;
  return fail(ErrorCode::usage,
              "Calibrate the output again, or say --use-stale if you know that it still holds.");
}

// Says if an earlier loop had another gain, and whether it has.
bool tellDrift(const Session& session, const measure::Calibrations& calibrations,
               const measure::LoopGainRecord& now) {
  bool isOff = false;
  for (const measure::CalibrationRecord& record : calibrations) {
    const auto* before = std::get_if<measure::LoopGainRecord>(&record);
    if (before == nullptr || before->output != now.output || before->input != now.input ||
        before->outputChannel != now.outputChannel || before->inputChannel != now.inputChannel ||
        before->controls != now.controls) {
      continue;
    }
    const Decibels drift = now.gain - before->gain;
    if (!measure::isVolumeChange(drift)) continue;
    session.err << fmt::format(
        "linecheck-cli: the loop's gain is {} off what it was; somebody "
        "turned a control that you have not named\n",
        numberText(drift.value(), 2, "dB"));
    isOff = true;
  }
  return isOff;
}

// A loop that is off its gain may be off for a reason that should be mended, not saved.
Result<void> agreeToDrift(const Session& session, const Arguments& arguments) {
  if (arguments.mayReplace) return {};
  if (session.input != nullptr && agrees(session, "Save it all the same?")) return {};
  return fail(ErrorCode::usage,
              "Nothing was saved. Set the control back, or say --replace if it is to stay so.");
}

Result<ExitCode> calibrateByLoop(const Session& session, const Arguments& arguments,
                                 audio::Backend& backend, const audio::StreamConfig& stream,
                                 const measure::ControlSettings& settings) {
  const auto calibrations = openCalibrations(session);
  if (!calibrations) return ExitCode::badInput;
  const auto output = outputRecord(session, arguments, stream, *calibrations, settings);
  if (!output) return fail(output.error());
  const auto loud = consent(session, DecibelsFs::of(arguments.level));
  if (!loud) return fail(loud.error());
  const auto measured = capture(backend, stream, arguments, *loud);
  if (!measured) return fail(measured.error());

  bool isOff = false;
  std::vector<measure::CalibrationRecord> records;
  std::vector<measure::ReadingCaution> cautions;
  for (const int channel : arguments.place.sortedChannels()) {
    const auto captured = levelAt(*measured, channel);
    if (!captured) return fail(captured.error());
    measure::LoopReading loop;
    loop.outputFullScale = output->fullScale;
    loop.outputUncertainty = output->uncertainty;
    loop.played = DecibelsFs::of(arguments.level);
    loop.captured = *captured;
    loop.isOneLeg = arguments.isOneLeg;
    const auto reading = measure::fullScaleFromLoop(loop);
    if (!reading) return fail(reading.error());
    auto record = recordFor(stream, channel, settings, *reading);
    record.knownBy = measure::KnownByLoop{output->fullScale, loop.played, loop.captured};
    cautions = reading->cautions;
    measure::LoopGainRecord gain;
    gain.output = *stream.output;
    gain.outputChannel = arguments.outputChannel;
    gain.input = *stream.input;
    gain.inputChannel = channel;
    gain.sampleRate = stream.sampleRate;
    gain.controls = settings;
    gain.gain = loop.captured - loop.played;
    gain.when = record.when;
    isOff = tellDrift(session, *calibrations, gain) || isOff;
    records.emplace_back(std::move(record));
    records.emplace_back(std::move(gain));
  }
  if (isOff) {
    if (auto agreed = agreeToDrift(session, arguments); !agreed) return fail(agreed.error());
  }
  return saveAndPrint(session, records, cautions);
}

Result<ExitCode> calibrateByMeter(const Session& session, const Arguments& arguments,
                                  audio::Backend& backend, const audio::StreamConfig& stream,
                                  const measure::ControlSettings& settings) {
  const auto display = measure::parseMeterDisplay(*arguments.meter.reading);
  if (!display) return fail(display.error());
  const auto loud = arguments.isExternal ? Result<measure::LoudTone>(measure::LoudTone::refused)
                                         : consent(session, DecibelsFs::of(arguments.level));
  if (!loud) return fail(loud.error());
  const auto measured = capture(backend, stream, arguments, *loud);
  if (!measured) return fail(measured.error());

  std::vector<measure::CalibrationRecord> records;
  std::vector<measure::ReadingCaution> cautions;
  for (const int channel : arguments.place.sortedChannels()) {
    const auto captured = levelAt(*measured, channel);
    if (!captured) return fail(captured.error());
    const auto known = arguments.meter.at(*display, {Hertz::of(arguments.frequency), *captured});
    const auto reading = measure::fullScaleFromMeter(known, arguments.meter.band());
    if (!reading) return fail(reading.error());
    auto record = recordFor(stream, channel, settings, *reading);
    record.knownBy = known;
    cautions = reading->cautions;
    records.emplace_back(std::move(record));
  }
  return saveAndPrint(session, records, cautions);
}

Result<ExitCode> calibrate(const Session& session, const Arguments& arguments) {
  const auto settings = arguments.place.settings();
  if (!settings) return fail(settings.error());
  if (arguments.isLoop == arguments.meter.reading.has_value()) {
    return fail(ErrorCode::usage,
                "Say either what a meter reads at the input (--reading), or that a cable comes "
                "from a calibrated output (--loop).");
  }
  const auto backend = openBackend(session, arguments.place.stream);
  if (!backend) return fail(backend.error());
  const int highest = arguments.place.sortedChannels().back();
  const auto stream = arguments.isExternal ? oneWayStreamFor(**backend, arguments.place.stream,
                                                             audio::Direction::input, highest)
                                           : streamFor(**backend, arguments.place.stream, highest);
  if (!stream) return fail(stream.error());
  if (!arguments.isExternal) {
    if (auto safe = checkEars(*stream, arguments.place.stream); !safe) return fail(safe.error());
  }
  return arguments.isLoop ? calibrateByLoop(session, arguments, **backend, *stream, *settings)
                          : calibrateByMeter(session, arguments, **backend, *stream, *settings);
}

}  // namespace

void addCalibrateInput(CLI::App& command, Session& session) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* input = command.add_subcommand(
      "input", "Capture a tone whose voltage is known: from a meter, or from a calibrated output");
  arguments->place.addTo(*input);
  arguments->place.stream.addInputTo(*input, StreamArguments::Recordings::no);
  arguments->place.stream.addOutputTo(*input);
  arguments->place.stream.addCableTo(*input);
  arguments->meter.addTo(*input);
  input->add_option("--level", arguments->level, "Level of the tone that is played; default -20")
      ->check(CLI::Range(-60.0, 0.0));
  input->add_option("--frequency", arguments->frequency, "The tone's frequency in Hz; default 60")
      ->check(CLI::Range(20.0, 20000.0));
  auto* loop = input->add_flag("--loop", arguments->isLoop,
                               "A cable comes from an output that is calibrated already");
  input
      ->add_flag("--external", arguments->isExternal,
                 "Play nothing: the tone comes from another device")
      ->excludes(loop);
  input
      ->add_option("--output-channel", arguments->outputChannel,
                   "With --loop: the output that the cable comes from; default 1")
      ->check(CLI::Range(1, 2))
      ->needs(loop);
  input
      ->add_flag("--one-leg", arguments->isOneLeg,
                 "With --loop: the cable is unbalanced and the output balanced")
      ->needs(loop);
  input
      ->add_flag("--use-stale", arguments->mayBeStale,
                 "With --loop: use the output's calibration although it may not fit")
      ->needs(loop);
  input
      ->add_flag("--replace", arguments->mayReplace,
                 "With --loop: save it although the gain is not what it was")
      ->needs(loop);
  input->callback([&session, arguments] {
    session.action = [&session, arguments] { return calibrate(session, *arguments); };
  });
}

}  // namespace linecheck::cli
