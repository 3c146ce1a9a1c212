#include "pages/chain_print.h"

#include <QCoreApplication>
#include <QPainter>

#include "canvas/chain_scene.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qreal kTitle = 28.0;   // Logical pixels.
constexpr qreal kMargin = 12.0;  // Around the drawing.

}  // namespace

bool printChain(const chain::Desk& desk, QPagedPaintDevice& device) {
  const Palette palette = Palette::light();
  ChainScene scene(palette);
  scene.show(desk);
  // Lines, not pictures of them.
  for (CardItem* card : scene.cards()) card->setCacheMode(QGraphicsItem::NoCache);
  for (PowerPointItem* point : scene.powerPoints()) point->setCacheMode(QGraphicsItem::NoCache);

  QPainter painter;
  if (!painter.begin(&device)) return false;
  const qreal perPixel = painter.device()->logicalDpiX() / 96.0;
  const QRectF page(QPointF(),
                    device.pageLayout()
                        .paintRectPixels(static_cast<int>(painter.device()->logicalDpiX()))
                        .size());
  painter.save();
  painter.scale(perPixel, perPixel);
  painter.setFont(textFont(TextSize::heading, QFont::DemiBold));
  painter.setPen(palette[Role::text]);
  const QString name = QString::fromStdString(desk.chain().name);
  painter.drawText(QRectF(0, 0, page.width() / perPixel, kTitle), Qt::AlignLeft | Qt::AlignTop,
                   name.isEmpty() ? QCoreApplication::translate("Chain", "My desk") : name);
  painter.restore();
  const QRectF drawing = scene.drawingRect().adjusted(-kMargin, -kMargin, kMargin, kMargin);
  QRectF target = page.adjusted(0, kTitle * perPixel, 0, 0);
  // A small desk is not blown up to fill the page.
  const QSizeF natural = drawing.size() * perPixel;
  if (natural.width() < target.width() && natural.height() < target.height()) {
    target.setSize(natural);
  }
  scene.render(&painter, target, drawing);
  return painter.end();
}

}  // namespace linecheck::ui
