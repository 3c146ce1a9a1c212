#pragma once

#include <QWidget>
#include <optional>

#include "levels/harness_view.h"
#include "levels/measurement_run.h"
#include "theme/theme.h"

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace linecheck::ui {

class HarnessPane;
class ParameterForm;

/// Above the results: which jack goes where, the settings, and the one button that does the next
/// thing. While it plays: what is heard now and how long it still takes.
class RunPanel : public QWidget {
  Q_OBJECT

 public:
  /// The run outlives the panel.
  RunPanel(const Theme& theme, MeasurementRun& run, QWidget* parent = nullptr);

  /// What the button would run; null is the check-up.
  void show(const measure::Procedure* procedure);
  [[nodiscard]] ParameterForm& form() const { return *form_; }
  /// What stands on the button.
  [[nodiscard]] QString deed() const;
  /// As if the button was pressed.
  void press();
  /// The device that plays and captures, for the picture.
  void setInterface(const HarnessDevice& device);
  /// The next of several, during a check-up: "3 of 9".
  void setPlace(const QString& place);
  /// Leaves the cables' picture out, and its room to the results.
  void setCompact(bool isCompact);
  /// A question before anything is run: what the two buttons say, and what stands beside them.
  struct Question {
    QString yes;
    QString no;
    QString note;
  };
  /// Yes is `agreePressed`, no is `stopPressed`. Without one the buttons are the run's.
  void ask(const std::optional<Question>& question);

 Q_SIGNALS:
  void runPressed();
  void agreePressed();
  void goOnPressed();
  void stopPressed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  void refresh();
  void showProgress(double done, const std::string& segment, Seconds left);
  [[nodiscard]] measure::Harness harness() const;

  const Theme& theme_;
  MeasurementRun& run_;
  const measure::Procedure* procedure_ = nullptr;
  HarnessPane* harness_;
  ParameterForm* form_;
  QLabel* wants_;
  QLabel* now_;
  QProgressBar* progress_;
  QPushButton* deed_;
  QPushButton* stop_;
  QWidget* right_;
  QBoxLayout* row_ = nullptr;
  bool isCompact_ = false;
  QString place_;
  std::optional<Question> question_;
};

}  // namespace linecheck::ui
