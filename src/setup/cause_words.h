#pragma once

#include "diagnosis/cause.h"

namespace linecheck::setup {

/// What a noise comes from, to stand in a sentence behind "most likely": "a ground loop". English,
/// to be translated.
[[nodiscard]] const char* causeWords(diagnosis::Cause cause);

}  // namespace linecheck::setup
