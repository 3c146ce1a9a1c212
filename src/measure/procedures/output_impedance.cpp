#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/comb_reading.h"
#include "measure/procedures/impedance.h"

namespace linecheck::measure {
namespace {

constexpr CombRange kRange{Hertz::of(20.0), Hertz::of(20000.0), 6.0};
constexpr std::string_view kComb = "comb";
constexpr double kReference = 1000.0;

// No output that is meant to drive anything has more, the same at all frequencies.
constexpr Ohms kImplausible = Ohms::ofKilo(10.0);
// By how much a passive output may seem negative before it cannot be one.
constexpr double kLeastNegative = 0.02;
constexpr double kSigmas = 3.0;
constexpr double kDegrees = 180.0 / std::numbers::pi;

// Zo from the voltages at the output with and without a known load: with q = open / loaded the
// output and the input beside it together have R·(q − 1), of which the input's part is taken out.
// `timing` is the standard error with which the two recordings are laid side by side.
ImpedancePoint outputImpedance(const CombTone& open, const CombTone& loaded,
                               const KnownResistor& known, Seconds timing) {
  const std::complex<double> quotient = open.ratio / loaded.ratio;
  const double resistance = known.resistance.value();
  const std::complex<double> together = resistance * (quotient - 1.0);
  const std::complex<double> ohms =
      known.input ? together / (1.0 - together / known.input->value()) : together;
  // dZo / d(together) = (Zo / together)².
  const double gain = std::norm(ohms) > 0.0 ? std::norm(ohms / together) : 1.0;

  ImpedancePoint point;
  point.frequency = open.frequency.value();
  point.ohms = ohms;
  const double turn = 2.0 * std::numbers::pi * (open.frequency * timing);
  point.noise = gain * resistance * std::abs(quotient) *
                std::hypot(open.relativeError(), loaded.relativeError(), turn);
  const double fromTolerance = gain * std::abs(together) * known.tolerance / std::sqrt(3.0);
  // An input that nobody knows: evenly anything from none to the least.
  const double fromInput =
      known.input ? 0.0 : std::norm(together) / kLeastInputImpedance.value() / std::sqrt(3.0);
  point.uncertainty = std::hypot(point.noise, fromTolerance, fromInput);
  return point;
}

ImpedanceCurve curveOf(const CombReading& open, const CombReading& loaded,
                       const KnownResistor& known, Seconds timing) {
  ImpedanceCurve curve;
  for (std::size_t i = 0; i < open.tones.size(); ++i) {
    if (!open.tones[i].isHeard() || !loaded.tones[i].isHeard()) continue;
    curve.push_back(outputImpedance(open.tones[i], loaded.tones[i], known, timing));
  }
  return curve;
}

Seconds timingOf(const Recording& open, const Recording& loaded, int channel) {
  double variance = 0.0;
  for (const Recording* recording : {&open, &loaded}) {
    for (const PathChannel& path : recording->path.channels) {
      if (path.input == channel) variance += path.latencySe * path.latencySe;
    }
  }
  return std::sqrt(variance) / open.sampleRate();
}

// Frames that the loaded recording's phases are counted from; none: as its own gate says. On one
// clock a stream that is opened again is later or earlier by whole frames, while the gate takes
// some of the phase that a reactive source has under load for latency.
std::optional<double> loadedLatency(const Recording& open, const Recording& loaded, int channel) {
  constexpr double kAlike = 0.1;  // Frames from a whole one.
  for (const Recording* recording : {&open, &loaded}) {
    if (!recording->path.wasRun || recording->path.find(PathFault::clockDrift) != nullptr ||
        recording->path.find(PathFault::resampled) != nullptr) {
      return std::nullopt;
    }
  }
  const double before = open.latency(channel);
  const double change = loaded.latency(channel) - before;
  if (std::abs(change - std::round(change)) > kAlike) return std::nullopt;
  return before + std::round(change);
}

// Whether somebody turned the volume between the steps, as far as that shows: a gain of g adds
// R·(g − 1) at all frequencies, which can look like no output there is.
bool showsChangedLevel(const ImpedanceCurve& curve) {
  const auto isNegative = [](const ImpedancePoint& point) {
    return point.ohms.real() < -std::max(kLeastNegative, kSigmas * point.uncertainty);
  };
  const auto negative = std::count_if(curve.begin(), curve.end(), isNegative);
  if (2 * negative > static_cast<std::ptrdiff_t>(curve.size())) return true;
  const auto [least, most] = std::minmax_element(
      curve.begin(), curve.end(), [](const ImpedancePoint& a, const ImpedancePoint& b) {
        return std::abs(a.ohms) < std::abs(b.ohms);
      });
  return std::abs(least->ohms) > kImplausible.value() &&
         std::abs(most->ohms) < 1.1 * std::abs(least->ohms);
}

// The output impedance of each channel from the drop that a known resistor makes.
class OutputImpedance final : public Procedure {
 public:
  std::string_view id() const override { return "output-impedance"; }
  std::string_view name() const override { return "Output impedance"; }
  std::string_view description() const override {
    return "How much does the output give way under a load?";
  }
  std::span<const Parameter> parameters() const override {
    static const auto kParameters = [] {
      const auto known = resistorParameters();
      return std::array{known[0], known[1], known[2],
                        Parameter{"level", "Level", Unit::dbfs, -20.0, -60.0, 0.0},
                        Parameter{"seconds", "Length", Unit::seconds, 4.0, 2.0, 30.0}};
    }();
    return kParameters;
  }
  std::vector<ProcedureStep> steps(const Values& /*values*/) const override {
    return {{Harness::openOutput, true}, {Harness::loadedOutput, true}};
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    addComb(sequence, kComb, combOf(values, sequence), DecibelsFs::of(values["level"]));
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    Reading reading;
    reading.isComplete = false;
    if (recordings.size() < 2) return reading;
    const Recording& open = recordings[0];
    const Recording& loaded = recordings[1];
    const Segment& segment = *loaded.sequence->segment(kComb);
    if (!open.holds(segment) || !loaded.holds(segment)) return reading;
    reading.isComplete = true;
    const KnownResistor known = resistorOf(values);
    if (!known.input) reading.statements.push_back({"input_impedance", "unknown", {}});
    const auto heard = loaded.usableChannels();
    for (const int channel : open.usableChannels()) {
      if (std::find(heard.begin(), heard.end(), channel) == heard.end()) continue;
      readChannel(open, loaded, channel, values, reading);
    }
    return reading;
  }

