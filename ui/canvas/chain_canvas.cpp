#include "canvas/chain_canvas.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "canvas/cable_legend.h"
#include "canvas/pull_overlay.h"
#include "text/chain_text.h"

namespace linecheck::ui {
namespace {

constexpr qreal kMargin = 24.0;  // Around what is fitted.
constexpr double kLeastScale = 0.15;
constexpr double kMostScale = 2.5;

}  // namespace

ChainCanvas::ChainCanvas(const Theme& theme, ChainDocument& document, QWidget* parent)
    : QGraphicsView(parent),
      theme_(theme),
      document_(document),
      scene_(theme.palette()),
      overlay_(new PullOverlay(theme.palette())),
      legend_(new CableLegend(theme, this)) {
  scene_.addItem(overlay_);
  setScene(&scene_);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTransformationAnchor(QGraphicsView::NoAnchor);
  setResizeAnchor(QGraphicsView::NoAnchor);
  setAcceptDrops(true);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Drawing of the chain"));
  viewport()->setAccessibleName(accessibleName());
  setBackgroundBrush(theme_[Role::ground]);
  connect(&document_, &ChainDocument::changed, this, &ChainCanvas::rebuild);
  rebuild();
  describe();
}

void ChainCanvas::rebuild() {
  if (!std::holds_alternative<Turn>(deed_)) abandon();
  scene_.show(document_.desk());
  legend_->show(scene_.lineRoles());
  if (!framed_.empty()) legend_->hide();
  if (scene_.item(selected_)) {
    scene_.emphasise(selected_, lit_);
  } else {
    select({});
  }
  if (isFitted_) fit();
  Q_EMIT viewMoved();
}

void ChainCanvas::select(const std::string& part) {
  const std::string wanted = scene_.item(part) ? part : std::string();
  const bool isNews = wanted != selected_;
  selected_ = wanted;
  scene_.emphasise(selected_, lit_);
  if (!isNews) return;
  describe();
  Q_EMIT selectionChanged();
}

void ChainCanvas::light(const std::map<std::string, Role>& parts) {
  lit_ = parts;
  scene_.emphasise(selected_, lit_);
}

void ChainCanvas::describe() {
  setAccessibleDescription(selected_.empty()
                               ? tr("Nothing is selected. The table shows the same chain in rows.")
                               : tr("Selected: %1").arg(partText(document_.desk(), selected_)));
}

void ChainCanvas::reveal(const std::string& part) {
  const PartItem* item = scene_.item(part);
  if (item && !isFitted_) ensureVisible(item, 40, 40);
}

QRectF ChainCanvas::framedRect() const {
  QRectF frame;
  for (const std::string& part : framed_) {
    if (const PartItem* item = scene_.item(part)) frame |= item->sceneBoundingRect();
  }
  return frame.isEmpty() ? scene_.drawingRect() : frame;
}

void ChainCanvas::frame(std::vector<std::string> parts) {
  framed_ = std::move(parts);
  // It would lie over what is beside the parts.
  legend_->setVisible(framed_.empty() && !scene_.lineRoles().empty());
  fit();
}

void ChainCanvas::fit() {
  isFitted_ = true;
  const QRectF drawing = framedRect();
  if (drawing.isEmpty()) return;
  const QRectF framed = drawing.adjusted(-kMargin, -kMargin, kMargin, kMargin);
  // The legend keeps its line at the bottom.
  const int forLegend = legend_->isHidden() ? 0 : legend_->height();
  const QSize room = viewport()->size() - QSize(0, forLegend);
  const double scale = std::clamp(
      std::min(room.width() / framed.width(), room.height() / framed.height()), kLeastScale, 1.0);
  setTransform(QTransform::fromScale(scale, scale));
  centerOn(framed.center() + QPointF(0, forLegend / scale / 2));
  Q_EMIT viewMoved();
}

void ChainCanvas::setScale(double scale, QPointF anchor) {
  isFitted_ = false;
  const double held = std::clamp(scale, kLeastScale, kMostScale);
  const QPoint before = mapFromScene(anchor);
  setTransform(QTransform::fromScale(held, held));
  // What was under the pointer stays there.
  const QPoint by = mapFromScene(anchor) - before;
  horizontalScrollBar()->setValue(horizontalScrollBar()->value() + by.x());
  verticalScrollBar()->setValue(verticalScrollBar()->value() + by.y());
  Q_EMIT viewMoved();
}

void ChainCanvas::zoomBy(double factor) {
  setScale(transform().m11() * factor, mapToScene(viewport()->rect().center()));
}

void ChainCanvas::resizeEvent(QResizeEvent* event) {
  QGraphicsView::resizeEvent(event);
  legend_->move(space::kTight, height() - legend_->height() - space::kTight);
  if (isFitted_) fit();
  Q_EMIT viewMoved();
}

void ChainCanvas::showEvent(QShowEvent* event) {
  QGraphicsView::showEvent(event);
  if (isFitted_) fit();
}

void ChainCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) {
    setBackgroundBrush(theme_[Role::ground]);
    scene_.recolour();
  }
  QGraphicsView::changeEvent(event);
}

void ChainCanvas::scrollContentsBy(int dx, int dy) {
  QGraphicsView::scrollContentsBy(dx, dy);
  Q_EMIT viewMoved();
}

void ChainCanvas::paintEvent(QPaintEvent* event) {
  QGraphicsView::paintEvent(event);
  if (!scene_.cards().empty()) return;
  QPainter painter(viewport());
  const QRectF room = QRectF(viewport()->rect()).adjusted(kMargin, 0, -kMargin, 0);
  painter.setPen(theme_[Role::text]);
  painter.setFont(textFont(TextSize::verdict, QFont::DemiBold));
  painter.drawText(room.adjusted(0, 0, 0, -36), Qt::AlignCenter, tr("Describe your desk once"));
  painter.setPen(theme_[Role::quietText]);
  painter.setFont(textFont(TextSize::body));
  painter.drawText(room.adjusted(0, 36, 0, 0), Qt::AlignCenter | Qt::TextWordWrap,
                   tr("Find your devices in the list at the right and drag them here.\n"
                      "Then pull cables from socket to socket."));
}

}  // namespace linecheck::ui
