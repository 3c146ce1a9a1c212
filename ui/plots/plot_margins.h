#pragma once

#include <QtGlobal>

namespace linecheck::ui {

/// What panes on one frequency axis leave free at their sides, so that their columns stand below
/// one another.
inline constexpr qreal kPlotLeft = 56.0;
inline constexpr qreal kPlotRight = 36.0;

}  // namespace linecheck::ui
