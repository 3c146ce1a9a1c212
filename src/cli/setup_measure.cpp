#include "cli/setup_measure.h"

#include <algorithm>
#include <ostream>

#include "cli/calibrate.h"
#include "cli/measure_bench.h"
#include "cli/question.h"
#include "cli/setup_system.h"
#include "cli/socket_text.h"
#include "diagnosis/channel_diagnoses.h"
#include "measure/hum_measurement.h"
#include "setup/measured_readings.h"
#include "setup/noise_reading.h"
#include "setup/repeat.h"
#include "setup/safety.h"

namespace linecheck::cli {
namespace {

using measure::Procedure;
using measure::ProcedureResult;

// Of a standard error on either side: 95 of 100.
constexpr double kCoverage = 1.96;

class SetupMeasurement {
 public:
  SetupMeasurement(const Session& session, const chain::Desk& desk, const SetupMeasuring& measuring,
                   Interrupt& interrupt, setup::Progress& progress)
      : session_(session),
        desk_(desk),
        measuring_(measuring),
        interrupt_(interrupt),
        progress_(progress) {}

  Result<void> run() {
    if (auto chosen = chooseLoop(); !chosen) return chosen;
    CalibrationArguments told;
    told.controls = measuring_.controls;
    const auto controls = told.settings();
    if (!controls) return fail(controls.error());
    controls_ = *controls;
    if (auto calibrations = openCalibrations(session_)) calibrations_ = *std::move(calibrations);
    const auto plan = setup::repeatPlan(desk_);
    for (const setup::Repeat& repeat : plan) {
      if (auto made = measure(repeat); !made) return made;
    }
    const bool canLoop = std::any_of(plan.begin(), plan.end(), [](const setup::Repeat& repeat) {
      return repeat.kind == setup::ReadingKind::path;
    });
    if (!canLoop) {
      session_.err << "linecheck-cli: nothing is measured through a cable, for no interface on "
                      "this desk has a line input and a line output\n";
    }
    return {};
  }
  [[nodiscard]] bool hasTaken() const { return hasTaken_; }

 private:
  Result<void> chooseLoop() {
    if (measuring_.from.empty() && measuring_.to.empty()) return {};
    if (measuring_.from.empty() || measuring_.to.empty()) {
      return fail(ErrorCode::usage, "Name both ends of the cable, --loop-from and --loop-to.");
    }
    const auto sockets = parseSockets(desk_, measuring_.from, measuring_.to);
    if (!sockets) return fail(sockets.error());
    loop_ = {sockets->from, sockets->to};
    if (const auto loop = prediction::findLoop(desk_, loop_); !loop) return fail(loop.error());
    return {};
  }

  Result<void> openLoop() {
    if (bench_) return {};
    auto bench = openBench(session_, measuring_.stream, MeasureContext());
    if (!bench) return fail(bench.error());
    bench_ = *std::move(bench);
    if (bench_->isSimulated() && hasSystem_) {
      session_.err << "linecheck-cli: the settings above are those of this computer; what follows "
                      "is measured in the simulated studio\n";
    }
    expectGain();
    if (auto plugged = plugIn(); !plugged) return plugged;
    if (!measuring_.isLoudAllowed) return {};
    const auto loud = consent(session_, DecibelsFs::of(0.0));
    if (!loud) return fail(loud.error());
    bench_->request.loud = *loud;
    return {};
  }

  void expectGain() {
    auto& gate = bench_->request.gate;
    if (measuring_.expectedGain) {
      expectedGain_ = Decibels::of(*measuring_.expectedGain);
    } else if (const auto* saved =
                   measure::findLoopGain(calibrations_, bench_->request.stream, controls_)) {
      expectedGain_ = saved->gain;
    }
    // Without one any gain will do: an assumption accuses nobody.
    gate.expectedGain = expectedGain_;
  }

  // Somebody at a terminal says when the cable is in and the headphones are off.
  Result<void> plugIn() {
    const DecibelsFs loudest =
        measuring_.isLoudAllowed ? DecibelsFs::of(0.0) : measure::kLoudestUnasked;
    if (setup::mustHeadphonesComeOff(desk_, loudest)) {
      session_.err << "linecheck-cli: take the headphones off, for it may get louder than 100 dB "
                      "SPL in them.\n";
    }
    session_.err << "linecheck-cli: " << measure::harnessText(measure::Harness::loop) << '\n';
    if (session_.input == nullptr || bench_->isSimulated()) return {};
    if (ask(session_, "Press Enter when it is so: ")) return {};
    return fail(ErrorCode::cancelled, "Nothing was played.");
  }

