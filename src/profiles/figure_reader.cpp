#include "profiles/figure_reader.h"

#include "json/pointer.h"
#include "profiles/figure_maker.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace detail {
namespace {

std::optional<double> readBound(const json::Cursor& bound) {
  return bound.isNull() ? std::nullopt : bound.number();
}

}  // namespace

std::optional<Written> readNumbers(json::Members& members) {
  const json::Cursor value = members.optional("value");
  const json::Cursor range = members.optional("range");
  if (!value && !range && members) {
    members.place().fail("A figure needs a \"value\", a \"range\" or both.");
  }
  Written numbers;
  numbers.value = value.number();
  if (range) {
    const std::vector<json::Cursor> bounds = range.items();
    if (!range.isList()) return std::nullopt;
    if (bounds.size() != 2 || (bounds[0].isNull() && bounds[1].isNull())) {
      range.fail("A range is a list of its lower and its upper bound; one may be null.");
      return std::nullopt;
    }
    numbers.low = readBound(bounds[0]);
    numbers.high = readBound(bounds[1]);
    if (!value && (bounds[0].isNull() || bounds[1].isNull())) {
      range.fail("A range with an open end needs a \"value\" beside it.");
      return std::nullopt;
    }
  }
  if (numbers.low && numbers.high && *numbers.low > *numbers.high) {
    range.fail("The lower bound is above the upper one.");
  } else if (numbers.value && ((numbers.low && *numbers.value < *numbers.low) ||
                               (numbers.high && *numbers.value > *numbers.high))) {
    value.fail("The value lies outside its range.");
  }
  if (!numbers.value && !(numbers.low && numbers.high)) return std::nullopt;
  return numbers;
}

std::optional<Weighting> readWeighting(json::Members& members) {
  return members.optional("weighting").word(kWeightings);
}

bool isPlausible(double number, std::string_view unit, Sign sign, const json::Cursor& place) {
  std::string fault = numberFault(number, unit, sign);
  if (fault.empty()) return true;
  place.fail(std::move(fault));
  return false;
}

}  // namespace detail

Provenance FigureReader::provenance(json::Members& members) const {
  Provenance provenance;
  const json::Cursor source = members.required("source");
  if (const std::optional<std::string> key = source.text()) {
    const auto it = sources_.find(*key);
    if (it == sources_.end()) {
      source.fail(json::inQuotes(*key) + " does not stand in the profile's \"sources\".");
    } else {
      provenance.source = it->second;
    }
  }
  provenance.where = members.optional("where").text().value_or("");
  if (const auto confidence = members.required("confidence").word(kConfidences)) {
    provenance.confidence = *confidence;
  }
  provenance.note = members.optional("note").text().value_or("");
  return provenance;
}

Claim FigureReader::claim(json::Members& members) const {
  Claim claim;
  claim.provenance = provenance(members);
  claim.chosenBecause = detail::readAlternatives(members, [&](const json::Cursor& item) {
    json::Members alternative = item.members();
    Statement statement;
    statement.text = alternative.required("text").text().value_or("");
    statement.provenance = provenance(alternative);
    claim.alternatives.push_back(std::move(statement));
  });
  return claim;
}

std::optional<Claim> FigureReader::claimAt(const json::Cursor& place) const {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  return claim(members);
}

Figures FigureReader::figures(const json::Cursor& place) const {
  Figures figures;
  if (!place) return figures;
  json::Members members = place.members();
  const auto read = [&](const auto& entry) {
    figures.*entry.member = figure(members.optional(entry.key), entry.units, entry.mayBeWeighted);
  };
  std::apply([&](const auto&... entries) { (read(entries), ...); }, kFigureEntries);
  return figures;
}

}  // namespace linecheck::profiles
