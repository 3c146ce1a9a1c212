#pragma once

#include <QString>
#include <span>

#include "base/error.h"
#include "profiles/profile.h"

/// The choices of the profile editor in words.
namespace linecheck::ui {

/// How sure a figure is, firm ones first.
[[nodiscard]] std::span<const profiles::Confidence> surenessChoices();
[[nodiscard]] QString surenessText(profiles::Confidence confidence);

/// The kinds that the editor can write: headphones and what feeds them.
[[nodiscard]] std::span<const profiles::Kind> editableKinds();
[[nodiscard]] bool isEditable(profiles::Kind kind);

/// All faults, one per line.
[[nodiscard]] QString errorsText(const Errors& errors);

}  // namespace linecheck::ui
