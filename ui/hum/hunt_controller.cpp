#include "hum/hunt_controller.h"

#include <algorithm>
#include <utility>

namespace linecheck::ui {
namespace {

using diagnosis::Conclusion;
using diagnosis::HuntEntry;
using diagnosis::StepAction;

const Seconds kUsual = Seconds::of(5.0);
const Seconds kMost = Seconds::of(30.0);
constexpr double kLonger = 4.0;

}  // namespace

HuntController::HuntController(Surroundings surroundings, QObject* parent)
    : QObject(parent), surroundings_(std::move(surroundings)) {}

HuntController::~HuntController() = default;

void HuntController::begin(const chain::Chain& chain, const chain::ProfileLookup& lookup) {
  if (stage_ != HuntStand::Stage::idle) stop();
  lookup_ = lookup;
  hasChain_ = !chain.devices.empty();
  const chain::Desk desk(chain, lookup);
  const auto at = diagnosis::usualListeningPoint(desk);
  hunt_.emplace(chain, lookup, at.value_or(diagnosis::ListeningPoint{}));
  before_ = hunt_->situation();
  current_.reset();
  isBaseline_ = isBack_ = false;
  stage_ = HuntStand::Stage::hearing;
  placeStudio();
  listen(kUsual);
}

void HuntController::stop() {
  if (stage_ == HuntStand::Stage::idle) return;
  stage_ = HuntStand::Stage::idle;
  current_.reset();
  if (surroundings_.apply && before_) surroundings_.apply(*before_);
  Q_EMIT changed();
}

void HuntController::listen(Seconds wanted) {
  wanted_ = std::min(wanted, kMost);
  progress_ = 0.0;
  asked_ = surroundings_.listenAnew(wanted_);
  Q_EMIT changed();
}

void HuntController::take(const HeardStretch& heard) {
  const bool isFirst = stage_ == HuntStand::Stage::hearing;
  if ((!isFirst && stage_ != HuntStand::Stage::measuring) || heard.anew < asked_) return;
  progress_ = std::min(1.0, heard.duration / wanted_);
  if (progress_ < 1.0) {
    Q_EMIT changed();
    return;
  }
  if (isBaseline_) {
    if (surroundings_.useBaseline) surroundings_.useBaseline(heard.diagnosis.evidence);
    isBaseline_ = false;
    isBack_ = true;
    stage_ = HuntStand::Stage::proposing;
    placeStudio();
    Q_EMIT changed();
    return;
  }
  isBack_ = false;
  if (isFirst) {
    hunt_->begin(heard.diagnosis);
  } else {
    hunt_->measured(current_->step, heard.diagnosis);
  }
  Q_EMIT entryMade(&heard);
  goOn();
}

void HuntController::done() {
  if (stage_ != HuntStand::Stage::proposing) return;
  const diagnosis::Step& step = current_->step;
  stage_ = HuntStand::Stage::measuring;
  // The proposal is for the desk with that put back, as the card says.
  for (const diagnosis::Step& back : hunt_->toPutBack()) takeBack(back);
  isBaseline_ = step.action == diagnosis::StepAction::measureBaseline && !isBack_;
  if (isBaseline_) {
    if (surroundings_.applyBaseline) surroundings_.applyBaseline();
  } else if (surroundings_.apply) {
    if (const auto then = withStep(hunt_->situation(), step, lookup_)) surroundings_.apply(*then);
  }
  listen(step.action == StepAction::captureLonger ? wanted_ * kLonger : kUsual);
}

void HuntController::skip() {
  if (stage_ != HuntStand::Stage::proposing && stage_ != HuntStand::Stage::measuring) return;
  placeStudio();
  hunt_->skip(current_->step);
  Q_EMIT entryMade(nullptr);
  goOn();
}

void HuntController::undo() {
  if (!hunt_ || stage_ == HuntStand::Stage::idle || stage_ == HuntStand::Stage::hearing) return;
  // A step that is being measured is no entry yet.
  if (stage_ != HuntStand::Stage::measuring) {
    const diagnosis::HuntEntry last = hunt_->entries().back();
    if (!hunt_->undo()) return;
    Q_EMIT undone(last);
  }
  placeStudio();
  goOn();
}

void HuntController::putBack() {
  if (!hunt_ || hunt_->standing().empty() || stage_ == HuntStand::Stage::measuring) return;
  takeBack(diagnosis::Step(hunt_->standing().back()));
  placeStudio();
  goOn();
}

void HuntController::takeBack(const diagnosis::Step& step) {
  hunt_->putBack(step);
  Q_EMIT entryMade(nullptr);
}

void HuntController::placeStudio() {
  if (surroundings_.apply && hunt_) surroundings_.apply(hunt_->situation());
}

void HuntController::goOn() {
  current_.reset();
  isBaseline_ = isBack_ = false;
  const bool isOver = hunt_->conclusion().kind != Conclusion::Kind::goesOn;
  const auto proposals = isOver ? std::vector<diagnosis::ProposedStep>{} : hunt_->proposals();
  if (proposals.empty()) {
    stage_ = HuntStand::Stage::ended;
  } else {
    current_ = proposals.front();
    stage_ = HuntStand::Stage::proposing;
  }
  Q_EMIT changed();
}

HuntStand HuntController::stand() const {
  HuntStand stand;
  stand.stage = stage_;
  stand.hasChain = hasChain_;
  stand.hunt = hunt_ ? &*hunt_ : nullptr;
  stand.current = current_;
  if (hunt_ && !hunt_->standing().empty()) stand.standing = hunt_->standing().back();
  if (hunt_) stand.toPutBack = hunt_->toPutBack();
  stand.progress = progress_;
  stand.awaitsCablesBack = isBack_;
  if (hunt_) {
    stand.stepsDone = static_cast<int>(
        std::count_if(hunt_->entries().begin(), hunt_->entries().end(),
                      [](const HuntEntry& e) { return e.kind == HuntEntry::Kind::measured; }));
  }
  return stand;
}

}  // namespace linecheck::ui
