#include "hum/hunt_pane.h"

#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/session.h"
#include "diagnosis/likely_earths.h"
#include "diagnosis/suspect.h"
#include "diagnosis/verdict.h"
#include "document/chain_document.h"
#include "hum/cause_list.h"
#include "hum/ladder_rungs.h"
#include "hum/step_card.h"
#include "hum/timeline_panel.h"
#include "plots/harmonic_ladder.h"
#include "text/cause_text.h"
#include "text/hunt_text.h"
#include "widgets/side_panel.h"

namespace linecheck::ui {
namespace {

using Stage = HuntStand::Stage;

// Less sure than this, nothing is pointed at.
constexpr double kWorthPointing = 0.3;
constexpr int kNarrowest = 300, kWidest = 560;

const diagnosis::Signature* loudest(const diagnosis::Evidence& evidence) {
  const auto& all = evidence.signatures;
  const auto found = std::max_element(
      all.begin(), all.end(), [](const auto& a, const auto& b) { return a.level < b.level; });
  return found == all.end() ? nullptr : &*found;
}

// Whether what is heard is what a step has left of the noise that is hunted.
bool isAltered(const HuntStand& stand) {
  return stand.standing && (stand.stage == Stage::proposing || stand.stage == Stage::measuring);
}

}  // namespace

HuntPane::HuntPane(Theme& theme, Session& session, const Clock& clock, ChainDocument& document,
                   std::function<Picture()> picture)
    : theme_(theme),
      session_(session),
      document_(document),
      picture_(std::move(picture)),
      scene_(session),
      controller_(new HuntController(
          {[&session](Seconds longest) { return session.listenAnew(longest); },
           [this](const chain::Situation& situation) { scene_.apply(situation); },
           [this] { scene_.applyBaseline(); },
           [&session](const diagnosis::Evidence& baseline) { session.setBaseline(baseline); }},
          this)),
      halves_(new QSplitter(Qt::Vertical)),
      sheets_(new SidePanel(theme)),
      causes_(new CauseList(theme)),
      ladder_(new HarmonicLadder(theme)),
      moments_(new TimelinePanel(timeline_)),
      card_(new StepCard(theme)),
      handsFree_(new HandsFree(theme, clock, *this)) {
  setAccessibleName(tr("Hunt"));
  setMinimumWidth(kNarrowest);
  setMaximumWidth(kWidest);
  sheets_->setMinimumWidth(0);
  sheets_->setMaximumWidth(QWIDGETSIZE_MAX);
  sheets_->addSheet(tr("Causes"), causes_);
  sheets_->addSheet(tr("Harmonics"), ladder_);
  sheets_->addSheet(tr("Timeline"), moments_);
  halves_->setChildrenCollapsible(false);
  halves_->setHandleWidth(1);
  halves_->addWidget(sheets_);
  halves_->addWidget(card_);
  halves_->setStretchFactor(0, 1);
  halves_->setStretchFactor(1, 1);
  connect(halves_, &QSplitter::splitterMoved, this, [this] { isShareChosen_ = true; });
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(halves_);
  buildActions();
  connectHunt();
  showStep();
}

HuntPane::~HuntPane() = default;

void HuntPane::addSheet(const QString& name, QWidget* sheet) {
  sheets_->addSheet(name, sheet);
}

void HuntPane::buildActions() {
  const auto add = [this](const QString& text, const QKeySequence& key, auto slot) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, slot);
    actions_ << action;
    if (!key.isEmpty()) keyed_ << action;
  };
  add(tr("&Hunt: start, or next step"), tr("Ctrl+Return"), &HuntPane::nextStep);
  add(tr("Hunt: I can't do that"), {}, [this] { perform(HandsFreeAction::skip); });
  add(tr("Hunt: put it back"), {}, [this] { perform(HandsFreeAction::putBack); });
  add(tr("Hunt: undo"), {}, [this] { perform(HandsFreeAction::undo); });
  add(tr("Hunt: end it"), {}, [this] { controller_->stop(); });
  add(tr("Hands-&free"), tr("F11"), &HuntPane::enterHandsFree);
  add(tr("Save hunt…"), {}, &HuntPane::saveTimeline);
  add(tr("Open hunt…"), {}, &HuntPane::openTimeline);
}

void HuntPane::connectHunt() {
  connect(controller_, &HuntController::changed, this, &HuntPane::onHunt);
  connect(controller_, &HuntController::entryMade, this, &HuntPane::onEntry);
  connect(controller_, &HuntController::undone, this,
          [this](const auto& entry) { timeline_.addUndone(entry, desk()); });
  connect(card_, &StepCard::primaryPressed, this, &HuntPane::primary);
  connect(card_, &StepCard::skipPressed, controller_, &HuntController::skip);
  connect(card_, &StepCard::undoPressed, controller_, &HuntController::undo);
  connect(card_, &StepCard::putBackPressed, controller_, &HuntController::putBack);
  connect(card_, &StepCard::stopPressed, controller_, &HuntController::stop);
  connect(moments_, &TimelinePanel::momentChosen, this, &HuntPane::onMoment);
  connect(moments_, &TimelinePanel::savePressed, this, &HuntPane::saveTimeline);
  connect(moments_, &TimelinePanel::openPressed, this, &HuntPane::openTimeline);
  connect(moments_, &TimelinePanel::saveSoundPressed, this, &HuntPane::saveSound);
  connect(handsFree_, &HandsFree::asked, this, &HuntPane::perform);
  connect(&session_, &Session::streamBegan, this, [this] {
    if (isBeginning_) beginListening();
  });
  connect(&session_, &Session::everythingStopped, handsFree_, &QWidget::hide);
  // The hunt is about the desk that it began with.
  connect(&document_, &ChainDocument::changed, this, [this] {
    isBeginning_ = false;
    controller_->stop();
    scene_.end();
    showSuspects();
  });
}

