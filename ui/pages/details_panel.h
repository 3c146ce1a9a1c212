#pragma once

#include <QScrollArea>
#include <string>

#include "document/chain_document.h"

namespace linecheck::ui {

/// Everything about the selected part, or about the desk where nothing is selected, to be read and
/// changed.
class DetailsPanel : public QScrollArea {
  Q_OBJECT

 public:
  explicit DetailsPanel(ChainDocument& document, QWidget* parent = nullptr);

  /// An empty `part` is the desk.
  void show(const std::string& part);
  /// Puts the keyboard on the first field.
  void focusFirst();

 private:
  void fill();
  void fillLater();

  ChainDocument& document_;
  std::string part_;
  bool isStale_ = false;
};

}  // namespace linecheck::ui
