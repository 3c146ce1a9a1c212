#pragma once

#include <optional>

#include "base/sentence.h"
#include "chain/desk.h"
#include "diagnosis/step.h"

namespace linecheck::diagnosis {

/// A step for somebody who has never done it.
struct StepWords {
  Sentence title;                    ///< A few words.
  Sentence what;                     ///< What to do, at which panel.
  Sentence why;                      ///< What one learns.
  std::optional<Sentence> before{};  ///< What to do first, so that nothing bangs.
};

/// `desk` gives the names; a place that is not there is called by its id.
[[nodiscard]] StepWords wordsFor(const Step& step, const chain::Desk& desk);

}  // namespace linecheck::diagnosis
