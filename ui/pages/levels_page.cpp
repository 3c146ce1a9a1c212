#include "pages/levels_page.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "chain/listeners.h"
#include "document/chain_document.h"
#include "levels/figure_table.h"
#include "levels/measurement_list.h"
#include "levels/parameter_form.h"
#include "levels/path_details.h"
#include "levels/run_panel.h"
#include "levels/trace_panel.h"
#include "measure/listeners.h"
#include "text/levels_text.h"
#include "widgets/notice_line.h"
#include "widgets/verdict_banner.h"

namespace linecheck::ui {
namespace {

constexpr int kListWidth = 252;

RunState stateOf(const measure::ProcedureResult& result) {
  const auto* path = result.path();
  if (path != nullptr && !path->isUsable()) return RunState::pathFault;
  return result.reading.isComplete ? RunState::done : RunState::partial;
}

const chain::Device* interfaceOf(const chain::Desk& desk) {
  for (const chain::Device& device : desk.chain().devices) {
    const auto* profile = desk.profile(device.id);
    if (profile != nullptr && profile->kind == profiles::Kind::audioInterface) return &device;
  }
  return nullptr;
}

// Headphones that the interface plays to, as the desk is wired.
QString wornAt(const chain::Desk& desk) {
  const auto* device = interfaceOf(desk);
  if (device == nullptr) return {};
  QStringList names;
  for (const chain::Listener& listener : chain::listenersOf(desk, device->id).all) {
    const auto* profile = listener.isWorn ? desk.profile(listener.device) : nullptr;
    if (profile != nullptr) names << QString::fromStdString(profile->model);
  }
  names.removeDuplicates();
  return names.join(QStringLiteral(", "));
}

}  // namespace

LevelsPage::LevelsPage(const Theme& theme, Session& session, const ChainDocument& document,
                       const CalibrationKeeper& calibrations, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      session_(session),
      document_(document),
      calibrations_(calibrations),
      run_(new MeasurementRun(session, this)),
      banner_(new VerdictBanner(theme)),
      notice_(new NoticeLine(theme)),
      list_(new MeasurementList(theme)),
      panel_(new RunPanel(theme, *run_)),
      path_(new PathDetails(theme)),
      traces_(new TracePanel(theme, history_)),
      figures_(new FigureTable) {
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
  auto* right = new QVBoxLayout;
  right->setSpacing(0);
  right->addWidget(notice_);
  right->addWidget(panel_);
  right->addWidget(path_);
  right->addWidget(split, 1);
  auto* listBox = new QWidget;
  listBox->setFixedWidth(kListWidth);
  auto* listColumn = new QVBoxLayout(listBox);
  listColumn->setContentsMargins(space::kTight, space::kTight, space::kHair, space::kTight);
  listColumn->addWidget(list_);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(0);
  columns->addWidget(listBox);
  columns->addLayout(right, 1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(banner_);
  rows->addLayout(columns, 1);
}

void LevelsPage::connectParts() {
  connect(list_, &MeasurementList::chosen, this, &LevelsPage::onChosen);
  connect(list_, &MeasurementList::runWanted, panel_, &RunPanel::press);
  connect(panel_, &RunPanel::runPressed, this, &LevelsPage::run);
  connect(panel_, &RunPanel::goOnPressed, run_, &MeasurementRun::goOn);
  connect(panel_, &RunPanel::agreePressed, this, [this] {
    loud_ = measure::LoudTone::confirmed;
    run_->agree();
  });
  connect(panel_, &RunPanel::stopPressed, this, [this] {
    if (run_->state() == MeasurementRun::State::asksConsent) {
      decline();
    } else {
      stop();
    }
  });
  connect(run_, &MeasurementRun::stateChanged, this, &LevelsPage::onState);
  connect(run_, &MeasurementRun::partRead, this, &LevelsPage::onPart);
  connect(run_, &MeasurementRun::finished, this, &LevelsPage::onFinished);
  connect(run_, &MeasurementRun::failed, this, &LevelsPage::onFailed);
  connect(&session_, &Session::everythingStopped, this, &LevelsPage::stop);
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

// The check-up shows what it measures or measured last.
const measure::Procedure* LevelsPage::shown() const {
  return list_->current() != nullptr ? list_->current() : last_;
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

void LevelsPage::run() {
  if (!run_->isIdle()) return;
  notice_->show({});
  if (asksToUnplug()) return;
  loud_ = measure::LoudTone::refused;
  isLoudLeftOut_ = false;
  leftOut_ = 0;
  isCheckup_ = list_->current() == nullptr;
  if (isCheckup_) {
    queue_.clear();
    for (const auto* procedure : measure::procedures()) {
      if (measure::isPartOfCheckup(*procedure)) queue_.push_back(procedure);
    }
    queued_ = queue_.size();
    return runNext();
  }
  const measure::Procedure& procedure = *list_->current();
  const measure::Values values = panel_->form().values();
  if (auto checked = measure::checkValues(procedure.parameters(), values); !checked) {
    tell(QString::fromStdString(checked.error().message()));
    panel_->form().focusFault();
    return;
  }
  panel_->setPlace({});
  begin(procedure, values);
}

bool LevelsPage::asksToUnplug() {
  isAskingToUnplug_ = false;
  if (isNobodyListening_) return false;
  const auto worn = wornAt(document_.desk());
  const auto stream = session_.stream();
  const bool isJack = !measure::checkListeners(stream) &&
                      measure::checkListeners(stream, measure::HeadphoneJack::hasCable);
  if (worn.isEmpty() && !isJack) return false;
  isAskingToUnplug_ = true;
  notice_->show(
      worn.isEmpty()
          ? tr("The output is called one for headphones. Unplug them, and plug the "
               "measuring cable in.")
          : tr("What is played reaches %1. Take them off and unplug them first.").arg(worn),
      tr("They are unplugged"));
  return true;
}

void LevelsPage::lookAtDesk() {
  const auto* device = interfaceOf(document_.desk());
  const auto* profile = device ? document_.desk().profile(device->id) : nullptr;
  panel_->setInterface(profile ? harnessDevice(*profile) : HarnessDevice{});
  refresh();
}

measure::GateOptions LevelsPage::gate() const {
  measure::GateOptions options;
  const auto stream = session_.stream();
  const auto controls = calibrations_.told(stream.input, stream.output);
  if (const auto* saved = measure::findLoopGain(calibrations_.calibrations(), stream, controls)) {
    options.expectedGain = saved->gain;
  }
  return options;
}

void LevelsPage::begin(const measure::Procedure& procedure, const measure::Values& values) {
  part_.reset();
  errors_.erase(&procedure);
  run_->begin(procedure, values, loud_,
              isNobodyListening_ ? measure::HeadphoneJack::hasCable
                                 : measure::HeadphoneJack::mayHaveHeadphones,
              gate());
}

void LevelsPage::runNext() {
  const measure::Procedure* next = queue_.front();
  queue_.pop_front();
  last_ = next;
  panel_->setPlace(tr("%1 of %2").arg(queued_ - queue_.size()).arg(queued_));
  begin(*next, measure::Values(next->parameters()));
}

// In a check-up what is not loud goes on.
void LevelsPage::decline() {
  isLoudLeftOut_ = true;
  run_->stop();
}

void LevelsPage::stop() {
  queue_.clear();
  run_->stop();
}

void LevelsPage::onState() {
  const auto* procedure = run_->procedure();
  if (!run_->isIdle()) list_->setState(procedure, RunState::running);
  if (isCheckup_ && !run_->isIdle()) list_->setState(nullptr, RunState::running);
  if (run_->state() == MeasurementRun::State::asksConsent && isCheckup_ && isLoudLeftOut_) {
    // Asked once, answered for all; but not while the run is still telling of its state.
    QTimer::singleShot(0, run_, &MeasurementRun::stop);
    return;
  }
  refresh();
}

void LevelsPage::onPart(const ResultPtr& result) {
  part_ = result;
  if (shown() == run_->procedure()) showResults();
}

void LevelsPage::onFinished(const ResultPtr& result) {
  part_.reset();
  const PastRun& run = history_.add(result);
  const RunState state = stateOf(*result);
  list_->setState(result->procedure, state, run.at);
  // What is wrong with the path would be wrong in all that follows.
  if (state == RunState::pathFault) queue_.clear();
  if (!queue_.empty()) return runNext();
  if (isCheckup_) list_->setState(nullptr, state, run.at);
  isCheckup_ = false;
  refresh();
  Q_EMIT idle();
}

void LevelsPage::onFailed(const Error& error) {
  const auto* procedure = run_->procedure();
  errors_.insert_or_assign(procedure, error);
  const PastRun* before = history_.newest(procedure->id());
  const bool isDeclined = error.code == ErrorCode::cancelled;
  if (isDeclined && before == nullptr) {
    list_->setState(procedure, RunState::notRun);
  } else if (isDeclined) {
    list_->setState(procedure, stateOf(*before->result), before->at);
  } else {
    list_->setState(procedure, RunState::failed);
  }
  if (isCheckup_) ++leftOut_;
  const bool isDevice = error.code == ErrorCode::audioDevice || error.code == ErrorCode::notFound;
  if (isDevice) queue_.clear();
  if (!queue_.empty()) return runNext();
  if (isCheckup_) list_->setState(nullptr, isDevice ? RunState::failed : RunState::partial);
  isCheckup_ = false;
  refresh();
  Q_EMIT idle();
}

void LevelsPage::onJudged() {
  const PastRun* run = shownRun();
  if (run == nullptr || !run_->isIdle()) return;
  const auto isWithin = traces_->isWithinLimits();
  const RunState state = !isWithin   ? stateOf(*run->result)
                         : *isWithin ? RunState::pass
                                     : RunState::fail;
  list_->setState(shown(), state, run->at);
}

void LevelsPage::onChosen() {
  if (run_->isIdle()) panel_->show(list_->current());
  refresh();
}

void LevelsPage::lookBeside() {
  const PastRun* run = shownRun();
  beside_ = run ? runBeside(*run->result, document_.desk(), calibrations_) : RunBeside{};
}

void LevelsPage::refresh() {
  using State = MeasurementRun::State;
  lookBeside();
  switch (run_->state()) {
    case State::asksConsent:
      banner_->show(consentBanner(run_->loudest()));
      break;
    case State::awaitsCables:
      banner_->show(
          cablesBanner(run_->step(), run_->steps().size(), run_->steps()[run_->step()].harness));
      break;
    case State::preparing:
    case State::playing:
    case State::reading:
      banner_->show(runningBanner(*run_->procedure()));
      break;
    case State::idle: {
      panel_->show(list_->current());
      const auto error = errors_.find(shown());
      if (shown() == nullptr) {
        banner_->show(checkupBanner());
      } else if (error != errors_.end()) {
        banner_->show(measureFailedBanner(error->second));
      } else if (const PastRun* run = shownRun()) {
        banner_->show(resultBanner(*run->result, beside_.findings));
      } else {
        banner_->show(notRunBanner(*shown()));
      }
      break;
    }
  }
  showResults();
  Q_EMIT statusChanged();
}

void LevelsPage::showResults() {
  const measure::Procedure* procedure = shown();
  const PastRun* run = shownRun();
  const bool isRunning = !run_->isIdle() && procedure == run_->procedure();
  const std::string kind(procedure ? procedure->id() : std::string_view());
  if (isRunning) {
    const measure::Reading reading = part_ ? part_->reading : measure::Reading{};
    path_->show(part_ ? part_->path() : nullptr);
    traces_->show(kind, reading);
    figures_->show(reading);
  } else {
    std::vector<RunNote> notes = beside_.findings;
    notes.insert(notes.end(), beside_.unfit.begin(), beside_.unfit.end());
    path_->show(run ? run->result->path() : nullptr, std::move(notes));
    traces_->show(kind, run ? run->reading : measure::Reading{}, run ? run->number : 0);
    figures_->show(run ? run->reading : measure::Reading{}, beside_.expected, beside_.inDbu);
  }
  // Whoever has no curve leaves the room to the figures, and the other way round.
  const bool hasFigures = figures_->figures().rowCount() > 0;
  traces_->setVisible(traces_->hasCurves() || !hasFigures);
  figures_->parentWidget()->setVisible(hasFigures);
}

QString LevelsPage::status() const {
  const auto& choices = session_.choices();
  const QString input = QString::fromStdString(choices.input.name);
  if (input.isEmpty()) return tr("No input is chosen");
  const QString output =
      choices.output ? QString::fromStdString(choices.output->name) : tr("no output");
  const QString leftOut =
      leftOut_ > 0 ? QStringLiteral(" · ") + tr("%1 left out").arg(leftOut_) : QString();
  return tr("Plays to %1 · Records from %2 · %3 kHz")
             .arg(output, input)
             .arg(choices.sampleRate / 1000.0) +
         leftOut;
}

}  // namespace linecheck::ui
