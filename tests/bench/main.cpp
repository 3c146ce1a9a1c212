#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "bench/report.h"

namespace {

// "measure" is all sections whose name begins with that word.
bool isWanted(std::string_view section, const std::vector<std::string_view>& wanted) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](std::string_view name) {
           return section == name ||
                  (section.starts_with(name) && section.substr(name.size()).starts_with(' '));
         });
}

}  // namespace

// Prints every figure beside its limit; `linecheck_bench NAME…` measures only the named sections,
// `--table` prints below them all that went into the figures, where a section has that.
// Exits 1 if a limit is not kept, so that a script can tell.
int main(int argc, char** argv) {
  using namespace linecheck::bench;
  std::vector<std::string_view> wanted(argv + 1, argv + argc);
  const bool showsTable = std::erase(wanted, "--table") > 0;
  bool allKept = true;
  for (const Section& section : sections()) {
    if (!isWanted(section.name, wanted)) continue;
    fmt::print("{}\n", section.name);
    std::fflush(stdout);
    Report report;
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
