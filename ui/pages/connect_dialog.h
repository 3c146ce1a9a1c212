#pragma once

#include <QDialog>
#include <vector>

#include "document/chain_document.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace linecheck::ui {

/// Plugs a cable in without a mouse: one socket, then one of those that it fits.
class ConnectDialog : public QDialog {
  Q_OBJECT

 public:
  /// Begins at this device's sockets, if the chain has it.
  ConnectDialog(ChainDocument& document, const std::string& device, QWidget* parent = nullptr);

 private:
  void fillTargets();
  void plugIn();

  ChainDocument& document_;
  QComboBox* from_;
  QComboBox* to_;
  QLabel* hint_;
  QPushButton* connect_;
  std::vector<chain::Socket> sources_;
  std::vector<chain::Socket> targets_;
};

}  // namespace linecheck::ui
