#include "pages/hum_page.h"

#include <QAction>
#include <QActionGroup>
#include <QFileDialog>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>
#include <cmath>

#include "document/chain_document.h"
#include "pages/session_bar.h"
#include "pages/way_strip.h"
#include "plots/spectrum_plot.h"
#include "plots/waterfall_plot.h"
#include "text/figures_text.h"
#include "text/spectrum_text.h"
#include "text/verdict_text.h"
#include "widgets/figures_panel.h"
#include "widgets/notice_line.h"
#include "widgets/plot_bar.h"
#include "widgets/verdict_banner.h"

namespace linecheck::ui {
namespace {

constexpr int kHuntWidth = 320;
constexpr int kRoomForChain = 600;  // A lower page needs all of it for the plots.

MainsMarks marksOf(const dsp::HumEstimate& hum) {
  MainsMarks mains;
  if (!hum.present) return mains;
  for (const dsp::HumHarmonic& harmonic : hum.harmonics) {
    mains.marks.push_back({harmonic.order, harmonic.frequency, harmonic.detected});
  }
  return mains;
}

// What was found is not, or hardly, on the channel that is seen.
bool isElsewhere(const diagnosis::Diagnosis& diagnosis, std::size_t shown) {
  constexpr double kHardly = 20.0;  // dB
  const auto* balance = diagnosis.evidence.find(diagnosis::Trait::channelBalance);
  return diagnosis::isFault(diagnosis.main().cause) && shown != diagnosis.evidence.channel &&
         balance != nullptr && std::abs(balance->value) > kHardly;
}

}  // namespace

HumPage::HumPage(Theme& theme, Session& session, const Clock& clock, ChainDocument& document,
                 const ChainView& chain, const std::filesystem::path& calibrations, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      session_(session),
      document_(document),
      calibrations_(calibrations) {
  build(document, chain, clock);
  buildMenus();
  connectSession();
  connectPlot();
  connectPanes();
  connectHunt();
  connect(&calibrations_, &CalibrationKeeper::changed, this, &HumPage::applyCalibration);
  onChoices();
  onRunning(session_.isRunning());
  showHeard(searchingBanner());
  setFocusProxy(plot_);
}

void HumPage::build(ChainDocument& document, const ChainView& chain, const Clock& clock) {
  deviceBar_ =
      new SessionBar(theme_, session_, calibrations_, document, SessionBar::Use::listening);
  notice_ = new NoticeLine(theme_);
  banner_ = new VerdictBanner(theme_);
  plotBar_ = new PlotBar;
  figures_ = new FiguresPanel(theme_);

  auto* spectrum = new QVBoxLayout;
  spectrum->setSpacing(0);
  spectrum->addWidget(plotBar_);
  spectrum->addWidget(buildPanes(clock), 1);
  auto* left = new QWidget;
  left->setLayout(spectrum);
  spectrum->setContentsMargins(0, 0, 0, 0);
  auto* main = new QSplitter(Qt::Horizontal);
  main->setChildrenCollapsible(false);
  main->setHandleWidth(1);
  main->setAccessibleName(tr("Spectrum and hunt"));
  main->addWidget(left);
  main->addWidget(buildHunt(document, clock));
  main->setStretchFactor(0, 1);
  main->setStretchFactor(1, 0);
  main->setSizes({1000, kHuntWidth});

  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(deviceBar_);
  rows->addWidget(notice_);
  strip_ = new WayStrip(theme_, document, chain);
  strip_->setRoomy(false);
  rows->addWidget(strip_);
  rows->addWidget(banner_);
  rows->addWidget(main, 1);
}

void HumPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  strip_->setRoomy(height() >= kRoomForChain);
}

void HumPage::connectSession() {
  connect(&session_, &Session::choicesChanged, this, &HumPage::onChoices);
  connect(&session_, &Session::runningChanged, this, &HumPage::onRunning);
  connect(&session_, &Session::frameArrived, this, &HumPage::onFrame);
  connect(&session_, &Session::analysed, this, &HumPage::onAnalysis);
  connect(&session_, &Session::diagnosed, this, &HumPage::onDiagnosis);
  connect(&session_, &Session::interrupted, this, &HumPage::onInterrupted);
  connect(&session_, &Session::inputLifeChanged, this, &HumPage::onInputLife);
  connect(&session_, &Session::failed, this, &HumPage::onFailed);
  connect(notice_, &NoticeLine::deedPressed, this, [this] {
    if (session_.isStandIn() && !isNoticeOfFailure_) session_.lookForInterfaces();
    showNotice();
  });
}

void HumPage::connectPlot() {
  connect(plotBar_, &PlotBar::settingsChanged, this, [this] {
    session_.setSpectrum(plotBar_->settings());
    placeCalibration();
    showAnalysis();  // It may be of another channel now.
  });
  connect(plotBar_, &PlotBar::unitChanged, this, &HumPage::applyUnit);
  connect(plotBar_, &PlotBar::freezeToggled, plot_, &SpectrumPlot::setFrozen);
  connect(plotBar_, &PlotBar::lockToggled, plot_, &SpectrumPlot::setRangeLocked);
  connect(plotBar_, &PlotBar::showAllPressed, plot_, &SpectrumPlot::resetView);
  connect(plot_, &SpectrumPlot::rangeLockedChanged, plotBar_, &PlotBar::setRangeLocked);
  session_.setSpectrum(plotBar_->settings());
}

void HumPage::setCurrent(bool isCurrent) {
  isCurrent_ = isCurrent;
  enableActions();
}

void HumPage::enableActions() {
  for (QAction* action : keyed_) action->setEnabled(isCurrent_);
  plotBar_->setMarked(isCurrent_ && isMarked());
  tone_->setEnabled(isCurrent_ && session_.isRunning() && session_.choices().output);
}

void HumPage::onChoices() {
  plotBar_->setChannels(session_.channels());
  placeCalibration();
  studioMenu_->menuAction()->setVisible(session_.faults() != nullptr);
  showFaults();
  showNotice();
  if (!session_.isRunning() && heard_ == searchingBanner()) {
    showHeard(stoppedBanner());
  }
}

void HumPage::showNotice() {
  isNoticeOfFailure_ = false;
  if (session_.isStandIn()) {
    notice_->show(tr("No audio interface was found, so this is the simulated studio. Its faults "
                     "are in the Studio menu."),
                  tr("Look again"));
  } else {
    notice_->show({});
  }
}

// While it runs, the banner belongs to the verdict.
void HumPage::onFailed(const Error& error) {
  if (session_.isRunning()) {
    isNoticeOfFailure_ = true;
    notice_->show(QString::fromStdString(error.message()), tr("Dismiss"));
  } else {
    showHeard(failedBanner(error));
  }
}

void HumPage::onRunning(bool running) {
  enableActions();
  tone_->setChecked(false);
  if (running) {
    plotBar_->setFrozen(false);
    plot_->clear();
    waterfall_->clear();
    analysis_.reset();
    level_.reset();
    inputLife_ = audio::InputLife::unknown;
    hunt_->forget();
    hunt_->setListening(true);
    showHeard(listeningBanner());
  } else {
    hunt_->setListening(false);
    showHeard(heard_ == listeningBanner() ? stoppedBanner() : heard_);
  }
  showFigures();
}

void HumPage::onFrame(const measure::SpectrumFrame& frame) {
  hunt_->pushLevel(frame.rms);
  plot_->showFrame(frame);
  level_ = LiveLevel{frame.rms, frame.peak};
  status_ = statusText(frame.fftLength, frame.window, frame.averages, frame.lostFrames);
  Q_EMIT statusChanged();
  showFigures();
}

void HumPage::onAnalysis(const measure::LiveAnalysis& analysis) {
  const bool isDead =
      inputLife_ == audio::InputLife::silent || inputLife_ == audio::InputLife::dead;
  if (isDead || analysis.channels.empty()) return;
  analysis_ = analysis;
  showAnalysis();
}

void HumPage::onDiagnosis(const diagnosis::Diagnosis& diagnosis,
                          const measure::LiveAnalysis& analysis) {
  if (!analysis_) return;  // The capture was broken meanwhile.
  const diagnosis::Verdict verdict = diagnosis::verdictOf(diagnosis);
  const auto shown = static_cast<std::size_t>(plotBar_->settings().channel);
  BannerState banner = bannerOf(verdict, isElsewhere(diagnosis, shown)
                                             ? std::optional(static_cast<int>(verdict.channel) + 1)
                                             : std::nullopt);
  if (const QString heard = audibilityText(diagnosis); !heard.isEmpty()) {
    banner.detail = heard + u' ' + banner.detail;
  }
  showHeard(banner);
  hunt_->take({diagnosis, analysis.duration, analysis.anew, analysis.samples, analysis.rate});
  Q_EMIT verdictShown(verdict);
}

// Marks and figures are those of the channel that is seen.
const measure::ChannelAnalysis* HumPage::shownChannel() const {
  const auto channel = static_cast<std::size_t>(plotBar_->settings().channel);
  return analysis_ && channel < analysis_->channels.size() ? &analysis_->channels[channel]
                                                           : nullptr;
}

void HumPage::showAnalysis() {
  if (const auto* shown = shownChannel()) plot_->showMains(marksOf(shown->hum));
  showFigures();
}

void HumPage::onInterrupted(qint64 lostFrames) {
  analysis_.reset();
  hunt_->forget();
  showHeard(interruptedBanner(lostFrames));
  showFigures();
}

void HumPage::onInputLife(audio::InputLife life) {
  const bool wasAlive = inputLife_ == audio::InputLife::live;
  inputLife_ = life;
  if (life == audio::InputLife::silent || life == audio::InputLife::dead) {
    analysis_.reset();
    hunt_->forget();
    showHeard(deadInputBanner(wasAlive));
  } else if (life == audio::InputLife::live && !analysis_) {
    showHeard(listeningBanner());
  }
  showFigures();
}

void HumPage::openRecording() {
  auto* dialog = new QFileDialog(this, tr("Open recording"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters(
      {tr("Recordings (*.wav *.flac *.aif *.aiff *.caf *.w64 *.rf64)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, &session_, &Session::openRecording);
  dialog->open();
}

// Levels are read at the input, on the channel that is seen.
void HumPage::placeCalibration() {
  const DeviceChoices& choices = session_.choices();
  measure::CalibrationPlace place;
  place.device = choices.input;
  place.direction = audio::Direction::input;
  place.channel = plotBar_->settings().channel + 1;
  place.sampleRate = choices.sampleRate;
  calibrations_.setPlace(place);
}

void HumPage::applyCalibration() {
  const bool isUsed = calibrations_.calibration().has_value();
  plotBar_->setCalibrated(isUsed);
  for (QAction* action : unitActions_->actions()) {
    const auto unit = static_cast<LevelUnit>(action->data().toInt());
    action->setEnabled(isUsed || unit == LevelUnit::dbfs);
  }
  applyUnit();
}

void HumPage::applyUnit() {
  plot_->setLevelScale({plotBar_->unit(), calibrations_.calibration()});
  hunt_->setLevelScale({plotBar_->unit(), calibrations_.calibration()});
  for (QAction* action : unitActions_->actions()) {
    action->setChecked(action->data().toInt() == static_cast<int>(plotBar_->unit()));
  }
  showFigures();
}

void HumPage::showFigures() {
  figures_->show(
      resultFigures(level_, shownChannel(), {plotBar_->unit(), calibrations_.calibration()}));
}

}  // namespace linecheck::ui
