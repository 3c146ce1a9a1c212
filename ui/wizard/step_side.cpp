#include "wizard/step_side.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "setup/words.h"
#include "text/sentence_text.h"
#include "theme/style.h"
#include "wizard/item_card.h"
#include "wizard/item_list.h"
#include "wizard/setup_model.h"

namespace linecheck::ui {
namespace {

constexpr int kLeastWidth = 400;

QLabel* words(const QFont& font) {
  auto* label = new QLabel;
  label->setFont(font);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

StepSide::StepSide(const Theme& theme, SetupModel& model, QWidget* parent)
    : QScrollArea(parent),
      model_(model),
      place_(words(textFont(TextSize::caption))),
      title_(words(textFont(TextSize::verdict, QFont::DemiBold))),
      idea_(words(textFont(TextSize::heading))),
      why_(words(textFont(TextSize::body))),
      askWhy_(new QPushButton(tr("Why?"))),
      toDesk_(new QPushButton(tr("Go to your desk"))),
      panels_(new QWidget),
      items_(new ItemList(theme, model)) {
  setAccessibleName(tr("Step"));
  for (auto* quiet : {place_, why_}) quiet->setForegroundRole(QPalette::PlaceholderText);
  why_->hide();
  askWhy_->setAccessibleName(tr("Why this step?"));
  askWhy_->setCheckable(true);
  toDesk_->setProperty(Style::kPrimary, true);
  for (auto* button : {askWhy_, toDesk_}) button->setAutoDefault(false);
  // A widget of its own, so that Tab comes to it before the items.
  auto* panelColumn = new QVBoxLayout(panels_);
  panelColumn->setContentsMargins(0, 0, 0, 0);
  panelColumn->setSpacing(0);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(space::kWide, space::kNormal, space::kWide, space::kNormal);
  column->setSpacing(space::kTight);
  column->addWidget(place_);
  auto* head = new QHBoxLayout;
  head->addWidget(title_, 1);
  head->addWidget(askWhy_, 0, Qt::AlignTop);
  column->addLayout(head);
  column->addWidget(idea_);
  column->addWidget(why_);
  column->addSpacing(space::kTight);
  column->addWidget(panels_);
  column->addWidget(items_);
  column->addWidget(toDesk_, 0, Qt::AlignLeft);
  column->addStretch(1);
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  setMinimumWidth(kLeastWidth);
  viewport()->setAutoFillBackground(false);
  setWidget(content);
  content->setAutoFillBackground(false);
  connect(askWhy_, &QPushButton::toggled, why_, &QWidget::setVisible);
  connect(toDesk_, &QPushButton::clicked, this, [this] { model_.go(setup::StepId::desk); });
  connect(items_, &ItemList::changeWanted, this, &StepSide::changeWanted);
}

void StepSide::addPanel(setup::StepId step, std::initializer_list<QWidget*> parts) {
  auto* panel = new QWidget;
  auto* column = new QVBoxLayout(panel);
  column->setContentsMargins(0, 0, 0, space::kSnug);
  column->setSpacing(space::kTight);
  for (QWidget* part : parts) column->addWidget(part);
  panel_[step] = panel;
  panels_->layout()->addWidget(panel);
  panel->setVisible(step == model_.at());
}

void StepSide::refresh() {
  const auto ids = setup::stepIds();
  const auto number = std::find(ids.begin(), ids.end(), model_.at()) - ids.begin() + 1;
  const auto words = setup::wordsOf(model_.at());
  const bool isDeskEmpty = model_.desk().chain().devices.empty();
  const bool isAtDesk = model_.at() == setup::StepId::desk;
  place_->setText(tr("Step %1 of %2").arg(number).arg(ids.size()));
  const QString title = translated(words.title);
  if (title != title_->text()) askWhy_->setChecked(false);
  title_->setText(title);
  idea_->setText(translated(words.idea));
  why_->setText(translated(words.why));
  for (const auto& [step, panel] : panel_) {
    panel->setVisible(step == model_.at() && (isAtDesk || !isDeskEmpty));
  }
  toDesk_->setVisible(isDeskEmpty && !isAtDesk);
  items_->setVisible(!(isDeskEmpty && isAtDesk));
}

// Each layout tells the one around it only in its own turn of the event loop: until the last has
// heard of it, rows are as tall as they were.
void StepSide::layOutNow() {
  const auto layOut = [](auto&& self, QWidget& widget) -> void {
    for (QObject* child : widget.children()) {
      if (child->isWidgetType()) self(self, *static_cast<QWidget*>(child));
    }
    if (widget.layout() != nullptr) {
      widget.layout()->invalidate();
      widget.updateGeometry();
    }
  };
  layOut(layOut, *widget());
  widget()->layout()->activate();
}

void StepSide::reveal() {
  layOutNow();
  const auto& items = model_.step().items;
  // A step begins with its panel; what it measures stands there.
  const bool isNew = shown_ != model_.at();
  shown_ = model_.at();
  const bool isFirst = model_.current() == nullptr || model_.current() == items.data();
  if (isFirst || (isNew && panel_.count(model_.at()) > 0)) {
    verticalScrollBar()->setValue(0);
  } else if (auto* card = items_->currentCard()) {
    ensureWidgetVisible(card, 0, 60);
  }
}

void StepSide::focusDeed() {
  if (auto* card = items_->currentCard()) card->focusDeed();
}

}  // namespace linecheck::ui
