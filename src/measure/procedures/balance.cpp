#include <array>
#include <cmath>
#include <map>
#include <numbers>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/sweep_runs.h"

namespace linecheck::measure {
namespace {

using Complex = std::complex<double>;

constexpr int kRuns = 2;
constexpr Hertz kReference = Hertz::of(1000.0);
constexpr Hertz kBandLow = Hertz::of(20.0);
constexpr Hertz kBandHigh = Hertz::of(20'000.0);

// Level, phase and delay of each input against the first, the same sweep on all outputs.
class Balance final : public Procedure {
 public:
  std::string_view id() const override { return "balance"; }
  std::string_view name() const override { return "Channel balance"; }
  std::string_view description() const override {
    return "Are both channels equally loud, in time and in phase?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -80.0, 0.0},
        Parameter{"seconds", "Length of each sweep", Unit::seconds, 5.0, 1.0, 60.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    if (sequence.channels() < 2) {
      return fail(ErrorCode::usage, "Channel balance needs two outputs: choose a stereo device.");
    }
    const auto runs = runsOf(values, sequence.sampleRate());
    if (!runs) return fail(runs.error());
    runs->addTo(sequence);
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    Reading reading;
    const auto runs = runsOf(values, recording.sequence->sampleRate());
    if (!runs) return reading;
    std::vector<SweepRun> first;
    for (const int channel : recording.usableChannels()) {
      auto heard = readRuns(recording, *runs, channel, reading.isComplete);
      if (heard.empty()) continue;
      const bool isInverted = isInvertedBy(heard.front());
      reading.statements.push_back({"polarity", isInverted ? "inverted" : "normal", channel});
      if (first.empty()) {
        first = std::move(heard);
      } else if (heard.size() == first.size()) {
        compare(first, heard, recording.sampleRate(), channel, reading);
      }
    }
    return reading;
  }

 private:
  static Result<SweepRuns> runsOf(const Values& values, int sampleRate) {
    return SweepRuns::make(kBandLow, DecibelsFs::of(values["level"]),
                           Seconds::of(values["seconds"]), kRuns, sampleRate);
  }

  static bool isInvertedBy(const SweepRun& run) {
    return run.response.impulse[run.response.impulsePeak] < 0.0;
  }

  static void compare(const std::vector<SweepRun>& first, const std::vector<SweepRun>& other,
                      Hertz rate, int channel, Reading& reading) {
    const auto& frequencies = first.front().response.frequencies;
    std::vector<std::vector<double>> curves;
    std::vector<double> delays;
    for (std::size_t run = 0; run < first.size(); ++run) {
      std::vector<Complex> ratio;
      auto& curve = curves.emplace_back();
      for (std::size_t i = 0; i < frequencies.size(); ++i) {
        ratio.push_back(other[run].response.linear[i] / first[run].response.linear[i]);
        curve.push_back(Decibels::fromAmplitudeRatio(std::abs(ratio.back())).value());
      }
      delays.push_back(other[run].latency - first[run].latency +
                       pureDelay(frequencies, ratio, rate));
      if (run == 0)
        addPhase(frequencies, ratio, other[0].latency - first[0].latency, rate, channel, reading);
    }
    const LevelCurve curve = meanOf(frequencies, curves);
    reading.figures.push_back(
        {"balance_1k", Unit::db, channel, curve.at(kReference), curve.errorAt(kReference)});
    addWorst(curve, channel, reading);
    const double delay = delays.size() > 1 ? 0.5 * (delays[0] + delays[1]) : delays[0];
    std::optional<double> error;
    if (delays.size() > 1) error = 0.5 * std::abs(delays[0] - delays[1]);
    reading.figures.push_back({"channel_delay", Unit::frames, channel, delay, error});
    const bool isOpposite = isInvertedBy(first.front()) != isInvertedBy(other.front());
    reading.statements.push_back({"relative_polarity", isOpposite ? "opposite" : "same", channel});
    Trace trace{"balance", channel, "frequency", Unit::hertz, Unit::db, {}, curve.decibels};
    for (const Hertz f : frequencies) trace.x.push_back(f.value());
    reading.traces.push_back(std::move(trace));
  }

  // The difference that is greatest in the audio band, with its sign. The band's own end lies
  // between two points.
  static void addWorst(const LevelCurve& curve, int channel, Reading& reading) {
    Hertz worst = kBandHigh;
    for (const Hertz f : curve.frequencies) {
      if (f > kBandHigh) break;
      if (std::abs(curve.at(f)) > std::abs(curve.at(worst))) worst = f;
    }
    reading.figures.push_back(
        {"balance_worst", Unit::db, channel, curve.at(worst), curve.errorAt(worst)});
    reading.figures.push_back({"balance_worst_at", Unit::hertz, channel, worst.value(), {}});
  }

  // What is heard: delay and polarity included.
  static void addPhase(const std::vector<Hertz>& frequencies, const std::vector<Complex>& ratio,
                       double frames, Hertz rate, int channel, Reading& reading) {
    using std::numbers::pi;
    Trace trace{"phase_difference", channel, "frequency", Unit::hertz, Unit::degrees, {}, {}};
    double before = 0.0;
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
      double phase =
          std::arg(ratio[i] * std::polar(1.0, -2.0 * pi * (frequencies[i] / rate) * frames));
      if (i > 0) phase -= 2.0 * pi * std::round((phase - before) / (2.0 * pi));
      before = phase;
      trace.x.push_back(frequencies[i].value());
      trace.y.push_back(phase * 180.0 / pi);
    }
    reading.traces.push_back(std::move(trace));
  }
};

}  // namespace

const Procedure& balanceProcedure() {
  static const Balance kBalance;
  return kBalance;
}

}  // namespace linecheck::measure
