#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "diagnosis/diagnosis.h"
#include "support/diagnosis/corpus.h"

namespace linecheck::testing {

/// A case of the corpus and what the diagnosis made of it.
struct JudgedCase {
  CaseKind kind = CaseKind::clean;
  diagnosis::Cause truth = diagnosis::Cause::unknown;  ///< The strongest over the floor.
  diagnosis::Cause top = diagnosis::Cause::unknown;    ///< The likeliest.
  double confidence = 0.0;                             ///< Of the likeliest.
  bool isSingle = false;                               ///< One known cause.
  /// False for hiss that a noisy converter would have as well, where no baseline says what this
  /// one has: in all below −80 dBFS, 10 dB above the noisiest converters of the corpus.
  bool isTellable = true;
  bool hasProgramme = false;
  std::string description;

  /// Of a clean chain "no hum" and "the interface's own noise" are both right.
  [[nodiscard]] bool isRight() const;
};

/// Makes the `index`-th case of a set, of the kind whose turn it is, and diagnoses it.
[[nodiscard]] JudgedCase judge(CaseSet set, std::size_t index);
/// The same of this kind, as wished.
[[nodiscard]] JudgedCase judge(CaseSet set, std::size_t index, CaseKind kind,
                               const CaseWishes& wishes);

/// Expected |confidence − share that is right| of the likeliest cause, over ten bins of confidence.
[[nodiscard]] double calibrationError(std::span<const JudgedCase> judged);

}  // namespace linecheck::testing
