#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
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
constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

struct CornerDepth {
  double decibels;
  std::string_view id;
};
constexpr std::array kDepths = {CornerDepth{0.1, "0_1"}, CornerDepth{1.0, "1"},
                                CornerDepth{3.0, "3"}};

double decibelsOf(Complex ratio) {
  return Decibels::fromAmplitudeRatio(std::abs(ratio)).value();
}

Trace overFrequency(std::string id, int channel, Unit unit, const std::vector<Hertz>& frequencies) {
  Trace trace{std::move(id), channel, "frequency", Unit::hertz, unit, {}, {}};
  for (const Hertz f : frequencies) trace.x.push_back(f.value());
  return trace;
}

// The first frequency from the reference on, downward or upward, at which the curve has fallen by
// so much. None if it does not within the sweep.
std::optional<double> corner(const LevelCurve& curve, double reference, double depth, bool isLow) {
  const auto& f = curve.frequencies;
  const auto size = static_cast<std::ptrdiff_t>(f.size());
  const std::ptrdiff_t step = isLow ? -1 : 1;
  std::ptrdiff_t i = std::lower_bound(f.begin(), f.end(), kReference) - f.begin();
  for (; i >= 0 && i < size; i += step) {
    const auto at = static_cast<std::size_t>(i);
    const double here = curve.decibels[at] - reference + depth;
    if (here > 0.0) continue;
    const auto inside = static_cast<std::size_t>(i - step);
    if (inside >= f.size()) return std::nullopt;
    const double before = curve.decibels[inside] - reference + depth;
    const double share = before / (before - here);
    return f[inside].value() * std::pow(f[at] / f[inside], share);
  }
  return std::nullopt;
}

