#pragma once

#include <optional>
#include <string>
#include <vector>

#include "units/interval.h"

namespace linecheck::profiles {

/// How far a figure can be trusted.
enum class Confidence {
  datasheet,  ///< The maker prints it.
  measured,   ///< Somebody measured it and says how.
  article,    ///< A text states it.
  derived,    ///< Worked out from other figures; the note gives the formula.
  estimate,   ///< A reasoned guess; the note gives the reason.
};

/// Where something was read, in full.
struct Source {
  std::string citation;  ///< For a reader: author or publisher, title, place.
  std::string url;       ///< May be empty.

  bool operator==(const Source&) const = default;
};

/// Who says so, and how far to trust it.
struct Provenance {
  Source source;
  std::string where;  ///< The section, page or row in the source; may be empty.
  Confidence confidence = Confidence::estimate;
  std::string note;  ///< May be empty.

  bool operator==(const Provenance&) const = default;
};

/// How a noise, or a distance from noise, was weighted. Often nobody says: std::optional.
enum class Weighting {
  none,
  a,
};

/// A figure as its source prints it, for showing. At least one number is there.
struct Written {
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
  std::string unit;

  bool operator==(const Written&) const = default;
};

/// "20–27 Ω", "91 dB/mW (87–95)", "at least 110 dB SPL", "−128 dBu".
[[nodiscard]] std::string toText(const Written& written);

/// One source's figure. Where the source gives only a range, the nominal value is its middle.
template <class T>
struct Reading {
  Interval<T> value;
  Written written;
  std::optional<Weighting> weighting;
  Provenance provenance;

  bool operator==(const Reading&) const = default;
};

/// The figure that is used, and what other sources say instead.
template <class T>
struct Figure : Reading<T> {
  std::vector<Reading<T>> alternatives;
  std::string chosenBecause;  ///< Why not an alternative; empty where there is none.

  bool operator==(const Figure&) const = default;
};

/// A statement in words that another source contradicts.
struct Statement {
  std::string text;
  Provenance provenance;

  bool operator==(const Statement&) const = default;
};

/// The provenance of something that is no number, with what other sources say instead.
struct Claim {
  Provenance provenance;
  std::vector<Statement> alternatives;
  std::string chosenBecause;  ///< Why not an alternative; empty where there is none.

  bool operator==(const Claim&) const = default;
};

}  // namespace linecheck::profiles
