#pragma once

#include <map>
#include <optional>

#include "levels/harness_layout.h"

namespace linecheck::ui {

/// Sizes that grow with the picture.
struct HarnessScale {
  qreal margin = 6;
  qreal pad = 5;     ///< Inside boxes.
  qreal glyph = 13;  ///< A jack's face.
  qreal badge = 15;
  qreal plug = 6;  ///< Length.
  QFont title;
  QFont label;

  [[nodiscard]] static HarnessScale forSize(const QSizeF& size);
};

/// A box that stands at one side of the picture, with jacks on its inner edge.
struct HarnessLeg {
  QString title;
  QString subtitle = {};
  std::vector<ConnectorView> jacks = {};
};

/// Gathers a layout: a scheme says where things are, the wiring what joins them.
class HarnessBuilder {
 public:
  enum class Edge { left, right };

  /// The picture is at most `widest` times as wide as high, in the middle of `size`.
  HarnessBuilder(const HarnessView& view, const QSizeF& size, qreal widest = 2.7);

  /// Stands the two boxes; as one device they are joined along the top. What is free between them
  /// is `middle()`. `largest` is the share of the width that each may take; the wider gives way
  /// until `between` badges fit side by side in the middle.
  void stand(const HarnessLeg& left, const HarnessLeg& right, bool isOneDevice, qreal largest,
             qreal between = 4);
  [[nodiscard]] QRectF middle() const { return middle_; }
  /// What is free under a side box's title.
  [[nodiscard]] QRectF leg(Edge side) const { return side == Edge::left ? left_ : right_; }
  /// A box in the middle with its title; what is below the title.
  QRectF box(const QRectF& frame, const QString& title);

  /// A jack at an inner edge of a box. `edge` is the box's edge, `x` where that is; `room` is how
  /// wide the label may be. Also the place that `terminal` stands for.
  void jack(measure::Terminal terminal, const ConnectorView& view, Edge edge, QPointF at,
            qreal room);
  /// A jack of the left or right box, at the height `y`.
  void legJack(measure::Terminal terminal, const ConnectorView& view, Edge side, qreal y);
  /// A place without a jack; cables leave it towards `out`.
  void anchor(measure::Terminal terminal, QPointF at, QPointF out);
  /// Draws link number `index` of the wiring from place to place, its badge at `along` (0…1).
  LaidLink& link(std::size_t index, qreal along = 0.5);
  /// The same along `path`, with its badge centred at `badge`.
  LaidLink& link(std::size_t index, const QPainterPath& path, QPointF badge);

  LaidPiece& piece(LaidPiece::Kind kind, const QRectF& rect, Emphasis emphasis = Emphasis::plain);
  /// Starts or ends at `at`, as `align` has it, centred on its height.
  QRectF text(const QString& words, QPointF at, Qt::Alignment align, Role role = Role::text,
              const std::optional<QFont>& font = {}, qreal room = 1e6);
  [[nodiscard]] qreal widthOf(const QString& words, const QFont& font) const;
  [[nodiscard]] qreal lineHeight() const;
  [[nodiscard]] QPointF at(measure::Terminal terminal) const;
  [[nodiscard]] Emphasis emphasisOf(std::size_t index) const;

  [[nodiscard]] const HarnessView& view() const { return view_; }
  [[nodiscard]] const HarnessScale& scale() const { return scale_; }
  [[nodiscard]] bool isRoomy() const { return roomy_; }
  [[nodiscard]] const measure::HarnessWiring& wiring() const { return wiring_; }

  /// The row at the lower edge: what must be off, and what the emphasis means.
  [[nodiscard]] HarnessLayout finished();

 private:
  struct Place {
    QPointF at;
    QPointF out;
    bool hasJack = false;
    Role role = Role::unbalanced;
  };
  [[nodiscard]] Role roleOf(const measure::HarnessLink& link) const;
  void footer();

  const HarnessView& view_;
  HarnessScale scale_;
  measure::HarnessWiring wiring_;
  bool hasBefore_;
  bool roomy_;
  QRectF area_;
  QRectF footer_;
  QRectF middle_;
  QRectF left_;
  QRectF right_;
  std::map<measure::Terminal, Place> places_;
  HarnessLayout layout_;
};

}  // namespace linecheck::ui
