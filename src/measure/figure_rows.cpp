#include "measure/figure_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number_text.h"
#include "measure/figure_words.h"

namespace linecheck::measure {
namespace {

constexpr std::array<std::string_view, 2> kAtMost = {"_bound", "_at_most"};
constexpr std::array<std::string_view, 1> kAtLeast = {"_at_least"};

// The id of the figure that this one bounds; empty if it is none.
template <std::size_t N>
std::string boundOf(std::string_view id, const std::array<std::string_view, N>& endings) {
  for (const std::string_view ending : endings) {
    if (id.ends_with(ending)) return std::string(id.substr(0, id.size() - ending.size()));
  }
  return {};
}

class Rows {
 public:
  explicit Rows(const Reading& reading) : reading_(reading) {
    for (const Figure& figure : reading.figures) add(figure);
    for (const Statement& statement : reading.statements) {
      rowOf(statement.id, Unit::count).cells[statement.channel].word =
          statementText(statement.id, statement.word);
    }
  }

  std::vector<FigureRow> take() { return std::move(rows_); }

 private:
  void add(const Figure& figure) {
    if (const auto base = boundOf(figure.id, kAtMost); hasFigure(base)) {
      rowOf(base, figure.unit).cells[figure.channel].atMost = figure.value;
    } else if (const auto least = boundOf(figure.id, kAtLeast); hasFigure(least)) {
      rowOf(least, figure.unit).cells[figure.channel].atLeast = figure.value;
    } else {
      FigureCell& cell = rowOf(figure.id, figure.unit).cells[figure.channel];
      cell.value = figure.value;
      cell.uncertainty = figure.uncertainty;
    }
  }

  [[nodiscard]] bool hasFigure(std::string_view id) const {
    return std::any_of(reading_.figures.begin(), reading_.figures.end(),
                       [id](const Figure& figure) { return figure.id == id; });
  }

  FigureRow& rowOf(std::string_view id, Unit unit) {
    const auto found = std::find_if(rows_.begin(), rows_.end(),
                                    [id](const FigureRow& row) { return row.id == id; });
    if (found != rows_.end()) return *found;
    rows_.push_back({std::string(id), unit, {}});
    return rows_.back();
  }

  const Reading& reading_;
  std::vector<FigureRow> rows_;
};

}  // namespace

std::vector<FigureRow> rowsOf(const Reading& reading) {
  return Rows(reading).take();
}

std::string cellText(const FigureRow& row, const FigureCell& cell) {
  const int decimals = unitDecimals(row.unit);
  const auto number = [&](double value) {
    return numberText(value, decimals, unitSymbol(row.unit));
  };
  if (cell.value) {
    const bool isShown = cell.uncertainty && *cell.uncertainty >= 0.5 * std::pow(10.0, -decimals);
    return number(*cell.value) + (isShown ? " ± " + numberText(*cell.uncertainty, decimals) : "");
  }
  if (cell.atMost) return "below " + number(*cell.atMost);
  if (cell.atLeast) return "above " + number(*cell.atLeast);
  return cell.word.empty() ? "unknown" : cell.word;
}

}  // namespace linecheck::measure
