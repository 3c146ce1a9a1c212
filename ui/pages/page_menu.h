#pragma once

#include <QKeySequence>
#include <QList>
#include <QMenu>
#include <functional>

namespace linecheck::ui {

/// The menu of a page. The keys of what is in it count while the page is the one that is seen.
class PageMenu : public QMenu {
  Q_OBJECT

 public:
  using QMenu::QMenu;

  QAction* add(const QString& text, const QKeySequence& key, std::function<void()> deed);
  void setCurrent(bool isCurrent);

 private:
  QList<QAction*> keyed_;
};

}  // namespace linecheck::ui
