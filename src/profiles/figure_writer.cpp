#include "profiles/figure_writer.h"

#include <tuple>

namespace linecheck::profiles {

json::Object FigureWriter::numbers(const Written& written) {
  json::Object object;
  if (written.value) object.set("value", *written.value);
  if (written.low || written.high) {
    const auto bound = [](const std::optional<double>& number) {
      return number ? json::Value(*number) : json::Value();
    };
    object.set("range", json::Array{bound(written.low), bound(written.high)});
  }
  object.set("unit", written.unit);
  return object;
}

void FigureWriter::setProvenance(json::Object& object, const Provenance& provenance) const {
  object.set("source", sources_.keyOf(provenance.source));
  if (!provenance.where.empty()) object.set("where", provenance.where);
  object.set("confidence", wordFor(kConfidences, provenance.confidence));
  if (!provenance.note.empty()) object.set("note", provenance.note);
}

void FigureWriter::setAlternatives(json::Object& object, json::Array others,
                                   const std::string& reason) {
  if (!others.empty()) object.set("alternatives", std::move(others));
  if (!reason.empty()) object.set("chosen_because", reason);
}

void FigureWriter::setClaim(json::Object& object, const Claim& claim) const {
  setProvenance(object, claim.provenance);
  json::Array others;
  for (const Statement& statement : claim.alternatives) {
    json::Object other{{"text", statement.text}};
    setProvenance(other, statement.provenance);
    others.emplace_back(std::move(other));
  }
  setAlternatives(object, std::move(others), claim.chosenBecause);
}

void FigureWriter::set(json::Object& object, std::string_view key,
                       const std::optional<Claim>& known) const {
  if (!known) return;
  json::Object claim;
  setClaim(claim, *known);
  object.set(key, std::move(claim));
}

void FigureWriter::set(json::Object& object, std::string_view key, const Figures& known) const {
  json::Object figures;
  std::apply(
      [&](const auto&... entries) { (set(figures, entries.key, known.*entries.member), ...); },
      kFigureEntries);
  if (!figures.members().empty()) object.set(key, std::move(figures));
}

}  // namespace linecheck::profiles
