#include "theme/palette.h"

#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

constexpr double kReadable = 4.5;  // WCAG 2.1 AA, for text.

}  // namespace

Palette Palette::dark() {
  Palette p;
  p.at(Role::ground) = QColor(0x14161a);
  p.at(Role::card) = QColor(0x1d2026);
  p.at(Role::line) = QColor(0x2e333b);
  p.at(Role::text) = QColor(0xe8e6e1);
  p.at(Role::quietText) = QColor(0xa3a8b0);
  p.at(Role::accent) = QColor(0xd4af37);
  p.at(Role::digital) = QColor(0x56b4e9);
  p.at(Role::unbalanced) = QColor(0xe69f00);
  p.at(Role::balanced) = QColor(0x2fb58a);
  p.at(Role::headphone) = QColor(0xcc79a7);
  p.at(Role::loudspeaker) = QColor(0x9db4c0);
  p.at(Role::power) = QColor(0x7c828c);
  p.at(Role::loop) = QColor(0xef6a4c);
  p.at(Role::good) = QColor(0x2fb58a);
  p.at(Role::attention) = QColor(0xe6b800);
  p.at(Role::bad) = QColor(0xef6a4c);
  return p;
}

Palette Palette::light() {
  Palette p = dark();
  p.dark_ = false;
  p.at(Role::ground) = QColor(0xf6f6f4);
  p.at(Role::card) = QColor(0xffffff);
  p.at(Role::line) = QColor(0xd9d9d4);
  p.at(Role::text) = QColor(0x1b1d21);
  p.at(Role::quietText) = QColor(0x5b616b);
  p.at(Role::accent) = QColor(0x8a6d12);
  p.at(Role::power) = QColor(0x6b7079);
  p.at(Role::loop) = QColor(0xc23d1f);
  p.at(Role::bad) = QColor(0xc23d1f);
  for (const Role role : {Role::digital, Role::unbalanced, Role::balanced, Role::headphone,
                          Role::loudspeaker, Role::good, Role::attention}) {
    // The ground is the darker of the two surfaces, so that what is read there is read on cards.
    p.at(role) = withContrast(p[role], p[Role::ground], kReadable);
  }
  return p;
}

QPalette Palette::forWidgets() const {
  const Palette& p = *this;
  QPalette out;
  out.setColor(QPalette::Window, p[Role::ground]);
  out.setColor(QPalette::WindowText, p[Role::text]);
  out.setColor(QPalette::Base, p[Role::card]);
  out.setColor(QPalette::AlternateBase, p[Role::ground]);
  out.setColor(QPalette::Text, p[Role::text]);
  out.setColor(QPalette::PlaceholderText, p[Role::quietText]);
  out.setColor(QPalette::Button, p[Role::card]);
  out.setColor(QPalette::ButtonText, p[Role::text]);
  out.setColor(QPalette::BrightText, p[Role::bad]);
  out.setColor(QPalette::ToolTipBase, p[Role::card]);
  out.setColor(QPalette::ToolTipText, p[Role::text]);
  out.setColor(QPalette::Link, p[Role::accent]);
  out.setColor(QPalette::LinkVisited, p[Role::accent]);
  out.setColor(QPalette::Highlight, p[Role::accent]);
  out.setColor(QPalette::HighlightedText, p[Role::ground]);
  out.setColor(QPalette::Light, mixed(p[Role::card], p[Role::text], 0.1));
  out.setColor(QPalette::Midlight, p[Role::line]);
  out.setColor(QPalette::Mid, p[Role::line]);
  out.setColor(QPalette::Dark, mixed(p[Role::line], p[Role::ground], 0.5));
  out.setColor(QPalette::Shadow, mixed(p[Role::ground], Qt::black, 0.5));
  const QColor disabled = mixed(p[Role::ground], p[Role::quietText], 0.6);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    out.setColor(QPalette::Disabled, role, disabled);
  }
  return out;
}

}  // namespace linecheck::ui
