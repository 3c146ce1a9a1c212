#pragma once

#include <QWidget>

#include "text/banner_state.h"
#include "theme/theme.h"

class QLabel;
class QPushButton;

namespace linecheck::ui {

/// The one sentence that matters most: icon, sentence and confidence over a quiet second line.
class VerdictBanner : public QWidget {
  Q_OBJECT

 public:
  explicit VerdictBanner(const Theme& theme, QWidget* parent = nullptr);

  /// Shows `state` and tells screen readers if its sentence is new.
  void show(const BannerState& state);
  [[nodiscard]] const BannerState& state() const { return state_; }
  /// The one button that does the next thing; empty for none.
  void setDeed(const QString& deed);

 Q_SIGNALS:
  void deedPressed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void colour();

  const Theme& theme_;
  BannerState state_;
  QLabel* sentence_;
  QLabel* detail_;
  QLabel* confidence_;
  QPushButton* deed_;
};

}  // namespace linecheck::ui
