#include <array>
#include <cmath>
#include <limits>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/tone_figures.h"

namespace linecheck::measure {
namespace {

// THD, THD+N and SINAD of one steady tone, after AES17.
class Distortion final : public Procedure {
 public:
  std::string_view id() const override { return "distortion"; }
  std::string_view name() const override { return "Distortion of a tone"; }
  std::string_view description() const override {
    return "How much does the chain add to a pure tone?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -100.0, 0.0},
        Parameter{"frequency", "Frequency", Unit::hertz, 997.0, 20.0, 20000.0},
        Parameter{"seconds", "Length", Unit::seconds, 3.0, 0.5, 60.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    const Sequence::Tone tone{Hertz::of(values["frequency"]), DecibelsFs::of(values["level"])};
    if (auto checked = checkBelowNyquist(tone.frequency, sequence); !checked) return checked;
    const std::array tones = {tone};
    sequence.addTones("tone", tones, Seconds::of(values["seconds"]));
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    Reading reading;
    for (const int channel : recording.usableChannels()) {
      const auto samples = recording.steady(*recording.sequence->segment("tone"), channel);
      if (samples.empty()) {
        reading.isComplete = false;
        continue;
      }
      const auto tone = readTone(samples, recording.sampleRate(), Hertz::of(values["frequency"]));
      if (!tone) {
        reading.statements.push_back({"tone", "not_found", channel});
        continue;
      }
      addFigures(*tone, DecibelsFs::of(values["level"]), channel, reading);
      addHarmonics(*tone, channel, reading);
    }
    return reading;
  }

 private:
  static void addFigures(const ToneFigures& tone, DecibelsFs played, int channel,
                         Reading& reading) {
    const auto add = [&](const char* id, Unit unit, std::optional<double> value,
                         std::optional<double> uncertainty) {
      reading.figures.push_back({id, unit, channel, value, uncertainty});
    };
    add("level", Unit::dbfs, tone.level.value(), tone.levelSe);
    add("gain", Unit::db, (tone.level - played).value(), tone.levelSe);
    if (tone.thd) {
      add("thd", Unit::db, tone.thd->value(), tone.thdSe);
    } else {
      add("thd", Unit::db, {}, {});
      if (tone.thdBound) {
        add("thd_bound", Unit::db, tone.thdBound->value(), {});
        reading.statements.push_back({"thd", "below_floor", channel});
      } else {
        reading.statements.push_back({"thd", "no_harmonic_in_band", channel});
      }
    }
    constexpr double kDbPerBit = 6.02;
    add("thdn", Unit::db, tone.thdn.value(), tone.thdnSe);
    add("sinad", Unit::db, -tone.thdn.value(), tone.thdnSe);
    add("effective_bits", Unit::bits, tone.enobBits, tone.thdnSe / kDbPerBit);
  }
  static void addHarmonics(const ToneFigures& tone, int channel, Reading& reading) {
    Trace trace{"harmonics", channel, "order", Unit::count, Unit::dbc, {}, {}};
    for (const HarmonicRatio& harmonic : tone.harmonics) {
      trace.x.push_back(harmonic.order);
      trace.y.push_back(harmonic.ratio ? harmonic.ratio->value()
                                       : std::numeric_limits<double>::quiet_NaN());
    }
    reading.traces.push_back(std::move(trace));
  }
};

}  // namespace

const Procedure& distortionProcedure() {
  static const Distortion kDistortion;
  return kDistortion;
}

}  // namespace linecheck::measure
