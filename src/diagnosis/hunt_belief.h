#pragma once

#include <vector>

#include "diagnosis/comparison.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/evidence.h"
#include "diagnosis/remainder.h"
#include "diagnosis/suspect.h"
#include "units/decibels.h"

namespace linecheck::diagnosis {

/// What a suspect, if it is the culprit, leads one to expect of a change in what is heard.
///
/// Nine times in ten it follows the remainder: what is gone is gone, or 30 ± 10 dB down to what
/// else there is; what stays, stays within 0.7 dB and its spread. One time in twenty the step was
/// done wrong or something else changed, and one time in twenty there are several culprits, of
/// which one is gone.
class Expectation {
 public:
  [[nodiscard]] static Expectation of(const Remainder& remainder);
  /// Of something that is not on the list: it stays, or does anything.
  [[nodiscard]] static Expectation ofUnknown();

  /// Probability per dB that `change` is measured, with one standard error of the measurement.
  [[nodiscard]] double density(Decibels change, Decibels standardError) const;
  /// Probability that `limit` or less is measured.
  [[nodiscard]] double atMost(Decibels limit, Decibels standardError) const;
  /// Of what was measured: its density, or where it is a bound the probability of what lies beyond.
  /// 1 for a change that tells nothing.
  [[nodiscard]] double likelihood(const Change& seen) const;

 private:
  enum class Kind { follows, goes, comes, unknown };

  [[nodiscard]] double coreDensity(double change, double error) const;
  [[nodiscard]] double coreAtMost(double limit, double error) const;

  Kind kind_ = Kind::follows;
  double mean_ = 0.0;
  double spread_ = 0.0;
};

/// The causes with their probabilities, less for those of a family that is heard much weaker than
/// another: the main one brings the most power.
[[nodiscard]] std::vector<CauseProbability> byLoudness(const Diagnosis& heard);

/// Bayes' rule over all suspects, which are those of `expected`, in its order. The changes of those
/// families of causes that were heard before or after count, each by its strongest signature; a
/// family that is not the culprit's own does mostly what its own suspects foretell, else anything.
[[nodiscard]] std::vector<double> updated(const std::vector<Suspect>& suspects,
                                          const std::vector<double>& prior,
                                          const std::vector<Expectation>& expected,
                                          const Comparison& comparison, const Evidence& before,
                                          const Evidence& after);

/// The change of the family that the culprit is most likely of; of everything if none was heard.
[[nodiscard]] Change mainChange(const std::vector<Suspect>& suspects,
                                const std::vector<double>& belief, const Comparison& comparison,
                                const Evidence& before, const Evidence& after);

/// bits
[[nodiscard]] double entropy(const std::vector<double>& probabilities);

/// What one learns of which suspect it is, in bits, by an observation with a few outcomes:
/// `outcomes[i][k]` is the probability of outcome k if it is suspect i.
[[nodiscard]] double information(const std::vector<double>& prior,
                                 const std::vector<std::vector<double>>& outcomes);

/// The same for a measured change; what falls by more than `headroom` cannot be told apart.
[[nodiscard]] double information(const std::vector<double>& prior,
                                 const std::vector<Expectation>& expected, Decibels headroom);

}  // namespace linecheck::diagnosis
