#pragma once

#include <QScrollArea>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>

#include "setup/step.h"
#include "theme/theme.h"

class QLabel;
class QPushButton;

namespace linecheck::ui {

class ItemList;
class SetupModel;

/// A step in words: what it is about, why if one asks, its own panel, and what there is to see to.
class StepSide : public QScrollArea {
  Q_OBJECT

 public:
  /// Both outlive it.
  StepSide(const Theme& theme, SetupModel& model, QWidget* parent = nullptr);

  /// What only this step has, over its items; not while the desk is empty, but for the first step.
  void addPanel(setup::StepId step, std::initializer_list<QWidget*> parts);
  /// The step as it stands now.
  void refresh();
  /// Scrolls to the item in front.
  void reveal();
  /// Puts the keyboard on what is to be done with the item in front.
  void focusDeed();

 Q_SIGNALS:
  /// The desk is to be told how this item is.
  void changeWanted(const std::string& item);

 private:
  void layOutNow();

  SetupModel& model_;
  QLabel* place_;
  QLabel* title_;
  QLabel* idea_;
  QLabel* why_;
  QPushButton* askWhy_;
  QPushButton* toDesk_;
  QWidget* panels_;
  ItemList* items_;
  std::map<setup::StepId, QWidget*> panel_;
  std::optional<setup::StepId> shown_;  ///< The step that was revealed last.
};

}  // namespace linecheck::ui
