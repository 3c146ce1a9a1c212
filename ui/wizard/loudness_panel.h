#pragma once

#include <QWidget>

class QSpinBox;

namespace linecheck::ui {

class SetupModel;

/// How loud the user listens: what trim and gain are worked out for.
class LoudnessPanel : public QWidget {
  Q_OBJECT

 public:
  /// The model outlives the panel.
  explicit LoudnessPanel(SetupModel& model, QWidget* parent = nullptr);

 private:
  SetupModel& model_;
  QSpinBox* level_;
};

}  // namespace linecheck::ui
