#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bench/report.h"

namespace {

// "measure" is all sections whose name begins with that word.
bool isWanted(std::string_view section, const std::vector<std::string_view>& wanted) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](std::string_view name) {
           return section == name ||
                  (section.starts_with(name) && section.substr(name.size()).starts_with(' '));
         });
}

using Setting = std::pair<std::string, std::uint64_t>;

// "--first=1000"
std::optional<Setting> settingOf(std::string_view argument) {
  const auto equals = argument.find('=');
  if (!argument.starts_with("--") || equals == std::string_view::npos) return std::nullopt;
  const std::string_view number = argument.substr(equals + 1);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(number.begin(), number.end(), value);
  if (error != std::errc() || end != number.end()) return std::nullopt;
  return Setting{argument.substr(2, equals - 2), value};
}

}  // namespace

// Prints every figure beside its limit; `linecheck_bench NAME…` measures only the named sections,
// `--table` prints below them all that went into the figures, where a section has that.
// `--first=N --count=N` are the seeds, where a section draws from seeds and can be asked for
// others. Exits 1 if a limit is not kept, so that a script can tell.
int main(int argc, char** argv) {
  using namespace linecheck::bench;
  std::vector<std::string_view> wanted(argv + 1, argv + argc);
  const bool showsTable = std::erase(wanted, "--table") > 0;
  std::map<std::string, std::uint64_t> settings;
  std::erase_if(wanted, [&](std::string_view argument) {
    const auto setting = settingOf(argument);
    if (setting) settings.insert(*setting);
    return setting.has_value();
  });
  bool allKept = true;
  for (const Section& section : sections()) {
    if (!isWanted(section.name, wanted)) continue;
    fmt::print("{}\n", section.name);
    std::fflush(stdout);
    Report report;
    for (const auto& [name, value] : settings) report.set(name, value);
    section.measure(report);
    for (const Figure& figure : report.figures()) {
      const bool kept = figure.value <= figure.limit;
      allKept = allKept && kept;
      fmt::print("  {:<64} {:>12.5g}  ≤ {:<9.5g} {:<8} {}\n", figure.name, figure.value,
                 figure.limit, figure.unit, kept ? "ok" : "OVER THE LIMIT");
    }
    for (const std::string& note : report.notes()) fmt::print("  {}\n", note);
    for (const std::string& row : report.rows()) {
      if (showsTable) fmt::print("  {}\n", row);
    }
  }
  return allKept ? 0 : 1;
}
