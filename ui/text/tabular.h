#pragma once

#include <QPainter>
#include <QString>

namespace linecheck::ui {

/// Text whose figures are all equally wide, whatever the font: a number that changes does not
/// make its neighbours jump. Digits, the minus sign and the plus sign get one digit's width.
[[nodiscard]] qreal tabularWidth(const QFont& font, const QString& text);
/// Draws in the painter's font and pen, from the left end of the base line; returns the width.
qreal drawTabular(QPainter& painter, QPointF baseline, const QString& text);

}  // namespace linecheck::ui
