#pragma once

#include <QString>
#include <array>
#include <optional>

#include "match/candidates.h"
#include "text/bounded_text.h"

namespace linecheck::ui {

/// What the table of candidates shows of each, from left to right.
enum class CandidateColumn {
  mark,
  verdict,
  source,
  output,
  maximum,
  headroom,
  loss,
  damping,
  deviation,
  noise,
  gain,
  knob,
};
inline constexpr std::size_t kCandidateColumns = 12;

/// Its name, and the unit of its figures under it.
[[nodiscard]] QString columnName(CandidateColumn column);
[[nodiscard]] QString columnUnit(CandidateColumn column);
/// What its figures mean, in a sentence.
[[nodiscard]] QString columnAbout(CandidateColumn column);
/// Whether it holds numbers, which are drawn at their places.
[[nodiscard]] bool isNumeric(CandidateColumn column);
/// What its figures rest on can be asked by this.
[[nodiscard]] std::optional<matching::Figure> figureOf(CandidateColumn column);

/// What stands in a cell: a figure with its bounds, or words.
[[nodiscard]] BoundedText cellText(CandidateColumn column, const Candidates& all,
                                   std::size_t output);
/// For a cell without a figure, which figures nobody has told: empty for what has one.
[[nodiscard]] QString missingText(CandidateColumn column, const Candidates& all,
                                  std::size_t output);
/// A cell in full, with its unit, or with what is missing.
[[nodiscard]] QString cellInFull(CandidateColumn column, const Candidates& all, std::size_t output);
/// The same with a paragraph for each figure that it rests on, for a tool tip.
[[nodiscard]] QString cellOrigin(CandidateColumn column, const Candidates& all, std::size_t output);
/// Whether the cell of `a` comes before that of `b`, the best or greatest first; what is unknown
/// is never before what is known.
[[nodiscard]] bool isBefore(CandidateColumn column, const Candidates& all, std::size_t a,
                            std::size_t b, Qt::SortOrder order);

}  // namespace linecheck::ui
