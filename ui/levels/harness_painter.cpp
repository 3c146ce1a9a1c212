#include <QPainter>

#include "canvas/connector_glyph.h"
#include "levels/harness_layout.h"
#include "levels/harness_picture.h"
#include "levels/harness_pieces.h"
#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

void drawBox(QPainter& painter, const Palette& palette, const LaidBox& box) {
  painter.setPen(QPen(palette[Role::power], 1));
  painter.setBrush(palette[Role::card]);
  QPainterPath path;
  path.addRoundedRect(box.frame.adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius, space::kRadius);
  if (!box.opening.isNull()) {
    QPainterPath opening;
    opening.addRoundedRect(box.opening.adjusted(0, 0, 0, 2 * space::kRadius), space::kRadius,
                           space::kRadius);
    path = path.subtracted(opening);
  }
  painter.drawPath(path);
}

void drawLink(QPainter& painter, const Palette& palette, const LaidLink& link) {
  const QColor ink = inkOf(palette, link.role, link.emphasis);
  const qreal width = link.emphasis == Emphasis::isNew ? 3 : 2.5;
  QPen pen(ink, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
  if (link.joint == measure::Joint::place) pen.setWidthF(2);
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(link.path);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink);
  for (const QRectF& plug : link.plugs) painter.drawRoundedRect(plug, 2, 2);
}

void drawBadge(QPainter& painter, const Palette& palette, const LaidLink& link) {
  const bool isNew = link.emphasis == Emphasis::isNew;
  const bool stays = link.emphasis == Emphasis::stays;
  const QColor ink = inkOf(palette, link.role, link.emphasis);
  // A ring of ground keeps the number off the cable.
  painter.setPen(Qt::NoPen);
  painter.setBrush(palette[Role::ground]);
  painter.drawEllipse(link.badge.adjusted(-2, -2, 2, 2));
  painter.setPen(QPen(isNew ? ink : stays ? palette[Role::power] : palette[Role::text], 1.2));
  painter.setBrush(isNew ? ink : palette[Role::ground]);
  painter.drawEllipse(link.badge.adjusted(0.6, 0.6, -0.6, -0.6));
  QFont font = textFont(TextSize::caption, QFont::DemiBold);
  font.setPixelSize(static_cast<int>(link.badge.height() * 0.68));
  painter.setFont(font);
  painter.setPen(isNew   ? palette[Role::ground]
                 : stays ? palette[Role::quietText]
                         : palette[Role::text]);
  painter.drawText(link.badge, Qt::AlignCenter, QString::number(link.number));
}

}  // namespace

void drawHarness(QPainter& painter, const Palette& palette, const HarnessView& view,
                 const QSizeF& size) {
  const HarnessLayout layout = layOutHarness(view, size);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const LaidBox& box : layout.boxes) drawBox(painter, palette, box);
  for (const LaidLink& link : layout.links) {
    if (link.emphasis != Emphasis::isNew) drawLink(painter, palette, link);
  }
  for (const LaidLink& link : layout.links) {
    if (link.emphasis == Emphasis::isNew) drawLink(painter, palette, link);
  }
  for (const LaidJack& jack : layout.jacks) {
    drawConnector(painter, jack.face, jack.shape, palette[jack.role], palette[Role::card]);
  }
  for (const LaidPiece& piece : layout.pieces) drawPiece(painter, palette, piece);
  for (const LaidLink& link : layout.links) drawBadge(painter, palette, link);
  for (const LaidText& text : layout.texts) {
    painter.setFont(text.font);
    painter.setPen(palette[text.role]);
    painter.drawText(text.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text.text);
  }
  painter.restore();
}

}  // namespace linecheck::ui
