#include <algorithm>
#include <array>
#include <cmath>

#include "dsp/resonance_fit.h"
#include "measure/procedures/catalogue.h"
#include "measure/procedures/comb_reading.h"
#include "measure/procedures/impedance.h"

namespace linecheck::measure {
namespace {

constexpr CombRange kRange{Hertz::of(20.0), Hertz::of(20000.0), 12.0};
constexpr std::string_view kComb = "comb";
constexpr int kSource = 0;  // Input 1, at the output's end of the resistor.
constexpr int kNode = 1;    // Input 2, at the headphones' end.

// IEC 60268-7: the impedance falls nowhere below 80 % of the rated one.
constexpr double kRatedPerLeast = 1.25;

struct Ratio {
  std::complex<double> value;  // Of input 2 to input 1.
  double relativeError = 0.0;
  bool isHeard = false;
};

// Both inputs lie beside one another in one recording: no latency comes into it.
std::optional<std::vector<Ratio>> ratiosOf(const Recording& recording, const ToneComb& comb) {
  const double latency = recording.latency(kSource);
  const auto source = readComb(recording, comb, {kComb, kSource, 0, latency, {}});
  if (!source || !source->isHeard()) return std::nullopt;
  const auto node = readComb(recording, comb, {kComb, kNode, 0, latency, source->driftPpm});
  if (!node) return std::nullopt;
  std::vector<Ratio> ratios;
  for (std::size_t i = 0; i < source->tones.size(); ++i) {
    const CombTone& a = source->tones[i];
    const CombTone& b = node->tones[i];
    ratios.push_back({b.ratio / a.ratio, std::hypot(a.relativeError(), b.relativeError()),
                      a.isHeard() && b.isHeard()});
  }
  return ratios;
}

// With t the ratio with the headphones against that without, and Rt the resistor beside the
// input: Z = Rt·t / (1 − t).
ImpedancePoint impedanceAt(double frequency, const Ratio& open, const Ratio& loaded,
                           const KnownResistor& known) {
  const std::complex<double> t = loaded.value / open.value;
  const double resistor = known.resistance.value();
  const double source = known.input ? resistor / (1.0 + resistor / known.input->value()) : resistor;
  ImpedancePoint point;
  point.frequency = frequency;
  point.ohms = source * t / (1.0 - t);
  const double ohms = std::abs(point.ohms);
  // dZ/Z = dt/t / (1 − t).
  point.noise = ohms * std::hypot(open.relativeError, loaded.relativeError) / std::abs(1.0 - t);
  const double fromTolerance = known.tolerance / std::sqrt(3.0);
  const double fromInput =
      known.input ? 0.0 : resistor / kLeastInputImpedance.value() / std::sqrt(3.0);
  point.uncertainty = std::hypot(point.noise, ohms * std::hypot(fromTolerance, fromInput));
  return point;
}

// The impedance of one earpiece from the divider that it makes with a known resistor.
class HeadphoneImpedance final : public Procedure {
 public:
  std::string_view id() const override { return "headphone-impedance"; }
  std::string_view name() const override { return "Headphones' impedance"; }
  std::string_view description() const override {
    return "What load are your headphones, from the lowest to the highest tone? They sound: keep "
           "them off your ears.";
  }
  std::span<const Parameter> parameters() const override {
    static const auto kParameters = [] {
      const auto known = resistorParameters();
      // It plays into headphones: nothing loud, whoever agrees to it.
      return std::array{known[0], known[1], known[2],
                        Parameter{"level", "Level", Unit::dbfs, -40.0, -80.0, -20.0},
                        Parameter{"seconds", "Length", Unit::seconds, 4.0, 2.0, 30.0}};
    }();
    return kParameters;
  }
  std::vector<ProcedureStep> steps(const Values& /*values*/) const override {
    // The gate is louder than headphones should hear; the path was checked before they came on,
    // and both inputs are compared within one recording.
    return {{Harness::seriesResistorOpen, true}, {Harness::seriesResistorLoad, false}};
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    addComb(sequence, kComb, combOf(values, sequence), DecibelsFs::of(values["level"]), 0);
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    Reading reading;
    reading.isComplete = false;
    if (recordings.size() < 2) return reading;
    for (const Recording& recording : recordings) {
      if (!recording.holds(*recording.sequence->segment(kComb))) return reading;
    }
    reading.isComplete = true;
    if (recordings[0].channels() <= kNode || recordings[1].channels() <= kNode) {
      reading.statements.push_back({"headphone_impedance", "needs_two_inputs", {}});
      return reading;
    }
    const ToneComb comb = combOf(values, *recordings[0].sequence);
    const auto open = ratiosOf(recordings[0], comb);
    const auto loaded = ratiosOf(recordings[1], comb);
    if (!open || !loaded) {
      reading.statements.push_back({"headphone_impedance", "not_heard", {}});
      return reading;
    }
    const KnownResistor known = resistorOf(values);
    if (!known.input) reading.statements.push_back({"input_impedance", "unknown", {}});
    ImpedanceCurve curve;
    bool isLoaded = false;
    for (std::size_t i = 0; i < comb.bins.size(); ++i) {
      const Ratio& before = (*open)[i];
      const Ratio& after = (*loaded)[i];
      if (!before.isHeard || !after.isHeard) continue;
      curve.push_back(impedanceAt(comb.frequency(i).value(), before, after, known));
      isLoaded = isLoaded || curve.back().noise < 0.2 * std::abs(curve.back().ohms);
    }
    const auto isNegative = [](const ImpedancePoint& point) {
      return point.ohms.real() < -3.0 * point.uncertainty;
    };
    if (curve.empty() || !isLoaded) {
      reading.statements.push_back({"headphone_impedance", "no_load_found", {}});
    } else if (2 * std::count_if(curve.begin(), curve.end(), isNegative) >
               static_cast<std::ptrdiff_t>(curve.size())) {
      reading.statements.push_back({"level_between_steps", "changed", {}});
    } else {
      addFigures(curve, reading);
    }
    return reading;
  }

