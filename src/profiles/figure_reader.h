#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "json/reader.h"
#include "profiles/figure.h"
#include "profiles/figures.h"
#include "profiles/unit_table.h"

namespace linecheck::profiles {

/// Reads the parts of a profile that carry a source. Faults go to the cursor's reader; what
/// comes back then is incomplete, and the whole profile is refused.
class FigureReader {
 public:
  /// The profile's table of sources, by key.
  explicit FigureReader(std::map<std::string, Source> sources) : sources_(std::move(sources)) {}

  /// `{value | range, unit, source, confidence, …}`; nothing if the place is empty or faulty.
  template <class T>
  [[nodiscard]] std::optional<Figure<T>> figure(const json::Cursor& place,
                                                std::span<const Unit<T>> units,
                                                bool mayBeWeighted = false) const;
  template <class T, std::size_t N>
  [[nodiscard]] std::optional<Figure<T>> figure(const json::Cursor& place,
                                                const std::array<Unit<T>, N>& units,
                                                bool mayBeWeighted = false) const {
    return figure(place, std::span<const Unit<T>>(units), mayBeWeighted);
  }
  /// An object of figures by name.
  [[nodiscard]] Figures figures(const json::Cursor& place) const;
  /// What the keys of a claim among `members` say.
  [[nodiscard]] Claim claim(json::Members& members) const;
  /// `{source, confidence, …}`: a claim that stands alone; nothing if the place is empty.
  [[nodiscard]] std::optional<Claim> claimAt(const json::Cursor& place) const;

 private:
  template <class T>
  std::optional<Reading<T>> reading(json::Members& members, std::span<const Unit<T>> units,
                                    bool mayBeWeighted) const;
  Provenance provenance(json::Members& members) const;

  std::map<std::string, Source> sources_;
};

namespace detail {

/// The numbers of a figure, without its unit.
[[nodiscard]] std::optional<Written> readNumbers(json::Members& members);
[[nodiscard]] std::optional<Weighting> readWeighting(json::Members& members);
/// Tells at `place` if `number` makes no sense in the unit.
[[nodiscard]] bool isPlausible(double number, std::string_view unit, Sign sign,
                               const json::Cursor& place);

/// Reads the list of alternatives item by item and returns why they are not used; neither may
/// stand without the other.
template <class ReadItem>
std::string readAlternatives(json::Members& members, ReadItem readItem) {
  const json::Cursor list = members.optional("alternatives");
  const json::Cursor reason = members.optional("chosen_because");
  const std::vector<json::Cursor> items = list.items();
  for (const json::Cursor& item : items) readItem(item);
  if (list.isList() && items.empty()) list.fail("This list is empty; leave it out.");
  if (list && !reason) {
    members.place().fail(
        "Beside \"alternatives\", \"chosen_because\" must say why they are not used.");
  }
  if (reason && !list) reason.fail("There are no \"alternatives\" to choose from.");
  return reason.text().value_or("");
}

}  // namespace detail

template <class T>
std::optional<Reading<T>> FigureReader::reading(json::Members& members,
                                                std::span<const Unit<T>> units,
                                                bool mayBeWeighted) const {
  std::vector<json::Word<const Unit<T>*>> words;
  for (const Unit<T>& unit : units) words.emplace_back(unit.word, &unit);
  const std::span<const json::Word<const Unit<T>*>> vocabulary(words);

  Reading<T> reading;
  const std::optional<Written> numbers = detail::readNumbers(members);
  const auto unit = members.required("unit").word(vocabulary);
  if (mayBeWeighted) reading.weighting = detail::readWeighting(members);
  reading.provenance = provenance(members);
  if (!numbers || !unit) return std::nullopt;

  reading.written = *numbers;
  reading.written.unit = (*unit)->word;
  bool isPlausible = true;  // Once told is enough.
  const auto convert = [&](double number) {
    isPlausible =
        isPlausible && detail::isPlausible(number, (*unit)->word, (*unit)->sign, members.place());
    return (*unit)->make(number);
  };
  if (numbers->low) reading.value.low = convert(*numbers->low);
  if (numbers->high) reading.value.high = convert(*numbers->high);
  reading.value.nominal =
      convert(numbers->value ? *numbers->value : (*numbers->low + *numbers->high) / 2.0);
  return isPlausible ? std::optional(std::move(reading)) : std::nullopt;
}

template <class T>
std::optional<Figure<T>> FigureReader::figure(const json::Cursor& place,
                                              std::span<const Unit<T>> units,
                                              bool mayBeWeighted) const {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  std::optional<Reading<T>> used = reading(members, units, mayBeWeighted);
  std::vector<Reading<T>> alternatives;
  std::string because = detail::readAlternatives(members, [&](const json::Cursor& item) {
    json::Members alternative = item.members();
    if (auto other = reading(alternative, units, mayBeWeighted)) {
      alternatives.push_back(std::move(*other));
    }
  });
  if (!used) return std::nullopt;
  return Figure<T>{std::move(*used), std::move(alternatives), std::move(because)};
}

}  // namespace linecheck::profiles
