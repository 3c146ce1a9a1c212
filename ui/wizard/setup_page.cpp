#include "wizard/setup_page.h"

#include <QFocusEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "pages/session_bar.h"
#include "text/setup_text.h"
#include "theme/style.h"
#include "widgets/notice_line.h"
#include "wizard/desk_side.h"
#include "wizard/noise_check.h"
#include "wizard/setup_model.h"
#include "wizard/setup_run.h"
#include "wizard/step_side.h"
#include "wizard/step_track.h"
#include "wizard/tab_order.h"

namespace linecheck::ui {
namespace {

constexpr int kLowPage = 560;  // Below this the row of steps gives some of its height.

bool usesDevices(setup::StepId step) {
  return step == setup::StepId::computer || step == setup::StepId::audioInterface ||
         step == setup::StepId::oneKnob || step == setup::StepId::noise ||
         step == setup::StepId::checklist;
}

}  // namespace

SetupPage::SetupPage(const Tools& tools, QWidget* parent)
    : QWidget(parent),
      theme_(tools.theme),
      session_(tools.session),
      document_(tools.document),
      model_(new SetupModel(tools.document, tools.folder, this)),
      run_(new SetupRun(session_, *model_, tools.calibrations, this)),
      noise_(new NoiseCheck(session_, *model_, tools.calibrations, this)),
      watch_(new SystemWatch(tools.makeSystem, this)),
      devices_(new SessionBar(theme_, session_, tools.calibrations, document_,
                              SessionBar::Use::measuring)),
      track_(new StepTrack(theme_)),
      notice_(new NoticeLine(theme_)),
      drawing_(new DeskSide(theme_, document_, *model_)),
      step_(new StepSide(theme_, *model_)) {
  setAccessibleName(tr("Set-up"));
  auto* split = new QSplitter(Qt::Horizontal);
  split->setAccessibleName(tr("Drawing and step"));
  split->setChildrenCollapsible(false);
  split->setHandleWidth(1);
  split->addWidget(drawing_);
  split->addWidget(step_);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  split->setSizes({700, 500});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(devices_);
  column->addWidget(track_);
  column->addWidget(notice_);
  column->addWidget(split, 1);
  column->addWidget(buildButtons());
  buildPanels();
  buildMenu();
  connect(track_, &StepTrack::chosen, model_, &SetupModel::go);
  connect(model_, &SetupModel::changed, this, &SetupPage::refresh);
  connect(model_, &SetupModel::moved, this, &SetupPage::onMoved);
  connect(step_, &StepSide::changeWanted, this, &SetupPage::tellHow);
  // Their fields are new each time.
  connect(drawing_, &DeskSide::detailsOpened, this, [this] { orderTabs(*this); });
  connect(drawing_, &DeskSide::detailsClosed, step_, &StepSide::focusDeed);
  connect(notice_, &NoticeLine::deedPressed, this, [this] { notice_->show({}); });
  connect(&document_, &ChainDocument::refused, this, [this](const QString& message) {
    if (isCurrent_) tell(message);
  });
  if (!model_->faults().empty()) {
    tell(tr("Your saved set-up cannot be read, and is left as it is: %1")
             .arg(QString::fromStdString(model_->faults().front().message())));
  }
  refresh();
  onMoved();
}

QWidget* SetupPage::buildButtons() {
  auto* bar = new QWidget;
  bar->setBackgroundRole(QPalette::Base);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kNormal, space::kTight, space::kWide, space::kTight);
  row->setSpacing(space::kSnug);
  back_ = new QPushButton(tr("Back"));
  next_ = new QPushButton(tr("Next"));
  open_ = new QLabel;
  open_->setForegroundRole(QPalette::PlaceholderText);
  open_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  for (auto* button : {back_, next_}) {
    button->setMinimumSize(104, 36);
    button->setAutoDefault(false);
  }
  row->addWidget(back_);
  row->addWidget(open_, 1);
  row->addWidget(next_);
  connect(back_, &QPushButton::clicked, this, [this] { model_->goBy(-1); });
  connect(next_, &QPushButton::clicked, this, [this] { model_->goBy(1); });
  return bar;
}

