#pragma once

#include <span>
#include <vector>

#include "diagnosis/cause.h"
#include "diagnosis/evidence.h"

namespace linecheck::diagnosis {

/// What one trait did for or against a cause: 10·log10 of the factor on its odds. Above 0 it
/// speaks for the cause.
struct Move {
  Trait trait = Trait::humOverFloor;
  Decibels moves;

  bool operator==(const Move&) const = default;
};

struct CauseProbability {
  Cause cause = Cause::unknown;
  double probability = 0.0;  ///< That this is the main one.
  std::vector<Move> moves;   ///< The strongest first; those under 0.1 dB are left out.

  bool operator==(const CauseProbability&) const = default;
};

struct Diagnosis {
  Evidence evidence;
  std::vector<CauseProbability> causes;  ///< All, the likeliest first; they sum to 1.

  [[nodiscard]] const CauseProbability& main() const { return causes.front(); }
  /// 0 of a cause that is not listed.
  [[nodiscard]] double probability(Cause cause) const;
};

/// The causes' probabilities by the table of docs/diagnosis.md.
[[nodiscard]] std::vector<CauseProbability> causeProbabilities(const Evidence& evidence);

/// `gatherEvidence` and `causeProbabilities` in one.
[[nodiscard]] Diagnosis diagnoseSound(std::span<const std::vector<double>> channels, Hertz rate,
                                      const Listening& listening = {});

}  // namespace linecheck::diagnosis
