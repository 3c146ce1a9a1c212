#pragma once

#include <QWidget>
#include <chrono>
#include <string>

#include "setup/progress.h"
#include "setup/state.h"
#include "theme/theme.h"

class QLabel;
class QPushButton;

namespace linecheck::ui {

class ItemHeader;

/// One thing to see to. The one in front shows what was found, what helps, and what can be said of
/// it.
class ItemCard : public QWidget {
  Q_OBJECT

 public:
  explicit ItemCard(const Theme& theme, QWidget* parent = nullptr);

  void show(const setup::ItemState& item, std::chrono::sys_seconds now, bool isCurrent);
  [[nodiscard]] const std::string& id() const { return id_; }
  /// Puts the keyboard on what is to be done.
  void focusDeed();

 Q_SIGNALS:
  void chosen();
  void answered(linecheck::setup::Answer answer);
  void takenBack();
  /// Its control stands as it should.
  void standsSo();
  /// The desk is to be told otherwise.
  void changeWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void buildBody();
  QPushButton* addButton(const QString& text);
  void showButtons(const setup::ItemState& item);

  const Theme& theme_;
  std::string id_;
  bool isCurrent_ = false;
  ItemHeader* header_;
  QWidget* body_;
  QLabel* found_;
  QLabel* cures_;
  QLabel* why_;
  QPushButton* done_ = nullptr;
  QPushButton* so_ = nullptr;
  QPushButton* wrong_ = nullptr;
  QPushButton* notNeeded_ = nullptr;
  QPushButton* takeBack_ = nullptr;
  QPushButton* change_ = nullptr;
  QPushButton* askWhy_ = nullptr;
};

}  // namespace linecheck::ui
