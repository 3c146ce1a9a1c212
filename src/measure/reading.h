#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linecheck::measure {

/// The unit of a figure or an axis.
enum class Unit {
  dbfs,  ///< AES17: 0 dBFS is the RMS of a full-scale sine.
  db,    ///< A ratio of levels.
  dbc,   ///< Against the fundamental.
  hertz,
  seconds,
  milliseconds,
  frames,  ///< Sample periods, fractions too.
  ohms,
  partsPerMillion,
  degrees,
  bits,
  dbu,
  volts,
  picoseconds,
  ratio,  ///< A plain number: an amplitude against another.
  dbtp,   ///< The peak of the waveform between the samples, BS.1770.
  count,  ///< A bare number: an order; 0 or 1 for no or yes.
  percent,
};

/// The end of a JSON key: "dbfs", "db", "hz", "ms", "ohm", …
[[nodiscard]] std::string_view unitKey(Unit unit);
/// As it stands behind a number: "dBFS", "dB", "Hz", "Ω", …
[[nodiscard]] std::string_view unitSymbol(Unit unit);
/// Decimals that such a figure is shown with.
[[nodiscard]] int unitDecimals(Unit unit);

/// One number that a measurement yields.
struct Figure {
  std::string id;  ///< Stable, snake case, without the unit: "noise_a".
  Unit unit = Unit::db;
  std::optional<int> channel;         ///< 0-based input channel; none if it is of the whole.
  std::optional<double> value;        ///< None is unknown, −∞ is silence.
  std::optional<double> uncertainty;  ///< One standard deviation, in the figure's unit.

  bool operator==(const Figure&) const = default;
};

/// A curve: x ascending, y as long as x, NaN where there is a gap.
struct Trace {
  std::string id;  ///< Stable: "response".
  std::optional<int> channel;
  std::string xName;  ///< "frequency", "level", "time".
  Unit xUnit = Unit::hertz;
  Unit yUnit = Unit::db;
  std::vector<double> x;
  std::vector<double> y;

  bool operator==(const Trace&) const = default;
};

/// Something that a measurement tells in a word instead of a number.
struct Statement {
  std::string id;    ///< "clip_kind".
  std::string word;  ///< Stable: "hard".
  std::optional<int> channel;

  bool operator==(const Statement&) const = default;
};

/// What a measurement has read off its recordings.
struct Reading {
  std::vector<Figure> figures;
  std::vector<Trace> traces;
  std::vector<Statement> statements;
  bool isComplete = true;  ///< False if it was stopped: what was finished until then is here.

  /// None if there is no such figure.
  [[nodiscard]] const Figure* figure(std::string_view id, std::optional<int> channel = {}) const;
  [[nodiscard]] const Trace* trace(std::string_view id, std::optional<int> channel = {}) const;
  [[nodiscard]] const Statement* statement(std::string_view id,
                                           std::optional<int> channel = {}) const;

  bool operator==(const Reading&) const = default;
};

}  // namespace linecheck::measure
