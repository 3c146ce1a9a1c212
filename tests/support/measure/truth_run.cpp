#include "support/measure/truth_run.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "measure/procedure_run.h"

namespace linecheck::measure::testing {

using simulation::SimulatedStudio;

audio::Backend& StudioBench::with(const simulation::StudioConfig& studio) {
  studio_ = std::make_unique<SimulatedStudio>(studio, audio::Pacing{audio::Pace::asFastAsPossible});
  return *studio_;
}

audio::DeviceId StudioBench::device() const {
  return {SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
}

Result<Outcome> runTruth(TruthBench& bench, std::string_view procedure, const TruthCase& given) {
  const StudioRun& run = given.run;
  const Procedure& asked = *findProcedure(procedure);
  RunRequest request;
  request.stream.input = bench.device();
  request.stream.output = request.stream.input;
  request.stream.inputChannels = run.channels;
  request.stream.outputChannels = run.channels;
  request.stream.sampleRate = run.sampleRate;
  request.loud = LoudTone::confirmed;
  std::vector<Recording> recordings;
  simulation::StudioConfig studio = run.studio;
  for (std::size_t step = 0; step < asked.steps(run.values).size(); ++step) {
    if (step > 0) {
      if (step <= run.laterPaths.size()) studio.path = run.laterPaths[step - 1];
      ++studio.seed;
    }
    auto recording = recordStep(bench.with(studio), request, asked, step, run.values);
    if (!recording) return fail(recording.error());
    recordings.push_back(*std::move(recording));
  }
  return Outcome{asked.read(recordings, run.values), recordings.front().path, bench.deviceFrames()};
}

std::vector<Judged> judge(const TruthCase& given, const Outcome& outcome) {
  std::vector<Judged> all;
  for (const TrueFigure& figure : given.figures) {
    const double reading = figure.read(outcome);
    const double error = std::isnan(reading) ? std::numeric_limits<double>::infinity()
                                             : std::abs(reading - figure.truth);
    all.push_back({figure.name, figure.unit, fmt::format("{:.4f}", figure.truth),
                   std::isnan(reading) ? "not told" : fmt::format("{:.4f}", reading), error,
                   figure.limit});
  }
  for (const TrueWord& word : given.words) {
    const std::string reading = word.read(outcome);
    all.push_back({word.name, std::string(kWrong), word.truth, reading,
                   reading == word.truth ? 0.0 : 1.0, 0.0});
  }
  return all;
}

}  // namespace linecheck::measure::testing
