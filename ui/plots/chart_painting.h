#pragma once

#include <QPainter>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "theme/palette.h"

namespace linecheck::ui {

/// One entry of a legend: a mark and a sample of the line.
struct LegendEntry {
  QString mark;  ///< "A"; may be empty.
  QString name;
  QColor colour;
  Qt::PenStyle style = Qt::SolidLine;
  bool isArea = false;  ///< A shaded field, not a line.
};

/// Draws title and legend at the top of `box`, the entries in as many lines as they take; returns
/// the height that is used.
qreal drawChartHead(QPainter& painter, const QRectF& box, const QString& title,
                    const std::vector<LegendEntry>& entries, const Palette& palette);

/// Lines of text in a box of their own beside a point, inside `area`.
void drawReadout(QPainter& painter, const QRectF& area, QPointF beside, const QStringList& lines,
                 const Palette& palette);

/// A text field of a CSV file, quoted where it has to be.
[[nodiscard]] QString csvField(const QString& text);
/// A plain number, or nothing.
[[nodiscard]] QString csvNumber(std::optional<double> value, int decimals = 3);

/// Colours for up to four things side by side, which are always marked by letters as well.
[[nodiscard]] Role placeRole(std::size_t place);

}  // namespace linecheck::ui
