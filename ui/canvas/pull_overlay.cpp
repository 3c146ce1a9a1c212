#include "canvas/pull_overlay.h"

#include <QPainter>

#include "canvas/chain_items.h"

namespace linecheck::ui {
namespace {

constexpr qreal kRing = 9.0;
constexpr int kZ = 10;

}  // namespace

PullOverlay::PullOverlay(const Palette& palette) : palette_(palette) {
  setZValue(kZ);
  setVisible(false);
}

void PullOverlay::begin(QPointF start, qreal way, bool isPower, std::vector<QPointF> targets) {
  start_ = end_ = start;
  way_ = way;
  isPower_ = isPower;
  targets_ = std::move(targets);
  target_.reset();
  measure();
  setVisible(true);
}

void PullOverlay::moveTo(QPointF end, std::optional<std::size_t> target) {
  target_ = target;
  end_ = target ? targets_[*target] : end;
  measure();
}

void PullOverlay::end() {
  setVisible(false);
  targets_.clear();
}

void PullOverlay::measure() {
  prepareGeometryChange();
  box_ = QRectF(start_, end_).normalized();
  for (const QPointF& target : targets_) box_ = box_.united(QRectF(target, QSizeF(1, 1)));
  const qreal bend = 80.0 + 0.3 * (box_.width() + box_.height());
  box_.adjust(-bend, -bend, bend, bend);
}

void PullOverlay::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
                        QWidget* /*widget*/) {
  painter->setRenderHint(QPainter::Antialiasing);
  const QColor accent = palette_[Role::accent];
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    painter->setPen(QPen(accent, target_ == i ? 3.0 : 2.0));
    QColor fill = accent;
    fill.setAlphaF(target_ == i ? 0.5F : 0.15F);
    painter->setBrush(fill);
    const qreal radius = target_ == i ? kRing + 2 : kRing;
    painter->drawEllipse(targets_[i], radius, radius);
  }
  painter->setBrush(Qt::NoBrush);
  painter->setPen(QPen(accent, 2.5, isPower_ ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap));
  if (isPower_) {
    painter->drawLine(start_, end_);
  } else {
    painter->drawPath(cablePath(start_, way_, end_, -way_));
  }
}

}  // namespace linecheck::ui
