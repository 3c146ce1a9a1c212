#pragma once

#include <optional>
#include <string_view>

#include "json/value.h"
#include "profiles/figure.h"
#include "profiles/figures.h"
#include "profiles/source_table.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {

/// Writes the parts of a profile that carry a source: the counterpart of FigureReader.
class FigureWriter {
 public:
  explicit FigureWriter(SourceTable& sources) : sources_(sources) {}

  /// `{value, range, unit, source, confidence, …}`
  template <class T>
  [[nodiscard]] json::Object figure(const Figure<T>& figure) const {
    json::Object object = reading(figure);
    json::Array others;
    for (const Reading<T>& other : figure.alternatives) others.emplace_back(reading(other));
    setAlternatives(object, std::move(others), figure.chosenBecause);
    return object;
  }
  /// Sets nothing for the unknown.
  template <class T>
  void set(json::Object& object, std::string_view key,
           const std::optional<Figure<T>>& known) const {
    if (known) object.set(key, figure(*known));
  }
  void set(json::Object& object, std::string_view key, const std::optional<Claim>& known) const;
  /// Sets an object of figures by name, if there are any.
  void set(json::Object& object, std::string_view key, const Figures& known) const;
  /// Adds the keys of a claim to `object`.
  void setClaim(json::Object& object, const Claim& claim) const;

 private:
  template <class T>
  [[nodiscard]] json::Object reading(const Reading<T>& reading) const {
    json::Object object = numbers(reading.written);
    if (reading.weighting) object.set("weighting", wordFor(kWeightings, *reading.weighting));
    setProvenance(object, reading.provenance);
    return object;
  }
  [[nodiscard]] static json::Object numbers(const Written& written);
  void setProvenance(json::Object& object, const Provenance& provenance) const;
  static void setAlternatives(json::Object& object, json::Array others, const std::string& reason);

  SourceTable& sources_;
};

}  // namespace linecheck::profiles
