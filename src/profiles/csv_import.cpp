#include "profiles/csv_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "profiles/csv_cells.h"
#include "profiles/csv_columns.h"
#include "profiles/csv_table.h"
#include "profiles/figure_maker.h"
#include "profiles/new_profile.h"
#include "profiles/outputs.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

constexpr std::array<Word<bool>, 6> kYesNo{
    {{"yes", true}, {"no", false}, {"true", true}, {"false", false}, {"1", true}, {"0", false}}};

/// How tables write drivers beside the words of the format.
constexpr std::array<Word<Driver>, 6> kDriverNames{{{"planar magnetic", Driver::planar},
                                                    {"planarmagnetic", Driver::planar},
                                                    {"orthodynamic", Driver::planar},
                                                    {"isodynamic", Driver::planar},
                                                    {"balanced armature", Driver::balancedArmature},
                                                    {"ba", Driver::balancedArmature}}};

constexpr const char* kWhichReference =
    "Is this per mW or per V? Name the column “sensitivity (dB/mW)” or “sensitivity (dB/V)”, or "
    "say it for the whole file. One is not the other.";

std::string lowered(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

template <class T, std::size_t N>
std::optional<T> meaningOf(const std::array<Word<T>, N>& words, const std::string& text) {
  for (const Word<T>& word : words) {
    if (word.first == text) return word.second;
  }
  return std::nullopt;
}

template <class T, std::size_t N>
std::string wordList(const std::array<Word<T>, N>& words) {
  std::string list;
  for (const Word<T>& word : words) list += (list.empty() ? "" : ", ") + std::string(word.first);
  return list;
}

/// Makes a profile, or a further output of one, from a row.
class RowReader {
 public:
  RowReader(CsvCells& cells, const CsvColumns& columns, const CsvDefaults& defaults)
      : cells_(cells), columns_(columns), defaults_(defaults) {
    readProvenance();
  }

  Profile newDevice() {
    const std::string maker = required("maker");
    const std::string model = required("model");
    std::optional<Kind> kind = word("kind", kKinds);
    if (cells_.text("kind").empty()) kind = defaults_.kind;
    if (!kind && cells_.text("kind").empty()) {
      cells_.tell("kind", "The kind is missing; give it here or for the whole file.");
    }
    Profile profile = newProfile(kind.value_or(Kind::headphones), maker, model, provenance_);
    if (!cells_.text("id").empty()) profile.id = cells_.text("id");
    if (kind && *kind != Kind::headphones && !canFeedHeadphones(*kind)) {
      cells_.tell("kind", "Only headphones and devices that feed headphones come from a table.");
    }
    std::string_view names = cells_.text("also known as");
    while (!names.empty()) {
      const auto bar = names.find('|');
      const std::string name = trimmed(names.substr(0, bar));
      if (!name.empty()) profile.alsoKnownAs.push_back(name);
      names = bar == std::string_view::npos ? std::string_view() : names.substr(bar + 1);
    }
    return profile;
  }

  void readHeadphones(Headphones& headphones) {
    const std::string driver = lowered(cells_.text("driver"));
    if (!driver.empty()) {
      const auto other = meaningOf(kDriverNames, driver);
      const auto type = other ? other : word("driver", kDrivers);
      headphones.driver = type.value_or(Driver::unknown);
      headphones.driverClaim.provenance = provenance_;
    }
    if (!lowered(cells_.text("back")).empty()) {
      if (const auto type = word("back", kBacks)) headphones.back = {*type, {provenance_, {}, {}}};
    }
    headphones.impedance = figure("impedance", kResistanceUnits);
    if (headphones.impedance && headphones.impedance->value.nominal.value() <= 0.0) {
      cells_.tell("impedance", "The impedance of headphones is greater than 0.");
    }
    readSensitivity(headphones);
    for (const char* column : {"output", "output impedance", "maximum level", "noise"}) {
      const auto it = columns_.figures.find(column);
      const bool isFilled = it != columns_.figures.end() && cells_.figure(column);
      if (isFilled || !cells_.text(column).empty()) {
        cells_.tell(column, "Headphones have no outputs.");
      }
    }
  }

  void readOutput(Profile& profile) {
    Port& port = addHeadphoneOutput(profile, cells_.text("output"), provenance_);
    port.connector = word("connector", kConnectors).value_or(Connector::unknown);
    port.balanced = word("balanced", kYesNo);
    port.impedance = figure("output impedance", kResistanceUnits);
    port.maximumLevel = figure("maximum level", kLevelUnits);
    port.noise = figure("noise", kNoiseUnits);
    for (const auto& [load, places] : columns_.powers) {
      const std::string column = fmt::format("power into {} ohm", load);
      auto power = made(cells_.figure(places, column), column, kPowerUnits);
      if (power) port.powerInto.push_back({Ohms::of(load), "", *std::move(power)});
    }
    for (const char* column : {"impedance", "sensitivity"}) {
      if (cells_.figure(column)) {
        cells_.tell(column,
                    "This is a figure of headphones; the column for an output is “output "
                    "impedance”.");
      }
    }
    readGain(profile, port.id);
  }

 private:
  static std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
  }

  std::string required(std::string_view column) {
    if (cells_.text(column).empty()) cells_.tell(column, "This cell must not be empty.");
    return cells_.text(column);
  }

  template <class T, std::size_t N>
  std::optional<T> word(std::string_view column, const std::array<Word<T>, N>& words) {
    const std::string& text = cells_.text(column);
    if (text.empty()) return std::nullopt;
    auto meaning = meaningOf(words, lowered(text));
    if (!meaning) {
      cells_.tell(column, fmt::format("“{}” must be one of {}.", text, wordList(words)));
    }
    return meaning;
  }

  void readProvenance() {
    provenance_.source = {cells_.text("source"), cells_.text("url")};
    if (provenance_.source.citation.empty() && defaults_.source) {
      provenance_.source = *defaults_.source;
    }
    if (provenance_.source.citation.empty()) {
      cells_.tell("source",
                  "Where do these figures come from? Give the source here or for the "
                  "whole file.");
    }
    const auto confidence = word("confidence", kConfidences);
    if (cells_.text("confidence").empty() && !defaults_.confidence) {
      cells_.tell("confidence", fmt::format("How sure are these figures? Give one of {}, here or "
                                            "for the whole file.",
                                            wordList(kConfidences)));
    }
    provenance_.confidence =
        confidence.value_or(defaults_.confidence.value_or(Confidence::estimate));
    provenance_.where = cells_.text("where");
    provenance_.note = cells_.text("note");
  }

  template <class T, std::size_t N>
  std::optional<Figure<T>> made(const std::optional<Written>& written, std::string_view column,
                                const std::array<Unit<T>, N>& units) {
    if (!written) return std::nullopt;
    if (written->unit.empty()) {
      cells_.tell(column,
                  fmt::format("The unit is missing; name the column “{} (unit)” with one of "
                              "{}.",
                              column, unitNames(std::span<const Unit<T>>(units))));
      return std::nullopt;
    }
    auto figure = makeFigure(*written, units, provenance_);
    if (!figure) {
      cells_.tell(column, figure.error().what);
      return std::nullopt;
    }
    return *std::move(figure);
  }
  template <class T, std::size_t N>
  std::optional<Figure<T>> figure(const std::string& column, const std::array<Unit<T>, N>& units) {
    return made(cells_.figure(column), column, units);
  }

  void readSensitivity(Headphones& headphones) {
    auto written = cells_.figure("sensitivity");
    if (!written) return;
    std::optional<Sensitivity::Reference> reference = cells_.cellReference();
    if (!reference) reference = referenceColumn();
    if (written->unit.empty() || written->unit == "dB") {
      if (!reference) reference = defaults_.reference;
      if (!reference) return cells_.tell("sensitivity", kWhichReference);
      written = withReference(*written, *reference);
    } else if (reference && withReference(*written, *reference).unit != written->unit) {
      return cells_.tell("sensitivity", "Two references are given; keep the one that is meant.");
    }
    headphones.sensitivity = made(written, "sensitivity", kSensitivityUnits);
  }

  std::optional<Sensitivity::Reference> referenceColumn() {
    using Reference = Sensitivity::Reference;
    static constexpr std::array<Word<Reference>, 6> kReferences{{{"mw", Reference::milliwatt},
                                                                 {"1 mw", Reference::milliwatt},
                                                                 {"db/mw", Reference::milliwatt},
                                                                 {"v", Reference::volt},
                                                                 {"1 v", Reference::volt},
                                                                 {"db/v", Reference::volt}}};
    return word("sensitivity reference", kReferences);
  }

  /// "L -14 | M 0 | H 16.5"
  void readGain(Profile& profile, const std::string& portId) {
    std::string_view steps = cells_.text("gain");
    if (steps.empty()) return;
    GainSwitch gains;
    while (!steps.empty()) {
      const auto bar = steps.find('|');
      const std::string step = trimmed(steps.substr(0, bar));
      steps = bar == std::string_view::npos ? std::string_view() : steps.substr(bar + 1);
      const auto space = step.rfind(' ');
      const std::string digits = space == std::string::npos ? "" : step.substr(space + 1);
      double decibels = 0.0;
      const auto [rest, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), decibels);
      if (digits.empty() || error != std::errc() || rest != digits.data() + digits.size()) {
        return cells_.tell("gain", "Write the steps as “L -14 | M 0 | H 16.5”: names and dB.");
      }
      auto gain =
          makeFigure(Written{decibels, std::nullopt, std::nullopt, "dB"}, kGainUnits, provenance_);
      if (!gain) return cells_.tell("gain", gain.error().what);
      gains.steps.push_back({trimmed(step.substr(0, space)), *std::move(gain)});
    }
    setGainSteps(profile, portId, std::move(gains));
  }

  CsvCells& cells_;
  const CsvColumns& columns_;
  const CsvDefaults& defaults_;
  Provenance provenance_;
};

}  // namespace

