// The hunt on the page: the column at the right, the banner and the chain strip.
#include "diagnosis/audibility.h"
#include "document/chain_document.h"
#include "hum/hunt_pane.h"
#include "pages/hum_page.h"
#include "pages/way_strip.h"
#include "plots/spectrum_plot.h"
#include "text/sentence_text.h"
#include "text/verdict_text.h"
#include "widgets/figures_panel.h"
#include "widgets/notice_line.h"
#include "widgets/plot_bar.h"
#include "widgets/verdict_banner.h"

namespace linecheck::ui {

QWidget* HumPage::buildHunt(ChainDocument& document, const Clock& clock) {
  const auto picture = [this]() -> HuntPane::Picture {
    const measure::SpectrumFrame& frame = plot_->frame();
    if (frame.average.empty() || frame.lostFrames > 0) return nullptr;
    return std::make_shared<const measure::SpectrumFrame>(frame);
  };
  hunt_ = new HuntPane(theme_, session_, clock, document, picture);
  figures_->setMinimumWidth(0);
  figures_->setMaximumWidth(QWIDGETSIZE_MAX);
  hunt_->addSheet(tr("Results"), figures_);
  return hunt_;
}

void HumPage::connectHunt() {
  connect(hunt_, &HuntPane::bannerChanged, this, [this] { showHeard(heard_); });
  connect(banner_, &VerdictBanner::deedPressed, hunt_, &HuntPane::nextStep);
  connect(hunt_, &HuntPane::suspicionChanged, strip_, &WayStrip::light);
  connect(hunt_, &HuntPane::picturesWanted, this, &HumPage::showPictures);
  connect(hunt_, &HuntPane::failed, this, [this](const QString& message) {
    isNoticeOfFailure_ = true;
    notice_->show(message, tr("Dismiss"));
  });
}

// What is heard, unless the hunt has something to say.
void HumPage::showHeard(const BannerState& state) {
  heard_ = state;
  BannerState shown = hunt_->banner().value_or(state);
  // While a hunt goes on, its step is the next one, and not what the verdict alone would try.
  if (const QString step = hunt_->stepSentence(); !step.isEmpty() && !hunt_->isReplaying()) {
    shown.detail = step;
  }
  banner_->show(shown);
  banner_->setDeed(hunt_->nextDeed());
}

void HumPage::showPictures(const HuntPane::Picture& before, const HuntPane::Picture& after) {
  const auto keep = [this](OverlaySlot slot, const HuntPane::Picture& picture,
                           const QString& name) {
    plot_->setOverlay(slot,
                      picture ? std::optional(SpectrumOverlay{*picture, name}) : std::nullopt);
  };
  // What was heard first has nothing before it.
  keep(OverlaySlot::a, before ? before : after,
       before ? tr("before the step") : tr("when the hunt began"));
  keep(OverlaySlot::b, before ? after : nullptr, tr("after the step"));
  plotBar_->setMarked(before || after);
  Q_EMIT marksChanged();
}

// Whether it can be heard, where a desk is drawn and something is wrong.
QString HumPage::audibilityText(const diagnosis::Diagnosis& diagnosis) const {
  if (document_.chain().devices.empty() || !diagnosis.evidence.hum.present) return {};
  const auto at = diagnosis::usualListeningPoint(document_.desk());
  if (!at) return {};
  std::optional<diagnosis::InputScale> scale;
  if (const auto calibration = calibrations_.calibration()) {
    scale = diagnosis::InputScale{*calibration, std::nullopt};
  }
  const auto heard = diagnosis::audibilityOf(diagnosis.evidence, document_.desk(), *at, scale);
  return heard.isAudible ? translated(heard.sentence) : QString();
}

}  // namespace linecheck::ui
