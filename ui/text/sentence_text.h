#pragma once

#include <QString>

#include "base/sentence.h"

namespace linecheck::ui {

/// The sentence in the user's language, its arguments put in after translation, so that their order
/// can change.
[[nodiscard]] QString translated(const Sentence& sentence);

}  // namespace linecheck::ui
