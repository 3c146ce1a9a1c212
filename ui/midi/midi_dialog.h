#pragma once

#include <QDialog>
#include <map>

#include "midi/binding.h"

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace linecheck::ui {

class RemoteLink;

/// Which MIDI controls do what: the ports, one row for each action with Learn and Clear, and what
/// was received last.
class MidiDialog : public QDialog {
  Q_OBJECT

 public:
  /// The link outlives the dialog.
  explicit MidiDialog(RemoteLink& link, QWidget* parent = nullptr);
  ~MidiDialog() override;

 private:
  struct Row {
    QLabel* controls = nullptr;
    QPushButton* learn = nullptr;
    QPushButton* clear = nullptr;
  };

  void addRow(QGridLayout* grid, midi::Action action);
  void refresh();
  [[nodiscard]] QString controlsOf(midi::Action action) const;
  [[nodiscard]] QString portsText() const;

  RemoteLink& link_;
  std::map<midi::Action, Row> rows_;
  QLabel* ports_;
  QLabel* notice_;
  QLabel* received_;
  QPushButton* replace_;
  QCheckBox* lights_;
};

}  // namespace linecheck::ui
