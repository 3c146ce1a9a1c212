#pragma once

#include <QWidget>

#include "document/chain_document.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace linecheck::ui {

class LibraryPanel;

/// What is on the desk: searched and put there, joined as such devices are, plugged in, and on
/// which mains.
class DeskPanel : public QWidget {
  Q_OBJECT

 public:
  /// The document outlives the panel.
  explicit DeskPanel(ChainDocument& document, QWidget* parent = nullptr);

  /// Puts a device there, as if it was chosen from the list.
  void add(const QString& profile);
  /// Joins what is not joined yet.
  void joinAll();
  /// Plugs in what nothing feeds yet.
  void plugAllIn();

 Q_SIGNALS:
  /// The device is not in the list.
  void notListed();

 private:
  void fillCountries();
  void setMains(const QString& territory);
  void refresh();

  ChainDocument& document_;
  LibraryPanel* library_;
  QLabel* added_;
  QPushButton* join_;
  QPushButton* plugIn_;
  QComboBox* country_;
};

}  // namespace linecheck::ui
