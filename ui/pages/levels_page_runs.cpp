// How a measurement, or the check-up, gets from the button to its result.
#include <QTimer>

#include "document/chain_document.h"
#include "levels/desk_interface.h"
#include "levels/measurement_list.h"
#include "levels/parameter_form.h"
#include "levels/run_panel.h"
#include "measure/listeners.h"
#include "pages/levels_page.h"
#include "widgets/notice_line.h"

namespace linecheck::ui {

void LevelsPage::run(LoudOnes loud) {
  if (isBusy()) return;
  loud_ = loud;
  const auto giveUp = [this] {
    if (loud_ != LoudOnes::ask) QTimer::singleShot(0, this, &LevelsPage::idle);
  };
  notice_->show({});
  if (asksToUnplug()) return giveUp();
  if (list_->current() == nullptr) return checkup_->begin(session_.stream(), gate(), loud);
  const measure::Procedure& procedure = *list_->current();
  const measure::Values values = panel_->form().values();
  if (auto checked = measure::checkValues(procedure.parameters(), values); !checked) {
    tell(QString::fromStdString(checked.error().message()));
    panel_->form().focusFault();
    return giveUp();
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
  const bool isAgreed = checkup_->isIdle() ? loud_ == LoudOnes::include : checkup_->isWithLoud();
  run_->begin(procedure, values,
              isAgreed ? measure::LoudTone::confirmed : measure::LoudTone::refused,
              isNobodyListening_ ? measure::HeadphoneJack::hasCable
                                 : measure::HeadphoneJack::mayHaveHeadphones,
              gate());
}

void LevelsPage::runNext() {
  const measure::Procedure* next = checkup_->next();
  if (next == nullptr) return endRun();
  panel_->setPlace(checkup_->place());
  begin(*next, measure::Values(next->parameters()));
}

void LevelsPage::answer(bool isYes) {
  if (checkup_->state() == Checkup::State::asks) {
    checkup_->answer(isYes);
  } else if (isYes) {
    run_->agree();
  } else {
    stop();
  }
}

void LevelsPage::stop() {
  const bool wasBeforeItBegan = !checkup_->isIdle() && run_->isIdle();
  checkup_->stop();
  run_->stop();
  if (wasBeforeItBegan) endRun();
}

void LevelsPage::onState() {
  using State = MeasurementRun::State;
  const State state = run_->state();
  if (state != State::idle) {
    const bool waits = state == State::asksConsent || state == State::awaitsCables;
    const RunState shown = waits ? RunState::waiting : RunState::running;
    list_->setState(run_->procedure(), shown);
    if (!checkup_->isIdle()) list_->setState(nullptr, shown);
  }
  // Nobody is there to be asked. Not while the run is still telling of its state.
  const bool isUnattended = loud_ != LoudOnes::ask || !checkup_->isIdle();
  if (isUnattended && state == State::asksConsent) {
    QTimer::singleShot(0, run_, &MeasurementRun::stop);
  } else if (isUnattended && state == State::awaitsCables) {
    // The studio changes its own.
    QTimer::singleShot(0, run_, session_.studio() ? &MeasurementRun::goOn : &MeasurementRun::stop);
  }
  refresh();
}

void LevelsPage::onCheckup() {
  switch (checkup_->state()) {
    case Checkup::State::planning:
    case Checkup::State::running:
      list_->setState(nullptr, RunState::running);
      break;
    case Checkup::State::asks:
      list_->setState(nullptr, RunState::waiting);
      break;
    case Checkup::State::idle:
      break;  // endRun() follows.
  }
  if (checkup_->state() == Checkup::State::asks) {
    panel_->ask(RunPanel::Question{tr("Include them"), tr("Without them"),
                                   tr("Nothing plays until you say so. Esc: not at all.")});
  } else {
    panel_->ask({});
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
  const auto findings = runBeside(*result, document_.desk(), calibrations_).findings;
  const RunState state = endState(*result, findings);
  list_->setState(result->procedure, state, run.at);
  if (checkup_->isIdle()) return endRun();
  checkup_->setOutcome(state, run.number, findings.empty() ? QString() : findings.front().text);
  // What is wrong with the path would be wrong in all that follows.
  if (state == RunState::pathFault) checkup_->giveUp();
  runNext();
}

void LevelsPage::onFailed(const Error& error) {
  const auto* procedure = run_->procedure();
  errors_.insert_or_assign(procedure, error);
  const PastRun* before = history_.newest(procedure->id());
  const bool isDeclined = error.code == ErrorCode::cancelled;
  const RunState state = isDeclined ? RunState::notRun : RunState::failed;
  if (isDeclined && before != nullptr) {
    list_->setState(procedure, endState(*before->result), before->at);
  } else {
    list_->setState(procedure, state);
  }
  if (checkup_->isIdle()) return endRun();
  checkup_->setOutcome(state, 0, isDeclined ? QString() : QString::fromStdString(error.message()));
  if (error.code == ErrorCode::audioDevice || error.code == ErrorCode::notFound) {
    checkup_->giveUp();
  }
  runNext();
}

// All that was asked for is over.
void LevelsPage::endRun() {
  if (list_->state(nullptr) == RunState::running || list_->state(nullptr) == RunState::waiting) {
    const bool hasBegun = !checkup_->entries().empty();
    list_->setState(nullptr, hasBegun ? checkupState(*checkup_) : RunState::notRun,
                    hasBegun ? std::optional(std::chrono::floor<std::chrono::seconds>(
                                   std::chrono::system_clock::now()))
                             : std::nullopt);
  }
  refresh();
  Q_EMIT idle();
}

}  // namespace linecheck::ui
