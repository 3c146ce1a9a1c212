#include "levels/run_beside.h"

#include <QCoreApplication>

#include "measure/calibrated.h"
#include "prediction/compare.h"
#include "prediction/known_gain.h"
#include "prediction/predict.h"
#include "prediction/texts.h"
#include "simulation/simulated_studio.h"
#include "text/calibration_text.h"
#include "text/sentence_text.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(RunBeside)
};

bool isSimulated(const measure::ProcedureResult& result) {
  const auto& input = result.recordings.front().capture.input;
  return input && input->hostApi == simulation::SimulatedStudio::kHostApi;
}

RunNote noteOf(const chain::Desk& desk, const prediction::Finding& finding) {
  RunNote note{translated(prediction::findingText(finding))};
  if (finding.channel)
    note.text = Text::tr("Input %1: %2").arg(*finding.channel + 1).arg(note.text);
  for (const prediction::Cause& cause : finding.causes) {
    note.lines << translated(prediction::causeText(desk, cause));
  }
  return note;
}

RunNote noteOf(const measure::CalibrationMatch& match) {
  QStringList channels;
  for (const int channel : match.record.channels) channels << QString::number(channel);
  const QString which = channels.join(QStringLiteral(", "));
  RunNote note{match.record.direction == audio::Direction::input
                   ? Text::tr("The calibration of input %1 was not used.").arg(which)
                   : Text::tr("The calibration of output %1 was not used.").arg(which)};
  for (const measure::Misfit& misfit : match.misfits) note.lines << misfitText(misfit);
  return note;
}

void compareWithDesk(const measure::ProcedureResult& result, const chain::Desk& desk,
                     std::optional<prediction::KnownGain> knownGain, RunBeside& beside) {
  if (result.reading.figures.empty() || isSimulated(result)) return;
  const auto loop = prediction::findLoop(desk);
  if (!loop) return;
  const auto predicted =
      prediction::predict(*loop, result.procedure->id(), result.values, {knownGain, {}});
  for (const prediction::ExpectedFigure& figure : predicted.figures) {
    const auto& value = figure.value;
    if (value.isUnknown()) continue;
    beside.expected.push_back({figure.id, figure.channel, value.low, value.nominal, value.high});
  }
  for (const auto& finding :
       prediction::compare(*loop, result.reading, predicted, result.path()).findings) {
    beside.findings.push_back(noteOf(*loop->desk, finding));
  }
}

}  // namespace

RunBeside runBeside(const measure::ProcedureResult& result, const chain::Desk& desk,
                    const CalibrationKeeper& calibrations) {
  RunBeside beside;
  const measure::Capture& capture = result.recordings.front().capture;
  const auto controls = calibrations.told(capture.input, capture.output);
  compareWithDesk(result, desk,
                  prediction::knownGain(calibrations.calibrations(), capture, controls), beside);
  const measure::CalibratedResult calibrated(
      result, calibrations.inUse(capture.sampleRate, controls), controls, calibrations.now());
  for (const measure::Figure& figure : result.reading.figures) {
    if (auto level = calibrated.inDbu(figure)) beside.inDbu.push_back(*std::move(level));
  }
  for (const auto& match : calibrated.unfit()) beside.unfit.push_back(noteOf(match));
  return beside;
}

}  // namespace linecheck::ui