void HuntPane::take(const HeardStretch& heard) {
  heard_ = heard.diagnosis;
  controller_->take(heard);
  if (!replayed_) causes_->show(*heard_);
  // The wiring is the same; only another cause suspects others.
  if (std::exchange(suspectedCause_, heard_->main().cause) != heard_->main().cause) showSuspects();
  showLadder();
  showHandsFree();
}

void HuntPane::forget() {
  heard_.reset();
  if (!replayed_) causes_->clear();
  showLadder();
  showHandsFree();
}

void HuntPane::pushLevel(DecibelsFs level) {
  handsFree_->pushLevel(level);
}

void HuntPane::setListening(bool isListening) {
  isListening_ = isListening;
  if (!isListening && std::exchange(isBeginning_, false)) scene_.end();
  showStep();
}

void HuntPane::setLevelScale(const LevelScale& scale) {
  scale_ = scale;
  ladder_->setLevelScale(scale);
  showHandsFree();
}

HuntStand HuntPane::stand() const {
  HuntStand stand = controller_->stand();
  stand.takenForEarthed = takenForEarthed_;
  return stand;
}

const chain::Desk& HuntPane::desk() const {
  return huntDesk_ && controller_->stage() != Stage::idle ? *huntDesk_ : document_.desk();
}

void HuntPane::begin() {
  if (isBeginning_) return;
  controller_->stop();  // With the studio as it was.
  timeline_.clear();
  mark_.reset();
  auto likely = diagnosis::likelyEarths(document_.chain(), document_.lookup(), heard_);
  takenForEarthed_ = std::move(likely.taken);
  huntDesk_.emplace(std::move(likely.chain), document_.lookup());
  if (scene_.begin(huntDesk_->chain(), document_.lookup())) {
    isBeginning_ = true;  // Once the desk is heard, and not what was before.
  } else {
    beginListening();
  }
}

void HuntPane::beginListening() {
  isBeginning_ = false;
  controller_->begin(huntDesk_->chain(), document_.lookup());
}

void HuntPane::primary() {
  switch (controller_->stage()) {
    case Stage::idle:
    case Stage::ended:
      begin();
      break;
    case Stage::proposing:
      controller_->done();
      break;
    case Stage::hearing:
    case Stage::measuring:
      break;
  }
}

void HuntPane::nextStep() {
  if (replayed_) return moments_->goLive();
  if (isListening_) primary();
}

QString HuntPane::nextDeed() const {
  if (!isListening_ && controller_->stage() == Stage::idle) return {};
  if (replayed_) return tr("Back to now");
  switch (controller_->stage()) {
    case Stage::idle:
      return tr("Next step ▸");
    case Stage::proposing:
      return tr("Done ▸");
    case Stage::hearing:
    case Stage::measuring:
    case Stage::ended:
      break;
  }
  return {};
}

std::optional<BannerState> HuntPane::banner() const {
  if (replayed_) return replayed_->banner;
  const HuntStand stand = controller_->stand();
  // Without a desk the verdict says all there is.
  if (!stand.hasChain) return std::nullopt;
  if (stand.stage == Stage::ended) return bannerOf(stand.hunt->conclusion(), desk());
  return isAltered(stand) ? huntingBanner(stand.hunt->suspects()) : std::nullopt;
}

QString HuntPane::stepSentence() const {
  const HuntStand stand = controller_->stand();
  if (stand.stage == Stage::idle || stand.stage == Stage::ended) return {};
  const QString title = card_->state().title + u'.';
  return stand.stage == Stage::hearing ? title
                                       : tr("Step %1: %2").arg(stand.stepsDone + 1).arg(title);
}

void HuntPane::perform(HandsFreeAction action) {
  switch (action) {
    case HandsFreeAction::next:
      return nextStep();
    case HandsFreeAction::mark:
      return mark();
    case HandsFreeAction::skip:
      return controller_->skip();
    case HandsFreeAction::undo:
      return controller_->undo();
    case HandsFreeAction::putBack:
      return controller_->putBack();
    case HandsFreeAction::leave:
      return handsFree_->hide();
  }
}

void HuntPane::mark() {
  if (heard_) mark_ = heard_->evidence;
  showLadder();
  showHandsFree();
}

void HuntPane::enterHandsFree() {
  showHandsFree();
  handsFree_->enter();
}

