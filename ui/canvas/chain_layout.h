#pragma once

#include <QPointF>
#include <QSizeF>
#include <vector>

#include "canvas/desk_view.h"

namespace linecheck::ui {

/// Where cards and power points lie on the drawing: their upper left corners.
struct ChainLayout {
  std::vector<QPointF> cards;
  std::vector<QPointF> powerPoints;
  std::vector<int> stages;  ///< By card: its column, counted along the signal.
};

/// Cards in columns by signal stage, from the sources at the left to the ears at the right, each
/// as level with what feeds it as its neighbours allow. A card that the user has put somewhere
/// stays there, and the others do not move for it unless it would cover them. Power points lie
/// under all cards, wall outlets at the bottom. The same desk is always laid out the same way.
[[nodiscard]] ChainLayout layOut(const DeskView& view);

[[nodiscard]] QSizeF powerPointSize();

}  // namespace linecheck::ui
