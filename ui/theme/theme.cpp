#include "theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QStyleFactory>

#include "theme/style.h"

namespace linecheck::ui {
namespace {

// A default-constructed palette stands for "the system's own"; ours is put back by the caller.
bool systemIsDark() {
  QApplication::setPalette(QPalette());
  return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

QFont systemSans() {
  QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
  // Without a desktop Qt falls back on a generic name, and fontconfig to whatever comes first.
  const bool generic = font.family().startsWith(QStringLiteral("Sans"), Qt::CaseInsensitive);
  if (generic) {
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
                      QStringLiteral("DejaVu Sans"), font.family()});
  }
  return font;
}

}  // namespace

QFont textFont(TextSize size, QFont::Weight weight) {
  QFont font = QApplication::font();
  font.setPixelSize(static_cast<int>(size));
  font.setWeight(weight);
  return font;
}

Theme::Theme(ThemeChoice choice, QObject* parent) : QObject(parent), choice_(choice) {
  QFont font = systemSans();
  font.setPixelSize(static_cast<int>(TextSize::body));
  QApplication::setFont(font);
  QApplication::setStyle(new Style(QStyleFactory::create(QStringLiteral("Fusion"))));
  apply();
  qApp->installEventFilter(this);
}

void Theme::choose(ThemeChoice choice) {
  choice_ = choice;
  apply();
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
  const bool systemChanged = event->type() == QEvent::ThemeChange && !applying_;
  if (systemChanged && choice_ == ThemeChoice::system) apply();
  return QObject::eventFilter(watched, event);
}

void Theme::apply() {
  applying_ = true;
  const bool dark =
      choice_ == ThemeChoice::dark || (choice_ == ThemeChoice::system && systemIsDark());
  palette_ = dark ? Palette::dark() : Palette::light();
  QApplication::setPalette(palette_.forWidgets());
  applying_ = false;
  Q_EMIT changed();
}

}  // namespace linecheck::ui