void SetupPage::buildMenu() {
  menu_ = new PageMenu(tr("&Set-up"), this);
  menu_->add(tr("&Next step"), Qt::ALT | Qt::Key_Right, [this] { model_->goBy(1); });
  menu_->add(tr("&Back"), Qt::ALT | Qt::Key_Left, [this] { model_->goBy(-1); });
  menu_->addSeparator();
  menu_->add(tr("&Done with this"), Qt::CTRL | Qt::Key_Return, [this] {
    const auto* item = model_->current();
    if (item == nullptr || !item->item.canBeKnown(setup::KnownBy::user)) return;
    model_->tick(item->item.id, setup::Answer::done);
  });
  menu_->add(tr("N&ext item"), Qt::ALT | Qt::Key_Down, [this] { model_->advance(); });
  menu_->addSeparator();
  menu_->add(tr("Begin &anew"), {}, [this] { model_->beginAnew(); });
}

// No focus proxy: Tab would come to the page before its first control, and go on to Next from
// there.
void SetupPage::focusInEvent(QFocusEvent* event) {
  next_->setFocus(event->reason());
}

void SetupPage::setCurrent(bool isCurrent) {
  isCurrent_ = isCurrent;
  menu_->setCurrent(isCurrent);
  model_->setActive(isCurrent);
  if (isCurrent && model_->resumeDesk()) tell(tr("Your desk is as you left it."));
}

void SetupPage::perform(midi::Action action) {
  using midi::Action;
  const auto* item = model_->current();
  switch (action) {
    case Action::nextStep: {
      if (run_->stage() == SetupRun::Stage::playing || noise_->isListening()) return;
      const bool canTick = item != nullptr && item->state == setup::State::unknown &&
                           item->item.canBeKnown(setup::KnownBy::user);
      return canTick ? model_->tick(item->item.id, setup::Answer::done) : model_->advance();
    }
    case Action::skipStep:
      return model_->advance();
    case Action::undoStep:
      if (item != nullptr && item->knownBy == setup::KnownBy::user) {
        return model_->untick(item->item.id);
      }
      model_->goBack();
      return;
    case Action::startStop:
      return startStop();
    default:
      return;
  }
}

// A loud one still waits for consent on the screen.
void SetupPage::startStop() {
  if (!run_->isIdle()) return run_->stop();
  if (noise_->isListening()) return noise_->stop();
  if (model_->at() == setup::StepId::computer) {
    run_->begin({"path"});
  } else if (model_->at() == setup::StepId::audioInterface) {
    run_->begin({"headroom"});
  } else if (model_->at() == setup::StepId::noise) {
    noise_->begin();
  }
}

QString SetupPage::status() const {
  if (document_.chain().devices.empty()) return tr("Nothing on the desk yet");
  const auto& steps = model_->steps();
  const auto settled = std::count_if(steps.begin(), steps.end(), [](const auto& step) {
    return step.state == setup::State::done || step.state == setup::State::notNeeded;
  });
  return tr("%1 of %2 steps settled").arg(settled).arg(steps.size());
}

void SetupPage::refresh() {
  track_->show(model_->steps(), model_->at());
  step_->refresh();
  drawing_->refresh();
  showButtons();
  Q_EMIT statusChanged();
}

void SetupPage::onMoved() {
  devices_->setVisible(usesDevices(model_->at()));
  refresh();
  orderTabs(*this);
  step_->reveal();
}

void SetupPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  track_->setLow(height() < kLowPage);
}

void SetupPage::showButtons() {
  const auto ids = setup::stepIds();
  const auto at = std::find(ids.begin(), ids.end(), model_->at());
  const bool isLast = at + 1 == ids.end();
  const auto& step = model_->step();
  const int open = static_cast<int>(step.items.size()) - step.settled();
  const bool isDeskEmpty = document_.chain().devices.empty();
  open_->setText(isDeskEmpty || step.items.empty() ? QString()
                 : open == 0                       ? tr("All of this step is settled.")
                 : open == 1 ? tr("One thing is open; you can come back to it.")
                             : tr("%1 things are open; you can come back to them.").arg(open));
  back_->setEnabled(at != ids.begin());
  next_->setVisible(!isLast);
  next_->setText(tr("Next: %1").arg(isLast ? QString() : shortStepName(*(at + 1))));
  // While something is open, that is the next thing to do.
  next_->setProperty(Style::kPrimary, open == 0 && !isDeskEmpty);
  next_->update();
}

void SetupPage::tellHow(const std::string& id) {
  const auto* item = setup::findItem(model_->steps(), id);
  if (item == nullptr || item->item.where.empty()) return;
  // Which adapter feeds a device is told of its power lead.
  const auto& where = item->item.where;
  const bool isLead = item->item.kind == setup::ItemKind::supply && where.size() > 1;
  drawing_->tell(where[isLead ? 1 : 0].part);
}

void SetupPage::tell(const QString& message) {
  notice_->show(message, tr("Dismiss"));
}

}  // namespace linecheck::ui
