#pragma once

#include <QWidget>
#include <vector>

#include "setup/state.h"
#include "theme/theme.h"

class QButtonGroup;

namespace linecheck::ui {

/// The steps as a signal chain: each is a stage, and the cable lights up as far as all is done.
/// Any of them can be pressed.
class StepTrack : public QWidget {
  Q_OBJECT

 public:
  explicit StepTrack(const Theme& theme, QWidget* parent = nullptr);

  void show(const std::vector<setup::StepState>& steps, setup::StepId at);
  /// Takes less height, for a low window.
  void setLow(bool isLow);

 Q_SIGNALS:
  void chosen(linecheck::setup::StepId step);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QButtonGroup* stages_;
  bool isLow_ = false;
  std::size_t lit_ = 0;  ///< So many stages from the first on are settled.
};

}  // namespace linecheck::ui
