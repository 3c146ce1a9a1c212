#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/comb_reading.h"

namespace linecheck::measure {
namespace {

constexpr CombRange kRange{Hertz::of(45.0), Hertz::of(20000.0), 6.0};
constexpr std::string_view kComb = "comb";

struct NamedFrequency {
  const char* id;
  const char* boundId;
  double frequency;
};
constexpr std::array kNamed = {
    NamedFrequency{"cmrr_50", "cmrr_50_at_least", 50.0},
    NamedFrequency{"cmrr_100", "cmrr_100_at_least", 100.0},
    NamedFrequency{"cmrr_1k", "cmrr_1k_at_least", 1000.0},
    NamedFrequency{"cmrr_10k", "cmrr_10k_at_least", 10000.0},
};

struct Rejection {
  double frequency = 0.0;
  std::optional<double> decibels;
  double uncertainty = 0.0;
  double atLeast = 0.0;  // What the noise leaves room for.
};

double decibels(double ratio) {
  return 20.0 * std::log10(ratio);
}

// `leg`: level of one leg against the whole output, in dB.
Rejection rejectionOf(const CombTone& normal, const CombTone& common, double leg) {
  Rejection rejection;
  rejection.frequency = normal.frequency.value();
  rejection.atLeast =
      decibels(std::abs(normal.ratio) / (std::abs(common.ratio) + 2.0 * common.error)) + leg;
  if (common.isHeard()) {
    rejection.decibels = decibels(std::abs(normal.ratio) / std::abs(common.ratio)) + leg;
    rejection.uncertainty =
        kDecibelsPerNeper * std::hypot(normal.relativeError(), common.relativeError());
  }
  return rejection;
}

// Common-mode rejection of a balanced input: what it hears of a signal between its legs against
// what it hears of the same on both (IEC 60268-3).
class CommonMode final : public Procedure {
 public:
  std::string_view id() const override { return "common-mode"; }
  std::string_view name() const override { return "Common-mode rejection"; }
  std::string_view description() const override {
    return "How well does the balanced input keep out what comes on both legs?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -60.0, 0.0},
        // 0 for an unbalanced or impedance-balanced output, −6.02 for one that drives both legs.
        Parameter{"leg-level", "One leg against the whole output", Unit::db, 0.0, -6.03, 0.0},
        Parameter{"seconds", "Length", Unit::seconds, 4.0, 2.0, 30.0}};
    return kParameters;
  }
  std::vector<ProcedureStep> steps(const Values& /*values*/) const override {
    // That nothing comes back is the best result that the second step can have.
    return {{Harness::normalMode, true}, {Harness::commonMode, false}};
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
    for (const Recording& recording : recordings) {
      if (!recording.holds(*recording.sequence->segment(kComb))) return reading;
    }
    reading.isComplete = true;
    for (const int channel : recordings[0].usableChannels()) {
      readChannel(recordings, channel, values, reading);
    }
    return reading;
  }

 private:
  static ToneComb combOf(const Values& values, const Sequence& sequence) {
    return makeComb(kRange, Seconds::of(values["seconds"]), sequence.sampleRate());
  }

  static void readChannel(std::span<const Recording> recordings, int channel, const Values& values,
                          Reading& reading) {
    const Sequence& sequence = *recordings[0].sequence;
    const ToneComb comb = combOf(values, sequence);
    CombPlace place{kComb, channel, std::min(channel, sequence.channels() - 1), {}, {}};
    const auto normal = readComb(recordings[0], comb, place);
    if (!normal || !normal->isHeard()) return;
    // Too little comes back to tell the clocks from it: they are those of the first step.
    place.driftPpm = normal->driftPpm;
    const auto common = readComb(recordings[1], comb, place);
    if (!common) return;

    std::vector<Rejection> rejections;
    Trace trace{"cmrr", channel, "frequency", Unit::hertz, Unit::db, {}, {}};
    for (std::size_t i = 0; i < comb.bins.size(); ++i) {
      const Rejection& rejection = rejections.emplace_back(
          rejectionOf(normal->tones[i], common->tones[i], values["leg-level"]));
      trace.x.push_back(rejection.frequency);
      trace.y.push_back(rejection.decibels.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    reading.traces.push_back(std::move(trace));
    for (const NamedFrequency& named : kNamed) addFigure(rejections, named, channel, reading);
    if (!common->isHeard()) {
      reading.statements.push_back({"common_mode", "not_heard", channel});
    } else if (seemsUnchanged(rejections, values["leg-level"])) {
      reading.statements.push_back({"common_mode", "as_loud_as_before", channel});
    }
  }

  // Whether the cable between the steps was left as it was.
  static bool seemsUnchanged(const std::vector<Rejection>& rejections, double leg) {
    constexpr double kSame = 0.5;
    return std::all_of(rejections.begin(), rejections.end(), [leg](const Rejection& rejection) {
      return rejection.decibels && std::abs(*rejection.decibels - leg) < kSame;
    });
  }

  // On a straight line over log(frequency) between the tones beside it, for those keep clear of
  // the mains.
  static void addFigure(const std::vector<Rejection>& rejections, const NamedFrequency& named,
                        int channel, Reading& reading) {
    std::size_t above = 0;
    while (above < rejections.size() && rejections[above].frequency < named.frequency) ++above;
    if (above == 0 || above == rejections.size()) return;
    const Rejection& a = rejections[above - 1];
    const Rejection& b = rejections[above];
    if (!a.decibels || !b.decibels) {
      reading.figures.push_back({named.id, Unit::db, channel, {}, {}});
      reading.figures.push_back(
          {named.boundId, Unit::db, channel, std::min(a.atLeast, b.atLeast), {}});
      return;
    }
    const double part =
        std::log(named.frequency / a.frequency) / std::log(b.frequency / a.frequency);
    reading.figures.push_back({named.id, Unit::db, channel,
                               *a.decibels + part * (*b.decibels - *a.decibels),
                               std::hypot((1.0 - part) * a.uncertainty, part * b.uncertainty)});
  }
};

}  // namespace

const Procedure& commonModeProcedure() {
  static const CommonMode kCommonMode;
  return kCommonMode;
}

}  // namespace linecheck::measure
