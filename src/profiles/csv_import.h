#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "profiles/profile.h"
#include "profiles/sensitivity.h"

namespace linecheck::profiles {

/// What is said once for a whole table. A cell of a row's own goes before it.
struct CsvDefaults {
  std::optional<Kind> kind;
  std::optional<Source> source;
  std::optional<Confidence> confidence;
  /// For sensitivities that are only in "dB".
  std::optional<Sensitivity::Reference> reference;
};

/// Profiles from a table of headphones or of devices with headphone outputs; several rows with one
/// maker and model are the outputs of one device. docs/csv-import.md describes the columns. Every
/// fault at once, each with "name:line" and its column; nothing is guessed: not a unit, not the
/// reference of a sensitivity, not where a figure comes from. Thread-safe: yes.
[[nodiscard]] ResultOrErrors<std::vector<Profile>> importCsv(std::string_view text,
                                                             const std::string& name,
                                                             const CsvDefaults& defaults);

}  // namespace linecheck::profiles
