#pragma once

#include <QWidget>

#include "theme/theme.h"

class QLabel;
class QPushButton;
class QString;

namespace linecheck::ui {

class NoiseCheck;
class SetupModel;
class SetupRun;
class SystemWatch;

/// The whole once more: printed, and measured again, with what has changed since.
class ChecklistPanel : public QWidget {
  Q_OBJECT

 public:
  /// All outlive the panel.
  ChecklistPanel(const Theme& theme, SetupModel& model, SetupRun& run, NoiseCheck& noise,
                 SystemWatch& watch, QWidget* parent = nullptr);

  /// All that can be measured, once more.
  void measureAll();
  /// False if it cannot be written.
  bool savePdf(const QString& file);
  [[nodiscard]] QString changesText() const;

 Q_SIGNALS:
  /// All is measured again.
  void measured();
  void failed(const QString& message);

 private:
  enum class Stage { idle, measuring, listening };

  void onRun();
  void onNoise();
  void finish();
  void refresh();
  void print();
  void askForPdf();

  SetupModel& model_;
  SetupRun& run_;
  NoiseCheck& noise_;
  SystemWatch& watch_;
  Stage stage_ = Stage::idle;
  bool isCompared_ = false;
  bool wantsNoise_ = false;
  QLabel* text_;
  QPushButton* again_;
};

}  // namespace linecheck::ui
