#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "bench/report.h"

// Prints every figure beside its limit; `linecheck_bench NAME…` measures only the named sections.
// Exits 1 if a limit is not kept, so that a script can tell.
int main(int argc, char** argv) {
  using namespace linecheck::bench;
  const std::vector<std::string_view> wanted(argv + 1, argv + argc);
  bool allKept = true;
  for (const Section& section : sections()) {
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), section.name) == wanted.end()) {
      continue;
    }
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
  }
  return allKept ? 0 : 1;
}
