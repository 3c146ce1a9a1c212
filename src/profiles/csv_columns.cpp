#include "profiles/csv_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace linecheck::profiles {
namespace {

using Alias = std::pair<std::string_view, std::string_view>;

constexpr std::array<Alias, 25> kTexts{{
    {"id", "id"},
    {"kind", "kind"},
    {"maker", "maker"},
    {"brand", "maker"},
    {"manufacturer", "maker"},
    {"model", "model"},
    {"also known as", "also known as"},
    {"driver", "driver"},
    {"back", "back"},
    {"output", "output"},
    {"connector", "connector"},
    {"balanced", "balanced"},
    {"gain", "gain"},
    {"gain steps", "gain"},
    {"sensitivity reference", "sensitivity reference"},
    {"reference", "sensitivity reference"},
    {"source", "source"},
    {"citation", "source"},
    {"url", "url"},
    {"link", "url"},
    {"where", "where"},
    {"page", "where"},
    {"confidence", "confidence"},
    {"note", "note"},
    {"notes", "note"},
}};

constexpr std::array<Alias, 11> kFigures{{
    {"impedance", "impedance"},
    {"nominal impedance", "impedance"},
    {"sensitivity", "sensitivity"},
    {"output impedance", "output impedance"},
    {"source impedance", "output impedance"},
    {"maximum level", "maximum level"},
    {"max level", "maximum level"},
    {"maximum output", "maximum level"},
    {"max output", "maximum level"},
    {"noise", "noise"},
    {"output noise", "noise"},
}};

constexpr std::array<Alias, 17> kUnits{{
    {"db", "dB"},
    {"ohm", "ohm"},
    {"ohms", "ohm"},
    {"Ω", "ohm"},
    {"kohm", "kohm"},
    {"mw", "mW"},
    {"w", "W"},
    {"v", "V"},
    {"mv", "mV"},
    {"uv", "uV"},
    {"µv", "uV"},
    {"dbu", "dBu"},
    {"dbv", "dBV"},
    {"db/mw", "dB/mW"},
    {"db/v", "dB/V"},
    {"db spl/mw", "dB/mW"},
    {"db spl/v", "dB/V"},
}};

template <std::size_t N>
std::string_view lookUp(const std::array<Alias, N>& aliases, std::string_view name) {
  const auto it = std::ranges::find(aliases, name, &Alias::first);
  return it == aliases.end() ? std::string_view() : it->second;
}

/// Lower case, with single spaces for spaces and underscores.
std::string plain(std::string_view text) {
  std::string name;
  for (char c : text) {
    if (c == '_' || c == ' ' || c == '\t') {
      if (!name.empty() && name.back() != ' ') name += ' ';
      continue;
    }
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

/// What stands in brackets at the end of a header, as written.
std::string bracketed(const std::string& header) {
  const auto open = header.find_first_of("([");
  const auto close = header.find_last_of(")]");
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  return header.substr(open + 1, close - open - 1);
}

/// Takes "(mW)" or "[mW]", or a unit as the last word, off a name.
std::string takeUnit(std::string& name, const std::string& header) {
  if (const auto open = name.find_first_of("(["); open != std::string::npos) {
    const auto close = name.find_last_of(")]");
    if (close == std::string::npos || close < open) return {};
    name = plain(name.substr(0, open) + name.substr(close + 1));
    const std::string unit = bracketed(header);
    // Of "mohm" and "Mohm" the case is all that tells one from the other.
    const std::string_view known = unit.starts_with('M') ? "" : lookUp(kUnits, plain(unit));
    return known.empty() ? unit : std::string(known);
  }
  const auto space = name.rfind(' ');
  if (space == std::string::npos) return {};
  const std::string_view known = lookUp(kUnits, std::string_view(name).substr(space + 1));
  if (known.empty()) return {};
  name.erase(space);
  return std::string(known);
}

enum class Part { value, low, high, unit };

Part takePart(std::string& name) {
  constexpr std::array<std::pair<std::string_view, Part>, 5> kParts{{{" low", Part::low},
                                                                     {" min", Part::low},
                                                                     {" high", Part::high},
                                                                     {" max", Part::high},
                                                                     {" unit", Part::unit}}};
  for (const auto& [suffix, part] : kParts) {
    if (!name.ends_with(suffix)) continue;
    name.erase(name.size() - suffix.size());
    return part;
  }
  return Part::value;
}

/// The load of "power into 32 ohm" or "power 32 ohm".
std::optional<double> loadOf(std::string_view name) {
  if (!name.starts_with("power ")) return std::nullopt;
  name.remove_prefix(6);
  for (const std::string_view word : {"into ", "at ", "@ "}) {
    if (name.starts_with(word)) name.remove_prefix(word.size());
  }
  double load = 0.0;
  const auto [rest, error] = std::from_chars(name.data(), name.data() + name.size(), load);
  std::string_view unit(rest, static_cast<std::size_t>(name.data() + name.size() - rest));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  const bool isLoad =
      error == std::errc() && load > 0.0 && (unit.empty() || lookUp(kUnits, unit) == "ohm");
  return isLoad ? std::optional(load) : std::nullopt;
}

class HeaderReader {
 public:
  HeaderReader(const std::string& name, Errors& errors) : name_(name), errors_(errors) {}

  CsvColumns columns;

  void take(const std::string& header, std::size_t column) {
    std::string name = plain(header);
    if (const std::string_view text = lookUp(kTexts, name); !text.empty()) {
      if (!columns.texts.emplace(text, column).second) tellTwice(header);
      return;
    }
    std::string unit;
    CsvFigureColumns* figure = find(name);
    Part part = Part::value;
    if (figure == nullptr) {
      unit = takeUnit(name, header);
      part = takePart(name);
      figure = find(name);
    }
    if (figure == nullptr && name == "gain" && (unit.empty() || unit == "dB" || unit == "db")) {
      if (!columns.texts.emplace("gain", column).second) tellTwice(header);
      return;
    }
    if (figure == nullptr) return tellUnknown(header);
    std::optional<std::size_t>& place = part == Part::value  ? figure->value
                                        : part == Part::low  ? figure->low
                                        : part == Part::high ? figure->high
                                                             : figure->unit;
    if (place) return tellTwice(header);
    place = column;
    if (!unit.empty()) setUnit(*figure, unit, header);
  }

 private:
  CsvFigureColumns* find(const std::string& name) {
    if (const std::string_view figure = lookUp(kFigures, name); !figure.empty()) {
      return &columns.figures[std::string(figure)];
    }
    if (const auto load = loadOf(name)) return &columns.powers[*load];
    return nullptr;
  }
  void setUnit(CsvFigureColumns& figure, const std::string& unit, const std::string& header) {
    if (!figure.headerUnit.empty() && figure.headerUnit != unit) {
      tell(fmt::format("The column “{}” has another unit than the others of its figure.", header));
    }
    figure.headerUnit = unit;
  }
  void tellTwice(const std::string& header) {
    tell(fmt::format("The column “{}” says what an other column says already.", header));
  }
  void tellUnknown(const std::string& header) {
    tell(
        fmt::format("There is no column “{}”; correct its name or delete it. Known are id, kind, "
                    "maker, model, also known as, driver, back, impedance, sensitivity, output, "
                    "connector, balanced, output impedance, maximum level, noise, power into N "
                    "ohm, gain, source, url, where, confidence and note.",
                    header));
  }
  void tell(std::string what) {
    errors_.push_back({ErrorCode::badInput, std::move(what), name_ + ":1"});
  }

  const std::string& name_;
  Errors& errors_;
};

}  // namespace

CsvColumns csvColumns(const CsvTable& table, const std::string& name, Errors& errors) {
  HeaderReader reader(name, errors);
  for (std::size_t column = 0; column < table.header.size(); ++column) {
    if (table.header[column].empty()) continue;
    reader.take(table.header[column], column);
  }
  return std::move(reader.columns);
}

}  // namespace linecheck::profiles
