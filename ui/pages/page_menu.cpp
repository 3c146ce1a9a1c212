#include "pages/page_menu.h"

namespace linecheck::ui {

QAction* PageMenu::add(const QString& text, const QKeySequence& key, std::function<void()> deed) {
  auto* action = new QAction(text, this);
  action->setShortcut(key);
  connect(action, &QAction::triggered, this, std::move(deed));
  addAction(action);
  keyed_ << action;
  return action;
}

void PageMenu::setCurrent(bool isCurrent) {
  for (QAction* action : keyed_) action->setEnabled(isCurrent);
}

}  // namespace linecheck::ui
