#pragma once

namespace linecheck::ui {

/// Whether there is a screen to open a window on. Asked before QApplication, which would abort
/// without one.
[[nodiscard]] bool hasDisplay();

}  // namespace linecheck::ui