  Result<void> measure(const setup::Repeat& repeat) {
    if (repeat.kind == setup::ReadingKind::match) {
      leaveOut(repeat, "it takes somebody who listens (measure level-match)");
      return {};
    }
    if (repeat.kind == setup::ReadingKind::system) {
      tell(repeat);
      const auto read = takeSystem(session_, desk_, measuring_.systemOutput, progress_);
      if (!read) return fail(read.error());
      hasSystem_ = *read;
      hasTaken_ = hasTaken_ || *read;
      return {};
    }
    if (repeat.needsConsent && !measuring_.isLoudAllowed) {
      leaveOut(repeat, "it is loud (--loud)");
      return {};
    }
    if (auto opened = openLoop(); !opened) return opened;
    if (repeat.kind == setup::ReadingKind::noise) return takeNoise(repeat);
    if (repeat.kind == setup::ReadingKind::path) {
      return take(repeat, [this](const ProcedureResult& result) {
        if (auto reading = setup::pathReadingOf(result, expectedGain_, loop_)) {
          keep(*std::move(reading));
        }
      });
    }
    return take(repeat, [this](const ProcedureResult& result) {
      if (result.reading.figures.empty()) return;
      keep(setup::levelReadingOf(result, calibrations_, controls_, today(), loop_));
    });
  }

  void tell(const setup::Repeat& repeat) const {
    session_.err << "linecheck-cli: " << repeat.title.english() << '\n';
  }
  void leaveOut(const setup::Repeat& repeat, const char* why) const {
    session_.err << "linecheck-cli: left out, for " << why << ": " << repeat.title.english()
                 << '\n';
  }
  template <class Reading>
  void keep(Reading reading) {
    setup::take(progress_, desk_, std::move(reading), today());
    hasTaken_ = true;
  }

  template <class Take>
  Result<void> take(const setup::Repeat& repeat, const Take& takeResult) {
    tell(repeat);
    const Procedure& procedure = *measure::findProcedure(repeat.procedure);
    const measure::Values values(procedure.parameters());
    bench_->wire(*repeat.harness, values);
    auto recording = measure::recordStep(*bench_->backend, bench_->request, procedure, 0, values,
                                         controlOf(interrupt_));
    if (!recording) return fail(asDeviceError(recording.error()));
    std::vector<measure::Recording> recordings;
    recordings.push_back(*std::move(recording));
    takeResult(measure::resultOf(procedure, values, std::move(recordings)));
    return {};
  }

  Result<void> takeNoise(const setup::Repeat& repeat) {
    tell(repeat);
    measure::HumRequest request;
    request.stream = bench_->request.stream;
    request.seconds = repeat.length;
    const auto measured = measure::measureHum(*bench_->backend, request, controlOf(interrupt_));
    if (!measured) return fail(asDeviceError(measured.error()));
    const auto& validity = measured->assessment.validity;
    if (!validity.isValid()) return fail(ErrorCode::measurementInvalid, validity.text);
    const auto diagnoses = diagnosis::diagnoseEach(*measured);
    if (diagnoses.empty()) return {};
    keep(setup::noiseReadingOf(diagnoses, desk_, loop_.from, scales(diagnoses.size())));
    return {};
  }

  // Of the inputs that were listened to, in their order.
  [[nodiscard]] std::vector<setup::ChannelScale> scales(std::size_t channels) const {
    const audio::StreamConfig& stream = bench_->request.stream;
    std::vector<setup::ChannelScale> scales(channels);
    for (std::size_t i = 0; stream.input && i < channels; ++i) {
      const auto match =
          measure::findCalibration(calibrations_,
                                   {*stream.input, audio::Direction::input, static_cast<int>(i) + 1,
                                    stream.sampleRate, controls_},
                                   today());
      if (!match || !match->applies()) continue;
      const auto& se = match->record.uncertainty;
      scales[i] = diagnosis::InputScale{match->record.calibration(), {}};
      if (se) scales[i]->uncertainty = kCoverage * *se;
    }
    return scales;
  }

  const Session& session_;
  const chain::Desk& desk_;
  const SetupMeasuring& measuring_;
  Interrupt& interrupt_;
  setup::Progress& progress_;
  std::optional<MeasureBench> bench_;  ///< Opened for the first that needs it.
  measure::Calibrations calibrations_;
  measure::ControlSettings controls_;
  prediction::LoopChoice loop_;
  std::optional<Decibels> expectedGain_;
  bool hasSystem_ = false;
  bool hasTaken_ = false;
};

// What was typed wrongly is no measurement that ended early.
bool isEnd(ErrorCode code) {
  return code == ErrorCode::audioDevice || code == ErrorCode::measurementInvalid ||
         code == ErrorCode::cancelled;
}

}  // namespace

Result<std::optional<Error>> measureSetup(const Session& session, const chain::Desk& desk,
                                          const SetupMeasuring& measuring, Interrupt& interrupt,
                                          setup::Progress& progress) {
  SetupMeasurement measurement(session, desk, measuring, interrupt, progress);
  const auto made = measurement.run();
  if (made) return std::optional<Error>();
  if (!measurement.hasTaken() || !isEnd(made.error().code)) return fail(made.error());
  return std::optional(made.error());
}

}  // namespace linecheck::cli
