#include "pages/way_strip.h"

#include <QEvent>
#include <QScrollBar>
#include <utility>

#include "canvas/way_view.h"
#include "levels/main_path.h"

namespace linecheck::ui {

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
  ChainView view = wanted();
  if (shown_ == view) return;
  shown_ = std::move(view);
  strip_->show(*shown_);
  setVisible(!shown_->cards.empty());
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
