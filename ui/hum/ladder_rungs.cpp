#include "hum/ladder_rungs.h"

#include <algorithm>
#include <cmath>

namespace linecheck::ui {
namespace {

using diagnosis::ChangeVerdict;

constexpr int kHighestOrder = 20;

LadderRung::Verdict verdictOf(ChangeVerdict verdict) {
  switch (verdict) {
    case ChangeVerdict::less:
    case ChangeVerdict::more:
      return LadderRung::Verdict::changed;
    case ChangeVerdict::unchanged:
      return LadderRung::Verdict::unchanged;
    case ChangeVerdict::cannotTell:
      break;
  }
  return LadderRung::Verdict::cannotTell;
}

}  // namespace

std::vector<LadderRung> ladderRungs(const diagnosis::Evidence& evidence,
                                    const std::optional<diagnosis::Comparison>& sinceMark) {
  std::vector<LadderRung> rungs;
  if (!evidence.hum.present) return rungs;
  for (const dsp::HumHarmonic& harmonic : evidence.hum.harmonics) {
    if (harmonic.order > kHighestOrder || harmonic.covered ||
        !std::isfinite(harmonic.level.value()))
      continue;
    LadderRung rung;
    rung.order = harmonic.order;
    rung.frequency = harmonic.frequency;
    rung.level = harmonic.level;
    rung.detected = harmonic.detected;
    if (std::isfinite(harmonic.levelStandardError.value())) {
      rung.standardError = harmonic.levelStandardError;
    }
    if (sinceMark) {
      const auto& all = sinceMark->harmonics;
      const auto found = std::find_if(all.begin(), all.end(), [&](const auto& change) {
        return change.order == harmonic.order;
      });
      if (found != all.end() && std::isfinite(found->change.change.value())) {
        rung.change = found->change.change;
        if (!found->change.isBound) rung.changeStandardError = found->change.standardError;
        rung.verdict = verdictOf(found->change.verdict);
      }
    }
    rungs.push_back(rung);
  }
  return rungs;
}

}  // namespace linecheck::ui
