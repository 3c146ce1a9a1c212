#include "cli/measure_context.h"

#include <algorithm>

#include "cli/calibrate.h"
#include "cli/socket_text.h"
#include "prediction/known_gain.h"
#include "prediction/predict.h"

namespace linecheck::cli {
namespace {

Result<prediction::LoopChoice> choiceOf(const chain::Desk& desk, const std::string& from,
                                        const std::string& to) {
  prediction::LoopChoice choice;
  if (from.empty() && to.empty()) return choice;
  if (from.empty() || to.empty()) {
    return fail(ErrorCode::usage, "Name both ends of the cable, --loop-from and --loop-to.");
  }
  const auto sockets = parseSockets(desk, from, to);
  if (!sockets) return fail(sockets.error());
  choice.from = sockets->from;
  choice.to = sockets->to;
  return choice;
}

}  // namespace

ExitCode exitCodeFor(const ResultBeside& beside, std::optional<Severity> failOn) {
  if (!failOn) return ExitCode::done;
  bool isFound =
      *failOn == Severity::attention && beside.comparison && !beside.comparison->findings.empty();
  if (const auto* path = beside.result.path()) {
    isFound =
        isFound ||
        std::any_of(path->findings.begin(), path->findings.end(), [&](const auto& finding) {
          return finding.certainty == measure::Certainty::certain || *failOn == Severity::attention;
        });
  }
  return isFound ? ExitCode::found : ExitCode::done;
}

void MeasureContext::addTo(CLI::App& command) {
  auto* chain = command.add_option("--chain", chain_,
                                   "A .chain.json file: its prediction stands beside each figure");
  command
      .add_option("--loop-from", from_, "Output that the measuring cable leaves, as device:port")
      ->needs(chain);
  command.add_option("--loop-to", to_, "Input that it enters")->needs(chain);
  command.add_option("--expect-gain", expectedGain_,
                     "Gain in dB that this loop ought to have; default: as calibrated, else 0");
  command.add_option("--control", controls_,
                     "How a control stands, as \"gain=12 o'clock\", for the calibration to be "
                     "found; may be given again");
}

Result<void> MeasureContext::load(const Session& session) {
  CalibrationArguments told;
  told.controls = controls_;
  auto settings = told.settings();
  if (!settings) return fail(settings.error());
  settings_ = *std::move(settings);
  if (auto calibrations = openCalibrations(session)) calibrations_ = *std::move(calibrations);
  if (chain_.empty()) return {};
  file_ = std::make_shared<DeskFile>(chain_);
  if (!file_->read(session)) {
    return fail(ErrorCode::badInput, "The chain cannot be read.", chain_);
  }
  const chain::Desk desk = file_->desk();
  const auto choice = choiceOf(desk, from_, to_);
  if (!choice) return fail(choice.error());
  auto loop = prediction::findLoop(desk, *choice);
  if (!loop) return fail(loop.error());
  loop_ = *std::move(loop);
  return {};
}

measure::GateOptions MeasureContext::gate(const audio::StreamConfig& stream) const {
  measure::GateOptions options;
  if (expectedGain_) {
    options.expectedGain = Decibels::of(*expectedGain_);
  } else if (const auto* saved = measure::findLoopGain(calibrations_, stream, settings_)) {
    options.expectedGain = saved->gain;
  }
  return options;
}

ResultBeside MeasureContext::beside(const measure::ProcedureResult& result) const {
  ResultBeside beside{result, {result, calibrations_, settings_, today()}, {}, nullptr};
  const bool isPredictable = loop_ && !result.reading.figures.empty();
  if (!isPredictable) return beside;
  const auto gain =
      prediction::knownGain(calibrations_, result.recordings.front().capture, settings_);
  const auto predicted =
      prediction::predict(*loop_, result.procedure->id(), result.values, {gain, {}});
  beside.comparison = prediction::compare(*loop_, result.reading, predicted, result.path());
  beside.loop = &*loop_;
  return beside;
}

}  // namespace linecheck::cli
