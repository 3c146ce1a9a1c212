// What the check of a large desk costs.
#include <string>

#include "bench/report.h"
#include "chain/grounds.h"
#include "levels/level_plan.h"
#include "rules/rules.h"
#include "support/chain/ground_fixtures.h"

namespace linecheck::bench {
namespace {

using chain::testing::GroundDesk;

/// A row of earthed devices, each on the next by an unbalanced cable. They hang on strips of
/// `perStrip`, and these on one strip.
GroundDesk row(int devices, int perStrip) {
  GroundDesk desk;
  desk.outlet("wall");
  desk.strip("main", "wall");
  for (int i = 0; i < devices; ++i) {
    const std::string id = "device-" + std::to_string(i);
    const std::string strip = "strip-" + std::to_string(i / perStrip);
    if (i % perStrip == 0) desk.strip(strip, "main");
    desk.device(id, chain::testing::kClassI);
    desk.feed(strip, id);
    if (i > 0) desk.rca("cable-" + std::to_string(i), "device-" + std::to_string(i - 1), id);
  }
  return desk;
}

void measureChain(Report& report) {
  constexpr double kLimit = 50.0;
  const auto measure = [&](const std::string& name, int perStrip) {
    const GroundDesk made = row(500, perStrip);
    const chain::Desk desk = made.desk();
    report.atMost("check of 500 devices in a row, " + name,
                  1e3 * medianSeconds(9,
                                      [&] {
                                        const auto grounds = chain::planGrounds(desk);
                                        (void)rules::check({desk, grounds});
                                        (void)levels::planLevels(desk);
                                      }),
                  kLimit, "ms");
    report.atMost("  its ground plan alone",
                  1e3 * medianSeconds(9, [&] { (void)chain::planGrounds(desk); }), kLimit, "ms");
  };
  measure("one strip", 500);
  measure("strips of 50", 50);
  measure("strips of 6", 6);
}

const Registration kChain{"chain", measureChain};

}  // namespace
}  // namespace linecheck::bench
