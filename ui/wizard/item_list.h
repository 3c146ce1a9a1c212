#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "theme/theme.h"

class QLabel;
class QVBoxLayout;

namespace linecheck::ui {

class ItemCard;
class SetupModel;

/// All that there is to see to at the step in front, one under another; one of them is open.
class ItemList : public QWidget {
  Q_OBJECT

 public:
  /// Both outlive the list.
  ItemList(const Theme& theme, SetupModel& model, QWidget* parent = nullptr);

  [[nodiscard]] ItemCard* currentCard() const;

 Q_SIGNALS:
  /// The desk is to be told how this item is.
  void changeWanted(const std::string& item);

 private:
  void refresh();
  ItemCard* addCard();

  const Theme& theme_;
  SetupModel& model_;
  QVBoxLayout* column_;
  QLabel* nothing_;
  std::vector<ItemCard*> cards_;
};

}  // namespace linecheck::ui