ResultOrErrors<std::vector<Profile>> importCsv(std::string_view text, const std::string& name,
                                               const CsvDefaults& defaults) {
  auto table = parseCsv(text, name);
  if (!table) return tl::unexpected<Errors>(std::move(table.error()));
  Errors errors;
  const CsvColumns columns = csvColumns(*table, name, errors);
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  if (table->rows.empty()) {
    return tl::unexpected<Errors>(
        {{ErrorCode::badInput, "There is no row below the names.", name}});
  }

  std::vector<std::pair<Profile, std::size_t>> made;  // With the line of the first row.
  for (const CsvTable::Row& row : table->rows) {
    CsvCells cells(*table, columns, row, name, errors);
    RowReader reader(cells, columns, defaults);
    Profile device = reader.newDevice();
    const auto known =
        std::ranges::find_if(made, [&](const auto& other) { return other.first.id == device.id; });
    const bool isHeadphones = device.kind == Kind::headphones;
    if (known != made.end() && (isHeadphones || known->first.kind != device.kind ||
                                known->first.name() != device.name())) {
      cells.tell("id",
                 fmt::format("The id “{}” is that of row {} already; give this device another "
                             "one in a column “id”.",
                             device.id, known->second));
      continue;
    }
    const bool isNew = known == made.end();
    if (isNew) made.emplace_back(std::move(device), row.line);
    Profile& profile = isNew ? made.back().first : known->first;
    if (isHeadphones) {
      reader.readHeadphones(*profile.headphones);
    } else {
      reader.readOutput(profile);
    }
  }

  std::vector<Profile> profiles;
  if (errors.empty()) {
    for (auto& [profile, line] : made) {
      for (Error& fault : faultsOf(profile)) {
        fault.where = fmt::format("{}:{}", name, line);
        errors.push_back(std::move(fault));
      }
      profiles.push_back(std::move(profile));
    }
  }
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  return profiles;
}

}  // namespace linecheck::profiles
