#include "wizard/item_list.h"

#include <QLabel>
#include <QVBoxLayout>

#include "wizard/item_card.h"
#include "wizard/setup_model.h"

namespace linecheck::ui {

ItemList::ItemList(const Theme& theme, SetupModel& model, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      model_(model),
      column_(new QVBoxLayout(this)),
      nothing_(new QLabel) {
  setAccessibleName(tr("What to see to"));
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(space::kTight);
  nothing_->setWordWrap(true);
  nothing_->setForegroundRole(QPalette::PlaceholderText);
  column_->addWidget(nothing_);
  connect(&model_, &SetupModel::changed, this, &ItemList::refresh);
  connect(&model_, &SetupModel::moved, this, &ItemList::refresh);
  refresh();
}

ItemCard* ItemList::addCard() {
  auto* card = new ItemCard(theme_);
  cards_.push_back(card);
  column_->addWidget(card);
  connect(card, &ItemCard::chosen, this, [this, card] { model_.choose(card->id()); });
  connect(card, &ItemCard::answered, this, [this, card](setup::Answer answer) {
    const bool hadKeyboard = card->isAncestorOf(focusWidget());
    model_.tick(card->id(), answer);
    if (hadKeyboard && currentCard() != nullptr) currentCard()->focusDeed();
  });
  connect(card, &ItemCard::takenBack, this, [this, card] { model_.untick(card->id()); });
  connect(card, &ItemCard::standsSo, this, [this, card] { model_.standsSo(card->id()); });
  connect(card, &ItemCard::changeWanted, this, [this, card] { Q_EMIT changeWanted(card->id()); });
  return card;
}

ItemCard* ItemList::currentCard() const {
  const auto* item = model_.current();
  if (item == nullptr) return nullptr;
  for (ItemCard* card : cards_) {
    if (!card->isHidden() && card->id() == item->item.id) return card;
  }
  return nullptr;
}

void ItemList::refresh() {
  const auto& items = model_.step().items;
  const auto* current = model_.current();
  while (cards_.size() < items.size()) addCard();
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    const bool isUsed = i < items.size();
    if (isUsed) cards_[i]->show(items[i], model_.now(), &items[i] == current);
    cards_[i]->setVisible(isUsed);
  }
  nothing_->setText(model_.desk().chain().devices.empty()
                        ? tr("Put your devices on the desk first.")
                        : tr("Nothing to do here: your desk does not need this step."));
  nothing_->setVisible(items.empty());
}

}  // namespace linecheck::ui
