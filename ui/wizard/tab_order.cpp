#include "wizard/tab_order.h"

#include <QWidget>

namespace linecheck::ui {
namespace {

void visit(QWidget& widget, QWidget*& before) {
  if ((widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr) {
    if (before != nullptr) QWidget::setTabOrder(before, &widget);
    before = &widget;
  }
  for (QObject* child : widget.children()) {
    auto* inner = qobject_cast<QWidget*>(child);
    // Menus and the lists of boxes have a row of their own.
    if (inner != nullptr && !inner->isWindow()) visit(*inner, before);
  }
}

}  // namespace

void orderTabs(QWidget& root) {
  QWidget* before = nullptr;
  visit(root, before);
}

}  // namespace linecheck::ui