void HuntPane::onHunt() {
  if (controller_->stage() == Stage::idle) scene_.end();
  shareHeight();
  showStep();
  showSuspects();
  Q_EMIT bannerChanged();
}

void HuntPane::onEntry(const HeardStretch* heard) {
  const auto& entries = controller_->stand().hunt->entries();
  if (entries.empty()) return;
  const diagnosis::Hunt& hunt = *controller_->stand().hunt;
  timeline_.setFrame(desk().chain().name, hunt.listeningPoint(), hunt.conclusion());
  timeline_.add(entries.back(), desk(), heard, heard != nullptr ? picture_() : nullptr);
  if (heard == nullptr) return;
  const HuntMoment& moment = timeline_.moments().back();
  mark_ = moment.entry.heard ? std::optional(moment.entry.heard->evidence) : mark_;
  if (!replayed_) Q_EMIT picturesWanted(moment.before, moment.after);
}

void HuntPane::onMoment(int moment) {
  const bool was = replayed_.has_value();
  const auto& moments = timeline_.moments();
  replayed_.reset();
  if (moment >= 0 && static_cast<std::size_t>(moment) < moments.size()) {
    replayed_ = moments[static_cast<std::size_t>(moment)];
    const auto& entry = replayed_->entry;
    if (entry.heard) causes_->show(*entry.heard);
    replayed_->banner.detail =
        tr("At %1: %2")
            .arg(replayed_->at.toString(QStringLiteral("HH:mm:ss")), replayed_->banner.detail);
    Q_EMIT picturesWanted(replayed_->before, replayed_->after);
  } else {
    if (heard_) {
      causes_->show(*heard_);
    } else {
      causes_->clear();
    }
  }
  showLadder();
  if (was != replayed_.has_value()) Q_EMIT replayChanged(!was);
  Q_EMIT bannerChanged();
}

// Before a hunt the causes are to be read, later the step.
void HuntPane::shareHeight() {
  if (isShareChosen_) return;
  const bool isIdle = controller_->stage() == Stage::idle;
  const int card = height() * (isIdle ? 45 : 63) / 100;
  if (halves_->sizes().value(1) != card) halves_->setSizes({height() - card, card});
}

void HuntPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  shareHeight();
}

void HuntPane::showStep() {
  const HuntStand stand = this->stand();
  card_->show(stepCardOf(stand, desk(), isListening_));
  causes_->setCaption(
      isAltered(stand) && !replayed_ ? tr("Heard at this moment, with what you did:") : QString());
  showHandsFree();
}

// Of the moment that is looked at, else of what is heard now.
void HuntPane::showLadder() {
  if (replayed_ && replayed_->entry.heard) {
    ladder_->show(ladderRungs(replayed_->entry.heard->evidence, replayed_->entry.comparison));
  } else if (heard_) {
    ladder_->show(ladderRungs(
        heard_->evidence, mark_ ? std::optional(compare(*mark_, heard_->evidence)) : std::nullopt));
  } else {
    ladder_->show({});
  }
}

void HuntPane::showHandsFree() {
  HandsFree::State state;
  state.step = card_->state();
  state.about = isListening_ ? tr("Listening") : tr("Stopped. Start listening on the page.");
  state.changeText = tr("No mark yet. Press M.");
  if (heard_) {
    state.about = causeText(heard_->main().cause);
    const auto* signature = loudest(heard_->evidence);
    if (signature != nullptr && !signature->level.isSilent()) {
      state.level = scale_.read(signature->level);
    } else if (signature != nullptr) {
      state.level = scale_.read(signature->limit);
      state.level->number.prepend(QStringLiteral("<\u2009"));
    }
    if (mark_) {
      const diagnosis::Change change = compare(*mark_, heard_->evidence).total;
      state.change = change.change.value();
      state.changeText = tr("%1 since the mark").arg(changeText(change));
    }
  }
  handsFree_->show(state);
}

// While no hunt goes on, what the wiring lets be together with what is heard.
void HuntPane::showSuspects() {
  const HuntStand stand = controller_->stand();
  std::vector<diagnosis::Suspect> suspects;
  if (stand.stage != Stage::idle && stand.stage != Stage::hearing) {
    suspects = stand.hunt->suspects();
  } else if (heard_ && diagnosis::isFault(heard_->main().cause) &&
             !document_.chain().devices.empty()) {
    const chain::Desk likely(
        diagnosis::likelyEarths(document_.chain(), document_.lookup(), heard_).chain,
        document_.lookup());
    const auto at = diagnosis::usualListeningPoint(likely);
    if (at) suspects = diagnosis::suspects(likely, *at, heard_->causes);
  }
  std::map<QString, QString> reasons;
  for (const diagnosis::Suspect& suspect : suspects) {
    if (suspect.probability < kWorthPointing || suspect.where.empty()) continue;
    const QString why =
        tr("Suspected, %1: %2")
            .arg(probabilityText(suspect.probability),
                 causeText(suspect.cause) + QStringLiteral(". ") + causeAbout(suspect.cause));
    reasons.emplace(QString::fromStdString(suspect.where.front().part), why);
  }
  Q_EMIT suspicionChanged(reasons);
}

}  // namespace linecheck::ui
