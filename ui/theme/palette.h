#pragma once

#include <QColor>
#include <QPalette>
#include <array>
#include <cstddef>

namespace linecheck::ui {

/// What a colour means. Meaning is never carried by colour alone.
enum class Role : std::size_t {
  ground,
  card,
  line,
  text,
  quietText,
  accent,
  digital,     ///< A cable that carries samples.
  unbalanced,  ///< A cable whose shield is also the signal's return.
  balanced,
  headphone,
  loudspeaker,
  power,
  loop,
  good,
  attention,
  bad,
  count,
};

/// The colours of one theme. Both themes come from one table: the light theme's signal colours are
/// the dark theme's, darkened until they can be read on white.
class Palette {
 public:
  [[nodiscard]] static Palette dark();
  [[nodiscard]] static Palette light();

  [[nodiscard]] const QColor& operator[](Role role) const {
    return colours_[static_cast<std::size_t>(role)];
  }
  [[nodiscard]] bool isDark() const { return dark_; }
  /// The same colours for Qt's own widgets.
  [[nodiscard]] QPalette forWidgets() const;

 private:
  QColor& at(Role role) { return colours_[static_cast<std::size_t>(role)]; }

  std::array<QColor, static_cast<std::size_t>(Role::count)> colours_;
  bool dark_ = true;
};

}  // namespace linecheck::ui
