#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

namespace linecheck::testing {

/// Tells a widget that the pointer came to `at`, with these buttons held. QTest's own way leads
/// over the display's pointer, whose event comes when it likes.
inline void movePointer(QWidget& widget, QPoint at, Qt::MouseButtons held = Qt::NoButton,
                        Qt::KeyboardModifiers modifiers = {}) {
  QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, held, modifiers);
  QApplication::sendEvent(&widget, &event);
}

}  // namespace linecheck::testing
