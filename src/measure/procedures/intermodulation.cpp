#include <array>
#include <cmath>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/known_line.h"
#include "measure/procedures/loop_inputs.h"

namespace linecheck::measure {
namespace {

// One pair of tones and what a second and a third order make of it.
struct Pair {
  std::string_view id;
  Hertz first, second;
  double firstShare;  ///< Of the common peak.
  std::array<Hertz, 2> order2;
  std::array<Hertz, 2> order3;
  /// The products' amplitudes are summed and taken against so many of the second tone.
  double reference;
};

// SMPTE RP 120, as IEC 60268-3 counts it: the side lines of the high tone against that tone.
constexpr Pair kSmpte = {"smpte",
                         Hertz::of(60.0),
                         Hertz::of(7000.0),
                         0.8,
                         {Hertz::of(6940.0), Hertz::of(7060.0)},
                         {Hertz::of(6880.0), Hertz::of(7120.0)},
                         1.0};
// ITU-R (CCIF), as IEC 60268-3 counts it: against twice the second tone. 3 Hz beside 19 kHz, so
// that the difference is not where hum and USB's frames have a line. The second order has one line
// below Nyquist.
constexpr Pair kCcif = {"ccif",
                        Hertz::of(18997.0),
                        Hertz::of(20000.0),
                        0.5,
                        {Hertz::of(1003.0), Hertz::of(1003.0)},
                        {Hertz::of(17994.0), Hertz::of(21003.0)},
                        2.0};
constexpr std::array kPairs = {kSmpte, kCcif};

// Amplitudes of one order's products, summed, against the reference.
struct Share {
  double ratio = 0.0;
  double se = 0.0;
  bool isFound = false;
};

void add(Share& share, const KnownLine& line, double reference) {
  if (line.isFound()) {
    share.isFound = true;
    share.ratio += line.peak() / reference;
  }
  share.se = std::hypot(share.se, std::sqrt(0.5 * line.errorPower) / reference);
}

// Two tones at once: what each makes of the other.
class Intermodulation final : public Procedure {
 public:
  std::string_view id() const override { return "intermodulation"; }
  std::string_view name() const override { return "Intermodulation"; }
  std::string_view description() const override {
    return "Which new tones does the chain make of two tones?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -60.0, 0.0},
        Parameter{"seconds", "Length of each pair", Unit::seconds, 4.0, 1.0, 60.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    const DecibelsFs level = DecibelsFs::of(values["level"]);
    for (const Pair& pair : kPairs) {
      const std::array tones = {
          Sequence::Tone{pair.first, level + Decibels::fromAmplitudeRatio(pair.firstShare)},
          Sequence::Tone{pair.second, level + Decibels::fromAmplitudeRatio(1.0 - pair.firstShare)}};
      sequence.addTones(std::string(pair.id), tones, Seconds::of(values["seconds"]));
    }
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& /*values*/) const override {
    const Recording& recording = recordings.front();
    Reading reading;
    for (const int channel : recording.usableChannels()) {
      for (const Pair& pair : kPairs) readPair(recording, channel, pair, reading);
    }
    return reading;
  }

 private:
  static void readPair(const Recording& recording, int channel, const Pair& pair,
                       Reading& reading) {
    const auto samples =
        recording.steady(*recording.sequence->segment(std::string(pair.id)), channel);
    if (samples.empty()) {
      reading.isComplete = false;
      return;
    }
    const Hertz rate = recording.sampleRate();
    const LineReader lines(samples, rate);
    const Hertz nominal = returnedFrequency(recording, pair.second);
    const Hertz second = lines.follow(nominal);
    const double clock = second / pair.second;
    const KnownLine carrier = lines.at(second);
    if (!carrier.isFound()) return;
    const double reference = pair.reference * carrier.peak();
    const auto shareOf = [&](const std::array<Hertz, 2>& products) {
      Share share;
      add(share, lines.at(clock * products[0]), reference);
      if (products[1] != products[0]) add(share, lines.at(clock * products[1]), reference);
      return share;
    };
    const std::string id(pair.id);
    const Share order2 = shareOf(pair.order2);
    const Share order3 = shareOf(pair.order3);
    report(id + "_d2", channel, order2, reading);
    report(id + "_d3", channel, order3, reading);
    Share both;
    both.isFound = order2.isFound || order3.isFound;
    both.ratio = std::hypot(order2.ratio, order3.ratio);
    both.se = std::hypot(order2.se, order3.se);
    report(id, channel, both, reading);
    reading.figures.push_back(
        {id + "_level", Unit::dbfs, channel, carrier.level().value(), carrier.levelSe().value()});
  }

  static void report(const std::string& id, int channel, const Share& share, Reading& reading) {
    constexpr double kBoundSigmas = 4.0;
    if (share.isFound) {
      const double se = Decibels::fromAmplitudeRatio(1.0 + share.se / share.ratio).value();
      reading.figures.push_back(
          {id, Unit::db, channel, Decibels::fromAmplitudeRatio(share.ratio).value(), se});
      return;
    }
    reading.figures.push_back({id, Unit::db, channel, {}, {}});
    reading.figures.push_back({id + "_bound",
                               Unit::db,
                               channel,
                               Decibels::fromAmplitudeRatio(kBoundSigmas * share.se).value(),
                               {}});
    reading.statements.push_back({id, "below_noise", channel});
  }
};

}  // namespace

const Procedure& intermodulationProcedure() {
  static const Intermodulation kIntermodulation;
  return kIntermodulation;
}

}  // namespace linecheck::measure
