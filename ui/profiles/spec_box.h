#pragma once

#include <QWidget>
#include <optional>

#include "profiles/spec_line.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace linecheck::ui {

/// A line for pasted figures. Where a sensitivity does not say what it is for, both readings are
/// offered as buttons, and nothing is taken before one is pressed.
class SpecBox : public QWidget {
  Q_OBJECT

 public:
  explicit SpecBox(QWidget* parent = nullptr);

 Q_SIGNALS:
  /// The line is clear now; a sensitivity in it has its reference.
  void understood(const linecheck::profiles::SpecLine& line);

 private:
  void read();
  void take(profiles::Sensitivity::Reference reference);
  void offer();
  void finish();
  void say(const QString& text);

  QLineEdit* line_;
  QLabel* answer_;
  QWidget* choice_;
  QPushButton* perMilliwatt_;
  QPushButton* perVolt_;
  profiles::SpecLine read_;
};

}  // namespace linecheck::ui