 private:
  static ToneComb combOf(const Values& values, const Sequence& sequence) {
    return makeComb(kRange, Seconds::of(values["seconds"]), sequence.sampleRate());
  }

  static void readChannel(const Recording& open, const Recording& loaded, int channel,
                          const Values& values, Reading& reading) {
    const ToneComb comb = combOf(values, *open.sequence);
    CombPlace place{kComb, channel, std::min(channel, open.sequence->channels() - 1), {}, {}};
    const auto first = readComb(open, comb, place);
    place.latency = loadedLatency(open, loaded, channel);
    const auto second = readComb(loaded, comb, place);
    if (!first || !second || !first->isHeard()) return;
    const auto curve =
        curveOf(*first, *second, resistorOf(values), timingOf(open, loaded, channel));
    if (!second->isHeard() || curve.empty()) {
      reading.statements.push_back({"output_impedance", "not_heard_under_load", channel});
      return;
    }
    if (showsChangedLevel(curve)) {
      reading.statements.push_back({"level_between_steps", "changed", channel});
      reading.figures.push_back({"output_impedance", Unit::ohms, channel, {}, {}});
      return;
    }
    addFigures(pointAt(curve, kReference), channel, reading);
    if (place.latency) {
      addTraces(curve, "output_impedance", channel, reading);
    } else {
      // A fraction of a frame too late looks like a phase, more so at higher frequencies.
      reading.statements.push_back({"output_impedance_curve", "two_clocks", channel});
    }
  }

  static void addFigures(const ImpedancePoint& point, int channel, Reading& reading) {
    const double ohms = std::abs(point.ohms);
    if (ohms < kSigmas * point.noise) {
      reading.figures.push_back({"output_impedance", Unit::ohms, channel, {}, {}});
      reading.figures.push_back(
          {"output_impedance_at_most", Unit::ohms, channel, ohms + 2.0 * point.uncertainty, {}});
      reading.statements.push_back({"output_impedance", "below_what_can_be_told", channel});
      return;
    }
    reading.figures.push_back({"output_impedance", Unit::ohms, channel, ohms, point.uncertainty});
    reading.figures.push_back({"output_impedance_phase", Unit::degrees, channel,
                               std::arg(point.ohms) * kDegrees, point.noise / ohms * kDegrees});
  }
};

}  // namespace

const Procedure& outputImpedanceProcedure() {
  static const OutputImpedance kOutputImpedance;
  return kOutputImpedance;
}

}  // namespace linecheck::measure
