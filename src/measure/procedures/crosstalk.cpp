#include <fmt/format.h>

#include <array>
#include <limits>
#include <map>
#include <string>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/known_line.h"
#include "measure/procedures/loop_inputs.h"

namespace linecheck::measure {
namespace {

struct Place {
  Hertz frequency;
  std::string_view figure;  ///< Empty: of the trace alone, and played shorter.
};

// Beside the lines of 50 and 60 Hz mains and of USB's frames, none of which is crosstalk.
constexpr std::array kPlaces = {
    Place{Hertz::of(23.0), ""},    Place{Hertz::of(55.0), ""},   Place{Hertz::of(103.0), "100"},
    Place{Hertz::of(210.0), ""},   Place{Hertz::of(490.0), ""},  Place{Hertz::of(997.0), "1k"},
    Place{Hertz::of(1990.0), ""},  Place{Hertz::of(4990.0), ""}, Place{Hertz::of(9997.0), "10k"},
    Place{Hertz::of(19990.0), ""},
};
constexpr double kShorter = 0.25;
constexpr Seconds kShortest = Seconds::of(0.5);

std::string segmentId(int output, const Place& place) {
  return fmt::format("output.{}.{:.0f}", output + 1, place.frequency.value());
}

// Of one input while another's output plays, against that output's own input.
struct Leak {
  Decibels level;
  std::optional<Decibels> se;  ///< None: below the noise, and `level` is a bound.
};

// Each output plays alone; how much of it do the other inputs hear?
class CrosstalkBetween final : public Procedure {
 public:
  std::string_view id() const override { return "crosstalk"; }
  std::string_view name() const override { return "Crosstalk"; }
  std::string_view description() const override {
    return "How much of one channel is heard on the other?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -60.0, 0.0},
        Parameter{"seconds", "Length of each tone", Unit::seconds, 4.0, 1.0, 60.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    if (sequence.channels() < 2) {
      return fail(ErrorCode::usage, "Crosstalk needs two outputs: choose a stereo device.");
    }
    const Seconds length = Seconds::of(values["seconds"]);
    for (int output = 0; output < sequence.channels(); ++output) {
      for (const Place& place : kPlaces) {
        const std::array tones = {Sequence::Tone{place.frequency, DecibelsFs::of(values["level"])}};
        const Seconds own = place.figure.empty() ? std::max(kShorter * length, kShortest) : length;
        sequence.addTones(segmentId(output, place), tones, own, output);
      }
    }
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& /*values*/) const override {
    const Recording& recording = recordings.front();
    std::map<int, std::vector<std::optional<Leak>>> leaks;
    Reading reading;
    for (std::size_t i = 0; i < kPlaces.size(); ++i) {
      for (int output = 0; output < recording.sequence->channels(); ++output) {
        const auto own = inputOf(recording, output);
        if (!own) continue;
        const Segment& segment = *recording.sequence->segment(segmentId(output, kPlaces[i]));
        if (!recording.holds(segment)) {
          reading.isComplete = false;
          continue;
        }
        for (const int input : othersThan(*own, recording)) {
          auto& all = leaks[input];
          all.resize(kPlaces.size());
          const auto leak = leakOf(recording, segment, kPlaces[i].frequency, *own, input);
          if (leak && (!all[i] || leak->level > all[i]->level)) all[i] = leak;
        }
      }
    }
    for (const auto& [input, all] : leaks) report(input, all, reading);
    return reading;
  }

 private:
  static std::vector<int> othersThan(int own, const Recording& recording) {
    auto inputs = recording.usableChannels();
    std::erase(inputs, own);
    return inputs;
  }

  static std::optional<Leak> leakOf(const Recording& recording, const Segment& segment,
                                    Hertz played, int own, int input) {
    const Hertz rate = recording.sampleRate();
    const LineReader direct(recording.steady(segment, own), rate);
    const Hertz frequency = direct.follow(returnedFrequency(recording, played));
    const KnownLine loud = direct.at(frequency);
    if (!loud.isFound()) return std::nullopt;
    const KnownLine quiet = LineReader(recording.steady(segment, input), rate).at(frequency);
    if (quiet.isFound()) {
      return Leak{quiet.level() - loud.level(), quiet.levelSe()};
    }
    return Leak{Decibels::fromAmplitudeRatio(quiet.bound() / loud.peak()), {}};
  }

  static void report(int input, const std::vector<std::optional<Leak>>& leaks, Reading& reading) {
    Trace found{"crosstalk", input, "frequency", Unit::hertz, Unit::db, {}, {}};
    Trace bounds{"crosstalk_bound", input, "frequency", Unit::hertz, Unit::db, {}, {}};
    constexpr double kGap = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < kPlaces.size(); ++i) {
      const auto& leak = leaks[i];
      found.x.push_back(kPlaces[i].frequency.value());
      bounds.x.push_back(kPlaces[i].frequency.value());
      found.y.push_back(leak && leak->se ? leak->level.value() : kGap);
      bounds.y.push_back(leak && !leak->se ? leak->level.value() : kGap);
      if (leak && !kPlaces[i].figure.empty()) reportFigure(kPlaces[i], input, *leak, reading);
    }
    reading.traces.push_back(std::move(found));
    reading.traces.push_back(std::move(bounds));
  }

  static void reportFigure(const Place& place, int input, const Leak& leak, Reading& reading) {
    const std::string id = fmt::format("crosstalk_{}", place.figure);
    if (leak.se) {
      reading.figures.push_back({id, Unit::db, input, leak.level.value(), leak.se->value()});
      return;
    }
    reading.figures.push_back({id, Unit::db, input, {}, {}});
    reading.figures.push_back({id + "_bound", Unit::db, input, leak.level.value(), {}});
    reading.statements.push_back({id, "below_noise", input});
  }
};

}  // namespace

const Procedure& crosstalkProcedure() {
  static const CrosstalkBetween kCrosstalk;
  return kCrosstalk;
}

}  // namespace linecheck::measure
