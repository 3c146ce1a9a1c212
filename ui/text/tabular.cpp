#include "text/tabular.h"

#include <QFontMetricsF>
#include <algorithm>

namespace linecheck::ui {
namespace {

bool isFigure(QChar c) {
  return (c >= u'0' && c <= u'9') || c == QChar(0x2212) || c == u'+';
}

qreal digitWidth(const QFontMetricsF& metrics) {
  qreal widest = 0.0;
  for (char16_t c = u'0'; c <= u'9'; ++c) {
    widest = std::max(widest, metrics.horizontalAdvance(QChar(c)));
  }
  return widest;
}

// Calls `place(text, x, width)` for each run that is drawn as one piece.
template <class Place>
qreal layOut(const QFontMetricsF& metrics, const QString& text, Place place) {
  const qreal digit = digitWidth(metrics);
  qreal x = 0.0;
  qsizetype start = 0;
  while (start < text.size()) {
    if (isFigure(text[start])) {
      const QString figure = text.mid(start, 1);
      place(figure, x + (digit - metrics.horizontalAdvance(figure)) / 2);
      x += digit;
      ++start;
      continue;
    }
    qsizetype end = start;
    while (end < text.size() && !isFigure(text[end])) ++end;
    const QString run = text.mid(start, end - start);
    place(run, x);
    x += metrics.horizontalAdvance(run);
    start = end;
  }
  return x;
}

}  // namespace

qreal tabularWidth(const QFont& font, const QString& text) {
  return layOut(QFontMetricsF(font), text, [](const QString&, qreal) {});
}

qreal drawTabular(QPainter& painter, QPointF baseline, const QString& text) {
  return layOut(
      QFontMetricsF(painter.font(), painter.device()), text,
      [&](const QString& run, qreal x) { painter.drawText(baseline + QPointF(x, 0), run); });
}

}  // namespace linecheck::ui
