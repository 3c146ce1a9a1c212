#include "levels/checkup.h"

#include <QMetaObject>
#include <QStringList>
#include <algorithm>

#include "measure/procedure_run.h"

namespace linecheck::ui {
namespace {

std::size_t countOf(const Checkup& checkup, std::initializer_list<RunState> states) {
  const auto& all = checkup.entries();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const Checkup::Entry& entry) {
        return std::find(states.begin(), states.end(), entry.state) != states.end();
      }));
}

QStringList namesOf(const Checkup& checkup, RunState state) {
  QStringList names;
  for (const Checkup::Entry& entry : checkup.entries()) {
    if (entry.state == state) names << measureWord(entry.procedure->name());
  }
  return names;
}

}  // namespace

void Checkup::set(State state) {
  state_ = state;
  Q_EMIT stateChanged();
}

Checkup::Plan Checkup::plan(const audio::StreamConfig& stream, const measure::GateOptions& gate) {
  Plan plan;
  for (const auto* procedure : measure::procedures()) {
    if (!measure::isPartOfCheckup(*procedure)) continue;
    const auto sequence =
        measure::sequenceOf(*procedure, 0, measure::Values(procedure->parameters()), stream, gate);
    // What cannot be composed says why when it is run.
    const bool isLoud = sequence && measure::isLoud(sequence->loudest());
    if (isLoud) plan.loudest = std::max(plan.loudest, sequence->loudest());
    plan.entries.push_back({procedure, isLoud, RunState::notRun, 0, {}});
  }
  std::stable_partition(plan.entries.begin(), plan.entries.end(),
                        [](const Entry& entry) { return !entry.isLoud; });
  return plan;
}

void Checkup::begin(const audio::StreamConfig& stream, const measure::GateOptions& gate,
                    LoudOnes loud) {
  if (!isIdle()) return;
  entries_.clear();
  at_ = 0;
  isWithLoud_ = false;
  isStopped_ = false;
  hasGivenUp_ = false;
  set(State::planning);
  planner_.post([this, stream, gate, loud, number = ++number_] {
    QMetaObject::invokeMethod(
        this,
        [this, loud, number, made = plan(stream, gate)]() mutable {
          if (number == number_ && state_ == State::planning) onPlanned(std::move(made), loud);
        },
        Qt::QueuedConnection);
  });
}

void Checkup::onPlanned(Plan plan, LoudOnes loud) {
  entries_ = std::move(plan.entries);
  loudest_ = plan.loudest;
  if (loud == LoudOnes::ask && loudCount() > 0) {
    set(State::asks);
    return;
  }
  state_ = State::asks;
  answer(loud == LoudOnes::include);
}

void Checkup::answer(bool isWithLoud) {
  if (state_ != State::asks) return;
  isWithLoud_ = isWithLoud;
  for (Entry& entry : entries_) {
    if (entry.isLoud && !isWithLoud) entry.state = RunState::leftOut;
  }
  set(State::running);
  Q_EMIT ready();
}

const measure::Procedure* Checkup::next() {
  if (state_ != State::running) return nullptr;
  while (at_ < entries_.size() && entries_[at_].state == RunState::leftOut) ++at_;
  if (isStopped_ || hasGivenUp_ || at_ == entries_.size()) {
    set(State::idle);
    return nullptr;
  }
  return entries_[at_++].procedure;
}

void Checkup::setOutcome(RunState state, int run, const QString& remark) {
  if (at_ == 0 || state_ != State::running) return;
  Entry& entry = entries_[at_ - 1];
  entry.state = state;
  entry.run = run;
  entry.remark = remark;
}

void Checkup::stop() {
  if (isIdle()) return;
  isStopped_ = true;
  if (state_ == State::running) return;  // The current run ends it.
  entries_.clear();
  set(State::idle);
}

QString Checkup::place() const {
  const auto left = static_cast<std::size_t>(
      std::count_if(entries_.begin(), entries_.end(),
                    [](const Entry& entry) { return entry.state == RunState::leftOut; }));
  return tr("%1 of %2").arg(at_).arg(entries_.size() - left);
}

std::size_t Checkup::loudCount() const {
  return static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(),
                                                [](const Entry& entry) { return entry.isLoud; }));
}

RunState checkupState(const Checkup& checkup) {
  if (countOf(checkup, {RunState::pathFault}) > 0) return RunState::pathFault;
  if (countOf(checkup, {RunState::failed, RunState::notRun, RunState::partial}) > 0) {
    return RunState::partial;
  }
  return countOf(checkup, {RunState::finding}) > 0 ? RunState::finding : RunState::done;
}

BannerState checkupBanner(const Checkup& checkup) {
  using Tone = BannerState::Tone;
  const RunState state = checkupState(checkup);
  const std::size_t wanted = checkup.entries().size() - countOf(checkup, {RunState::leftOut});
  const std::size_t measured =
      countOf(checkup, {RunState::done, RunState::finding, RunState::partial, RunState::pathFault});
  const std::size_t findings = countOf(checkup, {RunState::finding, RunState::pathFault});
  BannerState banner{runStateTone(state), runStateWord(state), {}, {}, std::nullopt};
  if (checkup.wasStopped()) {
    banner.word = Checkup::tr("Stopped");
    banner.sentence = Checkup::tr("Stopped after %1 of %2").arg(measured).arg(wanted);
  } else if (state == RunState::pathFault) {
    banner.sentence = Checkup::tr("The path has to be mended first");
  } else if (findings > 0) {
    banner.sentence = Checkup::tr("%1 of %2 have a finding").arg(findings).arg(measured);
  } else if (measured == wanted) {
    banner.sentence = Checkup::tr("All %1 are as they should be").arg(measured);
  } else {
    banner.sentence = Checkup::tr("%1 of %2 were measured").arg(measured).arg(wanted);
  }
  QStringList details;
  const QStringList found =
      namesOf(checkup, RunState::pathFault) + namesOf(checkup, RunState::finding);
  if (!found.isEmpty()) {
    details << Checkup::tr("Look at %1.").arg(found.join(QStringLiteral(", ")));
  }
  if (const auto left = countOf(checkup, {RunState::leftOut}); left > 0) {
    details << Checkup::tr("%1 loud ones were left out.").arg(left);
  }
  details << Checkup::tr("Choose a line for its curves and figures.");
  banner.detail = details.join(u' ');
  if (checkup.wasStopped() && banner.tone == Tone::good) banner.tone = Tone::attention;
  return banner;
}

}  // namespace linecheck::ui
