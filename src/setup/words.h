#pragma once

#include <string_view>

#include "base/sentence.h"
#include "setup/item.h"
#include "setup/state.h"
#include "setup/step.h"

namespace linecheck::setup {

/// A step in words; English, to be translated.
struct StepWords {
  Sentence title;  ///< A few words.
  Sentence idea;   ///< The one thing that this step is about.
  Sentence why;    ///< One or two sentences, for who asks.
};

[[nodiscard]] StepWords wordsOf(StepId step);

/// "measured", "read from the system", "from your desk", "ticked by you".
[[nodiscard]] std::string_view knownByWords(KnownBy by);
/// "done", "wrong", "open", "not needed".
[[nodiscard]] std::string_view stateWords(State state);

}  // namespace linecheck::setup
