#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measure/gate.h"
#include "measure/procedure.h"
#include "support/measure/studio_run.h"

namespace linecheck::measure::testing {

/// What one run of a procedure has yielded.
struct Outcome {
  Reading reading;
  PathReport path;            ///< Of the first step.
  double deviceFrames = 0.0;  ///< Latency that the device adds to the path's own.
};

/// A number that a run ought to yield.
struct TrueFigure {
  std::string name;  ///< What it is called in a table: "thd".
  std::string unit;
  double truth = 0.0;
  double limit = 0.0;                          ///< The greatest error, either way.
  std::function<double(const Outcome&)> read;  ///< NaN if it was not told.
};

/// A word that a run ought to yield; anything else counts as one wrong.
struct TrueWord {
  std::string name;
  std::string truth;
  std::function<std::string(const Outcome&)> read;
};

/// One setting of a studio and all that is known of it beforehand.
struct TruthCase {
  StudioRun run;
  std::vector<TrueFigure> figures;
  std::vector<TrueWord> words;

  /// A figure of the reading. `name` if it is to be called otherwise in a table.
  void figure(std::string_view id, int channel, double truth, double limit, std::string_view unit,
              std::string_view name = {});
  /// A trace: the truth is a deviation of 0 from `truthAt`, the reading the greatest there is.
  /// Points without a truth are left out; with fewer than `points` others nothing was told.
  void trace(std::string_view id, int channel,
             std::function<std::optional<double>(double x)> truthAt, double limit,
             std::string_view unit, std::size_t points = 1);
  void word(std::string_view id, int channel, std::string_view truth);
  void word(std::string_view id, std::string_view truth) {
    for (int channel = 0; channel < run.channels; ++channel) word(id, channel, truth);
  }
};

/// A kind of path with what a procedure ought to read off it, as many settings as wanted. The
/// truth comes from closed forms, never from an earlier reading.
struct Truth {
  std::string_view procedure;  ///< Its id.
  std::string_view name;       ///< Of the kind of path; empty if there is only one.
  TruthCase (*of)(std::uint64_t seed) = nullptr;
  std::uint64_t seeds = 20;  ///< 1…seeds are tried.
  /// Seeds 1…quickSeeds are tried where all would take too long.
  std::uint64_t quickSeeds = 20;
};

/// "response", "headroom: an input that is set too high".
[[nodiscard]] std::string nameOf(const Truth& truth);

/// All of them, in the order of the procedures.
[[nodiscard]] std::vector<Truth> truths();

/// One; the name as `nameOf` gives it.
[[nodiscard]] const Truth& truthOf(std::string_view name);

/// Those of one file each, in truths/.
[[nodiscard]] std::vector<Truth> gateTruths();
[[nodiscard]] std::vector<Truth> toneTruths();
[[nodiscard]] std::vector<Truth> stepTruths();
[[nodiscard]] std::vector<Truth> headroomTruths();
[[nodiscard]] std::vector<Truth> limiterTruths();
[[nodiscard]] std::vector<Truth> transferTruths();
[[nodiscard]] std::vector<Truth> productTruths();
[[nodiscard]] std::vector<Truth> twoStepTruths();

}  // namespace linecheck::measure::testing
