#pragma once

#include <QWidget>
#include <map>
#include <string>

#include "document/chain_document.h"
#include "theme/palette.h"

class QLabel;
class QListWidget;

namespace linecheck::ui {

/// The ground loops of the desk, each with where it runs and what drives it.
class LoopsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LoopsPanel(ChainDocument& document, QWidget* parent = nullptr);

  /// The parts of the loop that is chosen, or of all of them.
  [[nodiscard]] std::map<std::string, Role> parts() const;

 Q_SIGNALS:
  /// Other loops are to be seen than before.
  void partsChanged();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void fill();

  ChainDocument& document_;
  QLabel* heading_;
  QLabel* about_;
  QListWidget* list_;
  bool isStale_ = true;
};

}  // namespace linecheck::ui
