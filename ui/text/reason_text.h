#pragma once

#include <QString>

#include "matching/reason.h"

namespace linecheck::ui {

/// Why a pair is judged as it is, in one short sentence.
[[nodiscard]] QString reasonText(const matching::Reason& reason);
/// Whether it speaks for the pair.
[[nodiscard]] bool isInFavour(matching::Reason::Kind kind);

}  // namespace linecheck::ui
