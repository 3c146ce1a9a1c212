#pragma once

#include <QGraphicsItem>
#include <optional>
#include <vector>

#include "theme/palette.h"

namespace linecheck::ui {

/// The cable that is being pulled, and rings around everything it may be plugged into.
class PullOverlay : public QGraphicsItem {
 public:
  explicit PullOverlay(const Palette& palette);

  void begin(QPointF start, qreal way, bool isPower, std::vector<QPointF> targets);
  /// `target` is the one that letting go here would take.
  void moveTo(QPointF end, std::optional<std::size_t> target);
  void end();

  [[nodiscard]] QRectF boundingRect() const override { return box_; }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  void measure();

  const Palette& palette_;
  bool isPower_ = false;
  QPointF start_, end_;
  qreal way_ = 1.0;
  std::vector<QPointF> targets_;
  std::optional<std::size_t> target_;
  QRectF box_;
};

}  // namespace linecheck::ui
