#pragma once

#include <QWidget>
#include <string>

#include "document/chain_document.h"

class QTableWidget;

namespace linecheck::ui {

/// The chain in rows: devices, cables and power. Shows what the drawing shows, for the keyboard
/// and for screen readers. One part at most is selected.
class ChainTable : public QWidget {
  Q_OBJECT

 public:
  explicit ChainTable(ChainDocument& document, QWidget* parent = nullptr);

  [[nodiscard]] const std::string& selected() const { return selected_; }
  void select(const std::string& part);

 Q_SIGNALS:
  void selectionChanged();
  /// The selected part is to be looked at closely.
  void detailsWanted();

 private:
  QTableWidget* addTable(const QString& title, const QStringList& columns);
  void fill();
  void fillDevices();
  void fillCables();
  void fillPower();
  void onCurrent(QTableWidget* table);

  ChainDocument& document_;
  QTableWidget* devices_;
  QTableWidget* cables_;
  QTableWidget* power_;
  std::string selected_;
  bool isFilling_ = false;
};

}  // namespace linecheck::ui
