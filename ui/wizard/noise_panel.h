#pragma once

#include <QWidget>

#include "theme/theme.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace linecheck::ui {

class NoiseCheck;
class VerdictBanner;

/// The hum check: one button, the verdict, and from there into the hunt.
class NoisePanel : public QWidget {
  Q_OBJECT

 public:
  /// Both outlive the panel.
  NoisePanel(const Theme& theme, NoiseCheck& check, QWidget* parent = nullptr);

 Q_SIGNALS:
  void huntWanted();

 private:
  void refresh();

  NoiseCheck& check_;
  VerdictBanner* banner_;
  QLabel* text_;
  QProgressBar* progress_;
  QPushButton* listen_;
  QPushButton* hunt_;
};

}  // namespace linecheck::ui
