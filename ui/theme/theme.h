#pragma once

#include <QFont>
#include <QObject>

#include "theme/palette.h"

namespace linecheck::ui {

/// Distances between things, in device-independent pixels.
namespace space {
inline constexpr int kHair = 4;
inline constexpr int kTight = 8;
inline constexpr int kSnug = 12;
inline constexpr int kNormal = 16;
inline constexpr int kWide = 24;
inline constexpr int kLoose = 32;
inline constexpr int kRadius = 6;
}  // namespace space

/// Text sizes in device-independent pixels.
enum class TextSize : int { caption = 11, body = 13, heading = 16, verdict = 22 };

/// The system's sans serif; where the system names none, the best of those that are installed.
[[nodiscard]] QFont textFont(TextSize size, QFont::Weight weight = QFont::Normal);

enum class ThemeChoice { system, dark, light };

/// The theme in use. Changing it changes the application's palette, so every widget is told by a
/// QEvent::PaletteChange and paints itself anew.
class Theme : public QObject {
  Q_OBJECT

 public:
  /// There is one application and one theme; it sets the style, the font and the palette.
  explicit Theme(ThemeChoice choice = ThemeChoice::system, QObject* parent = nullptr);

  void choose(ThemeChoice choice);
  [[nodiscard]] ThemeChoice choice() const { return choice_; }
  [[nodiscard]] const Palette& palette() const { return palette_; }
  [[nodiscard]] const QColor& operator[](Role role) const { return palette_[role]; }

 Q_SIGNALS:
  void changed();

 protected:
  /// Follows the system when its colours change.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void apply();

  ThemeChoice choice_;
  Palette palette_ = Palette::dark();
  bool applying_ = false;
};

}  // namespace linecheck::ui
