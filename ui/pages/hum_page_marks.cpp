// The panes of the plot, and spectra kept for comparison.
#include <QSplitter>
#include <QTime>
#include <algorithm>

#include "pages/hum_page.h"
#include "plots/difference_plot.h"
#include "plots/spectrum_plot.h"
#include "plots/waterfall_plot.h"
#include "widgets/notice_line.h"
#include "widgets/plot_bar.h"

namespace linecheck::ui {

QWidget* HumPage::buildPanes(const Clock& clock) {
  plot_ = new SpectrumPlot(theme_, clock);
  difference_ = new DifferencePlot(theme_, *plot_);
  waterfall_ = new WaterfallPlot(theme_, *plot_);
  auto* panes = new QSplitter(Qt::Vertical);
  panes->setChildrenCollapsible(false);
  panes->setAccessibleName(tr("Spectrum and waterfall"));
  // With the difference between them, the spectrum gives up the room.
  for (const auto& [pane, share] :
       {std::pair<QWidget*, int>{plot_, 6}, {difference_, 2}, {waterfall_, 4}}) {
    panes->addWidget(pane);
    panes->setStretchFactor(panes->indexOf(pane), share);
  }
  panes->setSizes({600, 200, 400});
  difference_->hide();
  return panes;
}

void HumPage::connectPanes() {
  connect(&session_, &Session::rowsArrived, waterfall_, &WaterfallPlot::addRows);
  connect(plotBar_, &PlotBar::freezeToggled, waterfall_, &WaterfallPlot::setFrozen);
  connect(plotBar_, &PlotBar::waterfallToggled, waterfall_, &QWidget::setVisible);
  connect(plotBar_, &PlotBar::differenceToggled, difference_, &QWidget::setVisible);
  connect(plotBar_, &PlotBar::markPressed, this, &HumPage::mark);
  connect(plotBar_, &PlotBar::clearMarksPressed, this, &HumPage::clearMarks);
}

bool HumPage::mark(OverlaySlot slot) {
  const measure::SpectrumFrame& frame = plot_->frame();
  if (frame.average.empty() || frame.lostFrames > 0) {
    isNoticeOfFailure_ = true;
    notice_->show(frame.average.empty()
                      ? tr("There is no spectrum to mark yet. Press Start first.")
                      : tr("Samples were lost just now, so this spectrum proves nothing. Mark it "
                           "again in a few seconds."),
                  tr("Dismiss"));
    return false;
  }
  const QString time = QTime::currentTime().toString(QStringLiteral("HH:mm"));
  const QString name = slot == OverlaySlot::a ? tr("%1, before") : tr("%1, after");
  plot_->setOverlay(slot, SpectrumOverlay{frame, name.arg(time)});
  if (slot == OverlaySlot::a) {
    difference_->fit();
    hunt_->mark();
  }
  plotBar_->setMarked(true);
  Q_EMIT marksChanged();
  return true;
}

bool HumPage::isMarked(OverlaySlot slot) const {
  return plot_->overlays()[slot].has_value();
}

bool HumPage::isMarked() const {
  return std::any_of(kOverlaySlots.begin(), kOverlaySlots.end(),
                     [this](OverlaySlot slot) { return isMarked(slot); });
}

void HumPage::clearMarks() {
  for (const OverlaySlot slot : kOverlaySlots) plot_->setOverlay(slot, std::nullopt);
  plotBar_->setMarked(false);
  plotBar_->setDifferenceShown(false);
  Q_EMIT marksChanged();
}

}  // namespace linecheck::ui
