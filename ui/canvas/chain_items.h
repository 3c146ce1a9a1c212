#pragma once

#include <QGraphicsItem>
#include <QPainterPath>
#include <string>

#include "canvas/card_painter.h"
#include "canvas/desk_view.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// How a part of the drawing stands out.
struct Emphasis {
  bool isSelected = false;
  std::optional<Role> lit;  ///< The colour of what points at it: a finding, a loop.
  bool isDimmed = false;

  bool operator==(const Emphasis&) const = default;
};

/// What is drawn of one part of the chain. It paints; the canvas moves and asks it.
class PartItem : public QGraphicsItem {
 public:
  PartItem(const Palette& palette, std::string part) : palette_(palette), part_(std::move(part)) {}

  [[nodiscard]] const std::string& part() const { return part_; }
  [[nodiscard]] const Emphasis& emphasis() const { return emphasis_; }
  virtual void setEmphasis(const Emphasis& emphasis);

 protected:
  [[nodiscard]] const Palette& palette() const { return palette_; }

 private:
  const Palette& palette_;
  std::string part_;
  Emphasis emphasis_;
};

class CardItem : public PartItem {
 public:
  enum { Type = UserType + 1 };  // NOLINT(readability-identifier-naming): a cast of Qt reads it.
  CardItem(const Palette& palette, const DeskView::Card& card);

  [[nodiscard]] int type() const override { return Type; }
  [[nodiscard]] const CardView& view() const { return view_; }
  [[nodiscard]] QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  CardView view_;
  std::vector<QString> leads_;
};

class PowerPointItem : public PartItem {
 public:
  enum { Type = UserType + 2 };  // NOLINT(readability-identifier-naming): a cast of Qt reads it.
  PowerPointItem(const Palette& palette, DeskView::PowerPoint point);

  [[nodiscard]] int type() const override { return Type; }
  [[nodiscard]] const DeskView::PowerPoint& view() const { return point_; }
  [[nodiscard]] QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  DeskView::PowerPoint point_;
};

/// A line between two things: a cable, or a power lead.
class LineItem : public PartItem {
 public:
  using PartItem::PartItem;

  void setPath(const QPainterPath& path);
  [[nodiscard]] const QPainterPath& path() const { return path_; }
  [[nodiscard]] QRectF boundingRect() const override;
  /// Wide enough to be hit.
  [[nodiscard]] QPainterPath shape() const override;

 protected:
  static constexpr qreal kMargin = 12.0;

 private:
  QPainterPath path_;
};

class CableItem : public LineItem {
 public:
  enum { Type = UserType + 3 };  // NOLINT(readability-identifier-naming): a cast of Qt reads it.
  CableItem(const Palette& palette, const DeskView::Cable& cable);

  [[nodiscard]] int type() const override { return Type; }
  void setEmphasis(const Emphasis& emphasis) override;
  void setEnds(QPointF from, card::Side fromSide, QPointF to, card::Side toSide);
  [[nodiscard]] QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  [[nodiscard]] QRectF labelBox() const;

  QString label_;
  Role carries_;
  QPointF from_, to_;
  qreal fromWay_ = 1.0, toWay_ = -1.0;  ///< Which way the plugs point.
};

class PowerLeadItem : public LineItem {
 public:
  enum { Type = UserType + 4 };  // NOLINT(readability-identifier-naming): a cast of Qt reads it.
  PowerLeadItem(const Palette& palette, const DeskView::PowerLead& lead);

  [[nodiscard]] int type() const override { return Type; }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
};

/// A cable between two ends, leaving each in the direction (−1 left, +1 right) of its socket.
[[nodiscard]] QPainterPath cablePath(QPointF from, qreal fromWay, QPointF to, qreal toWay);

}  // namespace linecheck::ui
