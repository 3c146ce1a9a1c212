#pragma once

#include <array>
#include <vector>

#include "diagnosis/cause.h"
#include "diagnosis/diagnosis.h"
#include "units/quantity.h"

namespace linecheck::diagnosis {

/// What all captures in which the noise was heard say of its cause: the mean, over their time, of
/// the logarithms of its probabilities. They hear the same noise with the same ears, so that many
/// of them are not surer than one; but one that heard it in an unusual moment is outvoted.
class CauseOpinion {
 public:
  void add(Seconds duration, const std::vector<CauseProbability>& causes);
  /// In proportion to a probability; 1 where nothing was heard.
  [[nodiscard]] double weight(Cause cause) const;

 private:
  std::array<double, static_cast<std::size_t>(Cause::unknown) + 1> logs_{};  ///< Times seconds.
  double seconds_ = 0.0;
};

}  // namespace linecheck::diagnosis
