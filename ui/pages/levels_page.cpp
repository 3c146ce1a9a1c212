#include "pages/levels_page.h"

#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

#include "document/chain_document.h"
#include "levels/checkup_table.h"
#include "levels/desk_interface.h"
#include "levels/figure_table.h"
#include "levels/measurement_list.h"
#include "levels/path_details.h"
#include "levels/run_panel.h"
#include "levels/trace_panel.h"
#include "pages/session_bar.h"
#include "widgets/notice_line.h"
#include "widgets/verdict_banner.h"

namespace linecheck::ui {
namespace {

constexpr int kListWidth = 252;
constexpr int kLow = 640;  // A page that is lower has no room for everything.

// Of common-mode rejection the cables of the picture reach the first input only.
measure::Reading pluggedOnly(measure::Reading reading, std::string_view kind) {
  if (kind != "common-mode") return reading;
  const auto isOther = [](const auto& one) { return one.channel.value_or(0) > 0; };
  std::erase_if(reading.figures, isOther);
  std::erase_if(reading.traces, isOther);
  std::erase_if(reading.statements, isOther);
  return reading;
}

}  // namespace

LevelsPage::LevelsPage(const Theme& theme, Session& session, const ChainDocument& document,
                       CalibrationKeeper& calibrations, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      session_(session),
      document_(document),
      calibrations_(calibrations),
      run_(new MeasurementRun(session, this)),
      checkup_(new Checkup(this)),
      banner_(new VerdictBanner(theme)),
      notice_(new NoticeLine(theme)),
      list_(new MeasurementList(theme)),
      panel_(new RunPanel(theme, *run_)),
      path_(new PathDetails(theme)),
      traces_(new TracePanel(theme, history_)),
      figures_(new FigureTable),
      summary_(new CheckupTable(theme)) {
  setAccessibleName(tr("Levels"));
  buildActions();
  layOut();
  connectParts();
  setFocusProxy(list_);
  lookAtDesk();
  onChosen();
}

void LevelsPage::layOut() {
  auto* split = new QSplitter(Qt::Vertical);
  curvesAndFigures_ = split;
  split->setChildrenCollapsible(false);
  split->setAccessibleName(tr("Curves and figures"));
  split->addWidget(traces_);
  auto* figuresBox = new QWidget;
  auto* figuresColumn = new QVBoxLayout(figuresBox);
  figuresColumn->setContentsMargins(space::kSnug, 0, 0, 0);
  figuresColumn->addWidget(figures_);
  split->addWidget(figuresBox);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  split->setSizes({300, 200});
  auto* rightBox = new QWidget;
  auto* right = new QVBoxLayout(rightBox);
  right->setContentsMargins(0, 0, 0, 0);
  right->setSpacing(0);
  right->addWidget(notice_);
  right->addWidget(panel_);
  right->addWidget(path_);
  right->addWidget(split, 1);
  right->addWidget(summary_, 1);
  auto* listBox = new QWidget;
  listBox->setFixedWidth(kListWidth);
  auto* listColumn = new QVBoxLayout(listBox);
  listColumn->setContentsMargins(space::kTight, space::kTight, space::kHair, space::kTight);
  listColumn->addWidget(list_);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(0);
  columns->addWidget(listBox);
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(tr("Measurement"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->viewport()->setAutoFillBackground(false);
  scroll->setWidget(rightBox);
  rightBox->setAutoFillBackground(false);
  columns->addWidget(scroll, 1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(
      new SessionBar(theme_, session_, calibrations_, document_, SessionBar::Use::measuring));
  rows->addWidget(banner_);
  rows->addLayout(columns, 1);
}

void LevelsPage::connectParts() {
  connect(list_, &MeasurementList::chosen, this, &LevelsPage::onChosen);
  connect(list_, &MeasurementList::runWanted, panel_, &RunPanel::press);
  connect(panel_, &RunPanel::runPressed, this, [this] { run(); });
  connect(panel_, &RunPanel::goOnPressed, run_, &MeasurementRun::goOn);
  connect(panel_, &RunPanel::agreePressed, this, [this] { answer(true); });
  connect(panel_, &RunPanel::stopPressed, this, [this] { answer(false); });
  connect(checkup_, &Checkup::stateChanged, this, &LevelsPage::onCheckup);
  connect(checkup_, &Checkup::ready, this, &LevelsPage::runNext);
  connect(summary_, &CheckupTable::chosen, list_, &MeasurementList::choose);
  connect(run_, &MeasurementRun::stateChanged, this, &LevelsPage::onState);
  connect(run_, &MeasurementRun::partRead, this, &LevelsPage::onPart);
  connect(run_, &MeasurementRun::finished, this, &LevelsPage::onFinished);
  connect(run_, &MeasurementRun::failed, this, &LevelsPage::onFailed);
  connect(&session_, &Session::everythingStopped, this, &LevelsPage::stop);
  connect(&session_, &Session::mutedChanged, this, [this](bool isMuted) {
    if (isMuted) stop();
  });
  connect(&session_, &Session::choicesChanged, this, &LevelsPage::statusChanged);
  connect(traces_, &TracePanel::judged, this, &LevelsPage::onJudged);
  connect(notice_, &NoticeLine::deedPressed, this, [this] {
    notice_->show({});
    if (!std::exchange(isAskingToUnplug_, false)) return;
    isNobodyListening_ = true;
    run();
  });
  connect(&document_, &ChainDocument::changed, this, [this] {
    isNobodyListening_ = false;
    lookAtDesk();
  });
  connect(&calibrations_, &CalibrationKeeper::changed, this, &LevelsPage::refresh);
}

// The check-up shows what it measures.
const measure::Procedure* LevelsPage::shown() const {
  if (list_->current() != nullptr) return list_->current();
  return run_->isIdle() ? nullptr : run_->procedure();
}

const PastRun* LevelsPage::shownRun() const {
  return shown() != nullptr ? history_.newest(shown()->id()) : nullptr;
}

bool LevelsPage::choose(const QString& id) {
  const auto* procedure = measure::findProcedure(id.toStdString());
  if (procedure == nullptr && id != QStringLiteral("all")) return false;
  list_->choose(procedure);
  return true;
}

void LevelsPage::lookAtDesk() {
  const auto* profile = interfaceProfile(document_.desk());
  panel_->setInterface(profile ? harnessDevice(*profile) : HarnessDevice{});
  refresh();
}

void LevelsPage::onJudged() {
  const PastRun* run = shownRun();
  if (run == nullptr || !run_->isIdle()) return;
  const auto isWithin = traces_->isWithinLimits();
  const RunState state = !isWithin   ? endState(*run->result, beside_.findings)
                         : *isWithin ? RunState::pass
                                     : RunState::fail;
  list_->setState(shown(), state, run->at);
}

void LevelsPage::onChosen() {
  if (run_->isIdle()) panel_->show(list_->current());
  refresh();
}

BannerState LevelsPage::bannerState() const {
  using State = MeasurementRun::State;
  if (checkup_->state() == Checkup::State::asks) {
    return checkupConsentBanner(checkup_->loudCount(), checkup_->entries().size(),
                                checkup_->loudest());
  }
  switch (run_->state()) {
    case State::asksConsent:
      return consentBanner(run_->loudest());
    case State::awaitsCables:
      return cablesBanner(run_->step(), run_->steps().size(), run_->steps()[run_->step()].harness);
    case State::preparing:
    case State::playing:
    case State::reading:
      return runningBanner(*run_->procedure());
    case State::idle:
      break;
  }
  if (shown() == nullptr) {
    const bool isOver = checkup_->isIdle() && !checkup_->entries().empty();
    return isOver ? checkupBanner(*checkup_) : checkupBanner();
  }
  if (const auto error = errors_.find(shown()); error != errors_.end()) {
    return measureFailedBanner(error->second);
  }
  const PastRun* run = shownRun();
  return run ? resultBanner(*run->result, beside_.findings) : notRunBanner(*shown());
}

void LevelsPage::refresh() {
  const PastRun* run = shownRun();
  beside_ = run ? runBeside(*run->result, document_.desk(), calibrations_) : RunBeside{};
  if (run_->isIdle()) panel_->show(list_->current());
  banner_->show(bannerState());
  showResults();
  Q_EMIT statusChanged();
}

void LevelsPage::showResults() {
  const measure::Procedure* procedure = shown();
  const PastRun* run = shownRun();
  const bool isRunning = !run_->isIdle() && procedure == run_->procedure();
  const bool isSummary = procedure == nullptr && checkup_->isIdle() && !checkup_->entries().empty();
  const std::string kind(procedure ? procedure->id() : std::string_view());
  traces_->setNothingText(nothingText());
  if (isRunning) {
    const measure::Reading reading = part_ ? pluggedOnly(part_->reading, kind) : measure::Reading{};
    path_->show(part_ ? part_->path() : nullptr);
    traces_->show(kind, reading, 0, wholeAxis(kind, run_->values()));
    figures_->show(reading);
  } else {
    std::vector<RunNote> notes = beside_.findings;
    notes.insert(notes.end(), beside_.unfit.begin(), beside_.unfit.end());
    path_->show(run ? run->result->path() : nullptr, std::move(notes));
    const measure::Reading reading = run ? pluggedOnly(run->reading, kind) : measure::Reading{};
    traces_->show(kind, reading, run ? run->number : 0,
                  run ? wholeAxis(kind, run->result->values) : std::nullopt);
    figures_->show(reading, beside_.expected, beside_.inDbu);
  }
  if (isSummary) summary_->show(*checkup_, history_);
  summary_->setVisible(isSummary);
  curvesAndFigures_->setVisible(!isSummary);
  // Whoever has no curve leaves the room to the figures, and the other way round.
  const bool hasFigures = figures_->figures().rowCount() > 0;
  traces_->setVisible(traces_->hasCurves() || !hasFigures);
  figures_->parentWidget()->setVisible(hasFigures);
  fitPanel();
}

void LevelsPage::fitPanel() {
  using State = MeasurementRun::State;
  const bool isPlugging = run_->state() == State::awaitsCables;
  const bool hasResults = traces_->hasCurves() || figures_->figures().rowCount() > 0 ||
                          summary_->isVisibleTo(this) || run_->state() == State::playing;
  panel_->setCompact(height() < kLow && hasResults && !isPlugging);
}

void LevelsPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitPanel();
}

QString LevelsPage::nothingText() const {
  if (!run_->isIdle() && shown() == run_->procedure()) {
    return tr("Curves and figures appear here as they are measured.");
  }
  if (shown() == nullptr) return tr("What was found appears here once it has run.");
  if (errors_.contains(shown())) {
    return tr("There are no curves and figures: nothing was measured. Why stands above.");
  }
  const PastRun* run = shownRun();
  if (run == nullptr) return tr("Curves and figures appear here once it has run.");
  const auto* path = run->result->path();
  if (path != nullptr && !path->isUsable()) {
    return tr(
        "There are no curves and figures: they would be the path's, which is not sound. "
        "What to do stands above.");
  }
  return tr("There are no curves and figures: it was stopped before any was finished.");
}

QString LevelsPage::status() const {
  const auto& choices = session_.choices();
  const QString input = QString::fromStdString(choices.input.name);
  if (input.isEmpty()) return tr("No input is chosen");
  const QString output =
      choices.output ? QString::fromStdString(choices.output->name) : tr("no output");
  return tr("Plays to %1 · Records from %2 · %3 kHz")
      .arg(output, input)
      .arg(choices.sampleRate / 1000.0);
}

}  // namespace linecheck::ui
