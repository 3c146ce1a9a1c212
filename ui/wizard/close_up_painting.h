#pragma once

#include <QPainter>

#include "theme/palette.h"
#include "wizard/close_up_view.h"

/// Each draws its picture into the middle of `room`.
namespace linecheck::ui::closeup {

void draw(QPainter& painter, const Palette& palette, const QRectF& room, const CableCloseUp& view);
void draw(QPainter& painter, const Palette& palette, const QRectF& room, const OrderCloseUp& view);
void draw(QPainter& painter, const Palette& palette, const QRectF& room, const SwitchCloseUp& view);
void draw(QPainter& painter, const Palette& palette, const QRectF& room, const DialCloseUp& view);
void draw(QPainter& painter, const Palette& palette, const QRectF& room,
          const AdapterCloseUp& view);

/// How tall each is at its best.
[[nodiscard]] int heightOf(const CloseUpView& view);

}  // namespace linecheck::ui::closeup
