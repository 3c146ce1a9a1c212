#include "pages/way_strip.h"

#include <QEvent>
#include <QScrollBar>
#include <utility>

#include "canvas/way_view.h"
#include "levels/main_path.h"

namespace linecheck::ui {
namespace {

void keepOnly(std::vector<ConnectorView>& edge, std::size_t& used) {
  if (used >= edge.size()) return;
  edge = {edge[used]};
  used = 0;
}

/// With those connectors only that the way goes through: the strip is low, and the room is the
/// page's.
ChainView lean(ChainView way) {
  if (way.cards.empty()) return way;
  way.cards.front().upstream.clear();
  way.cards.back().downstream.clear();
  for (std::size_t i = 0; i < way.cables.size(); ++i) {
    keepOnly(way.cards[i].downstream, way.cables[i].fromConnector);
    keepOnly(way.cards[i + 1].upstream, way.cables[i].toConnector);
  }
  return way;
}

}  // namespace

WayStrip::WayStrip(const Theme& theme, ChainDocument& document, ChainView otherwise,
                   QWidget* parent)
    : QScrollArea(parent),
      document_(document),
      otherwise_(std::move(otherwise)),
      strip_(new ChainStrip(theme)) {
  setAccessibleName(tr("Signal chain"));
  setFocusPolicy(Qt::NoFocus);  // Its cards and cables are reached one by one.
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  viewport()->setAutoFillBackground(false);
  setWidget(strip_);
  strip_->setAutoFillBackground(false);  // It lies on the page.
  connect(&document_, &ChainDocument::changed, this, &WayStrip::refresh);
  refresh();
}

ChainView WayStrip::wanted() const {
  if (document_.chain().devices.empty()) return otherwise_;
  const levels::LevelPlan& plan = document_.levels();
  const auto main = levels::mainPath(document_.desk(), plan);
  return main ? wayView(document_.desk(), plan.paths[*main].route()) : ChainView{};
}

void WayStrip::refresh() {
  ChainView view = lean(wanted());
  if (shown_ == view) return;
  shown_ = std::move(view);
  strip_->show(*shown_);
  strip_->light(reasons_);
  setVisible(isRoomy_ && !shown_->cards.empty());
}

void WayStrip::setRoomy(bool isRoomy) {
  isRoomy_ = isRoomy;
  setVisible(isRoomy_ && shown_ && !shown_->cards.empty());
}

void WayStrip::light(std::map<QString, QString> reasons) {
  if (reasons == reasons_) return;
  reasons_ = std::move(reasons);
  strip_->light(reasons_);
}

void WayStrip::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  fitHeight();
}

// New cards have a size only once they are shown.
bool WayStrip::eventFilter(QObject* watched, QEvent* event) {
  const bool isDone = QScrollArea::eventFilter(watched, event);
  if (watched == strip_ && event->type() == QEvent::LayoutRequest) fitHeight();
  return isDone;
}

void WayStrip::fitHeight() {
  const QSize needed = strip_->minimumSizeHint();
  const int bar = needed.width() > width() ? horizontalScrollBar()->sizeHint().height() : 0;
  setFixedHeight(strip_->sizeHint().height() + bar);
}

}  // namespace linecheck::ui
