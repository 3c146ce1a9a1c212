#pragma once

#include <QString>
#include <optional>

namespace linecheck::ui {

/// How things stand, as the banner shows it.
struct BannerState {
  enum class Tone { quiet, good, attention, bad };

  Tone tone = Tone::quiet;
  QString word;                      ///< The tone in a word; colour and icon are never alone.
  QString sentence;                  ///< How things stand.
  QString detail;                    ///< Why, and what to do next.
  std::optional<double> confidence;  ///< 0…1.

  bool operator==(const BannerState&) const = default;
};

}  // namespace linecheck::ui
