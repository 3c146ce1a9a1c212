#pragma once

namespace linecheck::ui {

/// The pages of the window, in the rail's order.
enum class Page { chain, setup, hum, levels, match };

}  // namespace linecheck::ui
