#pragma once

#include <QFont>
#include <QPainterPath>
#include <QRectF>
#include <vector>

#include "levels/harness_view.h"

namespace linecheck::ui {

/// A step's change stands out; in a first step nothing does.
enum class Emphasis { plain, stays, isNew };

struct LaidText {
  QRectF rect;   ///< Wide enough for `text`.
  QString text;  ///< Shortened with … if there is no room.
  QFont font;
  Role role = Role::text;
  Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
};

struct LaidBox {
  QRectF frame;
  QRectF opening = {};  ///< Not null if one device holds both the outputs and the inputs.
  Emphasis emphasis = Emphasis::plain;
};

struct LaidJack {
  QRectF face;
  ConnectorShape shape = ConnectorShape::other;
  Role role = Role::quietText;
};

struct LaidLink {
  QPainterPath path;
  int number = 0;
  QRectF badge;
  measure::Joint joint = measure::Joint::cable;
  Role role = Role::unbalanced;
  Emphasis emphasis = Emphasis::plain;
  std::vector<QRectF> plugs;
};

/// Things that have no jacks.
struct LaidPiece {
  enum class Kind {
    resistor,
    plug,  ///< Puts a resistor or a short across the jack to its right.
    ground,
    node,  ///< Where wires meet.
    headphones,
    cable,
    loudspeaker,
    microphone,
    tipRingSleeve,  ///< A plug from the side; its contacts as in harness_details.h.
    tipSleeve,
    wire,  ///< Along `path`.
  };
  Kind kind = Kind::node;
  QRectF rect;
  Emphasis emphasis = Emphasis::plain;
  bool crossedOut = false;
  QPainterPath path = {};
};

/// Everything in a cable picture, in device-independent pixels, nothing outside `size`. Texts and
/// badges keep clear of each other.
struct HarnessLayout {
  QSizeF size;
  std::vector<LaidBox> boxes;
  std::vector<LaidJack> jacks;
  std::vector<LaidLink> links;
  std::vector<LaidPiece> pieces;
  std::vector<LaidText> texts;
};

/// Needs a QGuiApplication for its fonts. Made for 320 × 160 and up.
[[nodiscard]] HarnessLayout layOutHarness(const HarnessView& view, const QSizeF& size);

}  // namespace linecheck::ui