// Frequency and impulse response by a synchronized swept sine, harmonics apart.
class Response final : public Procedure {
 public:
  std::string_view id() const override { return "response"; }
  std::string_view name() const override { return "Frequency response"; }
  std::string_view description() const override {
    return "Does the chain pass all frequencies alike, and where does it distort?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -80.0, 0.0},
        Parameter{"seconds", "Length of each sweep", Unit::seconds, 5.0, 1.0, 60.0},
        Parameter{"from", "Lowest frequency", Unit::hertz, 20.0, 2.0, 100.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
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
    for (const int channel : recording.usableChannels()) {
      const auto heard = readRuns(recording, *runs, channel, reading.isComplete);
      if (heard.empty()) continue;
      readLevels(heard, channel, reading);
      readPhase(heard.front(), recording.sampleRate(), channel, reading);
      readImpulse(heard.front(), recording.sampleRate(), channel, reading);
      readHarmonics(heard, recording.sampleRate(), channel, reading);
    }
    return reading;
  }

 private:
  static Result<SweepRuns> runsOf(const Values& values, int sampleRate) {
    return SweepRuns::make(Hertz::of(values["from"]), DecibelsFs::of(values["level"]),
                           Seconds::of(values["seconds"]), kRuns, sampleRate);
  }

  static void readLevels(const std::vector<SweepRun>& runs, int channel, Reading& reading) {
    const auto& frequencies = runs.front().response.frequencies;
    std::vector<std::vector<double>> curves;
    for (const SweepRun& run : runs) {
      auto& curve = curves.emplace_back();
      for (const Complex value : run.response.linear) curve.push_back(decibelsOf(value));
    }
    const LevelCurve curve = meanOf(frequencies, curves);
    const double reference = curve.at(kReference);
    const auto error = curve.errorAt(kReference);
    reading.figures.push_back({"gain_1k", Unit::db, channel, reference, error});
    for (const CornerDepth& depth : kDepths) {
      addCorner(curve, reference, depth, true, channel, reading);
      addCorner(curve, reference, depth, false, channel, reading);
    }
    addDeviation(curve, channel, reading);
    Trace trace = overFrequency("response", channel, Unit::db, frequencies);
    for (const double level : curve.decibels) trace.y.push_back(level - reference);
    reading.traces.push_back(std::move(trace));
  }

  static void addCorner(const LevelCurve& curve, double reference, const CornerDepth& depth,
                        bool isLow, int channel, Reading& reading) {
    const std::string id = fmt::format("corner_{}_{}", isLow ? "low" : "high", depth.id);
    const auto found = corner(curve, reference, depth.decibels, isLow);
    std::optional<double> error;
    if (found) {
      // By the slope there, from a twelfth of an octave below to one above.
      const Hertz here = Hertz::of(*found);
      const double ratio = std::exp2(1.0 / 12.0);
      const double slope =
          std::abs(curve.at(ratio * here) - curve.at(here / ratio)) / (ratio - 1.0 / ratio);
      const auto level = curve.errorAt(here);
      const auto own = curve.errorAt(kReference);
      if (level && own && slope > 0.0) error = *found * std::hypot(*level, *own) / slope;
    } else {
      reading.statements.push_back({id, "beyond_sweep", channel});
    }
    reading.figures.push_back({id, Unit::hertz, channel, found, error});
  }

  static void addDeviation(const LevelCurve& curve, int channel, Reading& reading) {
    const auto& f = curve.frequencies;
    const Hertz low = std::max(kBandLow, f.front());
    const Hertz high = std::min(kBandHigh, f.back());
    double least = std::min(curve.at(low), curve.at(high));
    double greatest = std::max(curve.at(low), curve.at(high));
    double error = 0.0;
    for (std::size_t i = 0; i < f.size(); ++i) {
      if (f[i] < low || f[i] > high) continue;
      least = std::min(least, curve.decibels[i]);
      greatest = std::max(greatest, curve.decibels[i]);
      if (!curve.errors.empty()) error = std::max(error, curve.errors[i]);
    }
    // Both ends of the span have it.
    const auto both = curve.errors.empty() ? std::optional<double>() : std::sqrt(2.0) * error;
    reading.figures.push_back({"deviation", Unit::db, channel, greatest - least, both});
  }

  // Against a pure delay and polarity, which are the path's.
  static void readPhase(const SweepRun& run, Hertz rate, int channel, Reading& reading) {
    constexpr double kMilli = 1e3;
    using std::numbers::pi;
    const auto& f = run.response.frequencies;
    const auto& linear = run.response.linear;
    const double delay = pureDelay(f, linear, rate);
    const double sign = run.response.impulse[run.response.impulsePeak] < 0.0 ? -1.0 : 1.0;
    std::vector<double> phase(f.size());
    for (std::size_t i = 0; i < f.size(); ++i) {
      const Complex own = sign * linear[i] * std::polar(1.0, 2.0 * pi * (f[i] / rate) * delay);
      phase[i] = std::arg(own);
      if (i > 0) phase[i] -= 2.0 * pi * std::round((phase[i] - phase[i - 1]) / (2.0 * pi));
    }
    Trace degrees = overFrequency("phase", channel, Unit::degrees, f);
    Trace groupDelay = overFrequency("group_delay", channel, Unit::milliseconds, f);
    for (std::size_t i = 0; i < f.size(); ++i) {
      degrees.y.push_back(phase[i] * 180.0 / pi);
      const std::size_t from = i > 0 ? i - 1 : i;
      const std::size_t to = std::min(i + 1, f.size() - 1);
      const double radians = 2.0 * pi * (f[to] - f[from]).value();
      groupDelay.y.push_back(radians > 0.0 ? -kMilli * (phase[to] - phase[from]) / radians : kGap);
    }
    reading.statements.push_back({"polarity", sign < 0.0 ? "inverted" : "normal", channel});
    reading.traces.push_back(std::move(degrees));
    reading.traces.push_back(std::move(groupDelay));
  }

  static void readImpulse(const SweepRun& run, Hertz rate, int channel, Reading& reading) {
    constexpr Seconds kBefore = Seconds::ofMilli(2.0);
    constexpr Seconds kBehind = Seconds::ofMilli(50.0);
    constexpr double kMilli = 1e3;
    const auto& impulse = run.response.impulse;
    const auto peak = static_cast<std::ptrdiff_t>(run.response.impulsePeak);
    const std::ptrdiff_t first =
        std::max<std::ptrdiff_t>(0, peak - static_cast<std::ptrdiff_t>(kBefore * rate));
    const std::ptrdiff_t last =
        std::min(std::ssize(impulse), peak + static_cast<std::ptrdiff_t>(kBehind * rate));
    Trace trace{"impulse", channel, "time", Unit::milliseconds, Unit::ratio, {}, {}};
    for (std::ptrdiff_t n = first; n < last; ++n) {
      trace.x.push_back(kMilli * static_cast<double>(n - peak) / rate.value());
      trace.y.push_back(impulse[static_cast<std::size_t>(n)]);
    }
    reading.traces.push_back(std::move(trace));
  }

  static void readHarmonics(const std::vector<SweepRun>& runs, Hertz rate, int channel,
                            Reading& reading) {
    if (runs.size() < 2) return;
    const auto& response = runs.front().response;
    for (std::size_t k = 0; k < response.harmonics.size(); ++k) {
      Trace trace = overFrequency(fmt::format("harmonic_{}", response.harmonics[k].order), channel,
                                  Unit::dbc, response.frequencies);
      trace.y = harmonicDbc(runs, k, rate);
      trace.x.resize(trace.y.size());
      reading.traces.push_back(std::move(trace));
    }
  }
};

}  // namespace

const Procedure& responseProcedure() {
  static const Response kResponse;
  return kResponse;
}

}  // namespace linecheck::measure