 private:
  static ToneComb combOf(const Values& values, const Sequence& sequence) {
    return makeComb(kRange, Seconds::of(values["seconds"]), sequence.sampleRate());
  }

  static void addFigures(const ImpedanceCurve& curve, Reading& reading) {
    const auto add = [&](const char* id, Unit unit, double value, double uncertainty) {
      reading.figures.push_back({id, unit, {}, value, uncertainty});
    };
    addTraces(curve, "headphone_impedance", {}, reading);
    const ImpedancePoint& least = *std::min_element(
        curve.begin(), curve.end(), [](const ImpedancePoint& a, const ImpedancePoint& b) {
          return std::abs(a.ohms) < std::abs(b.ohms);
        });
    const ImpedancePoint reference = pointAt(curve, 1000.0);
    add("impedance_1k", Unit::ohms, std::abs(reference.ohms), reference.uncertainty);
    add("impedance_least", Unit::ohms, std::abs(least.ohms), least.uncertainty);
    // The greatest that the maker may print on these.
    add("impedance_rated_at_most", Unit::ohms, kRatedPerLeast * std::abs(least.ohms),
        kRatedPerLeast * least.uncertainty);
    std::vector<dsp::ResonancePoint> points;
    for (const ImpedancePoint& point : curve) {
      points.push_back({point.frequency, point.ohms, point.noise});
    }
    const auto resonance = dsp::fitResonance(points);
    if (!resonance) {
      reading.statements.push_back({"resonance", "none", {}});
      return;
    }
    add("resonance", Unit::hertz, resonance->frequency, resonance->frequencyError);
    add("resonance_impedance", Unit::ohms, resonance->ohms,
        pointAt(curve, resonance->frequency).uncertainty);
  }
};

}  // namespace

const Procedure& headphoneImpedanceProcedure() {
  static const HeadphoneImpedance kHeadphoneImpedance;
  return kHeadphoneImpedance;
}

}  // namespace linecheck::measure
