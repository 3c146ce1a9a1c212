#pragma once

#include <cmath>
#include <functional>
#include <optional>
#include <vector>

#include "diagnosis/hunt.h"

namespace linecheck::diagnosis::testing {

/// What is heard if a cause brings this much (silent: nothing), as if 3 s of it were analysed.
inline Diagnosis heardOf(Cause cause, DecibelsFs level, double probability = 0.9) {
  Diagnosis heard;
  heard.evidence.duration = Seconds::of(3.0);
  heard.evidence.signatures.push_back({cause, level, Decibels::of(0.2), DecibelsFs::of(-115.0)});
  if (cause != Cause::gainHiss) {
    heard.evidence.signatures.push_back(
        {Cause::gainHiss, DecibelsFs::of(-100.0), Decibels::of(0.1), DecibelsFs::of(-140.0)});
  }
  const Cause main = level.isSilent() ? Cause::noHum : cause;
  const double rest = (1.0 - probability) / static_cast<double>(causes().size() - 1);
  heard.causes.push_back({main, probability, {}});
  for (const Cause other : causes()) {
    if (other != main) heard.causes.push_back({other, rest, {}});
  }
  return heard;
}

/// Somebody who does all that is proposed, and hears what `levelIn` says.
struct Listener {
  Cause cause = Cause::groundLoop;
  /// How much comes to the listening point; silent if nothing does.
  std::function<DecibelsFs(const chain::Situation&)> levelIn;
  double probability = 0.9;

  [[nodiscard]] Diagnosis hear(const chain::Situation& situation) const {
    return heardOf(cause, levelIn(situation), probability);
  }

  /// How many steps it took to the end.
  int hunt(Hunt& hunt, const chain::ProfileLookup& lookup, int most = 30) const {
    hunt.begin(hear(hunt.situation()));
    int steps = 0;
    while (!hunt.proposals().empty() && steps < most) {
      const Step step = hunt.proposals().front().step;
      for (const Step& back : hunt.toPutBack()) hunt.putBack(back);
      const auto done = withStep(hunt.situation(), step, lookup);
      if (!done) return -1;
      hunt.measured(step, hear(*done));
      ++steps;
    }
    return steps;
  }
};

}  // namespace linecheck::diagnosis::testing
