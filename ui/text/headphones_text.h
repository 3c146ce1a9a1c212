#pragma once

#include <QString>

#include "profiles/headphones.h"

namespace linecheck::ui {

/// How headphones are built, in a word or two.
[[nodiscard]] QString driverText(profiles::Driver driver);
[[nodiscard]] QString backText(profiles::Back back);

}  // namespace linecheck::ui
