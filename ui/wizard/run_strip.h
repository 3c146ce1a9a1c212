#pragma once

#include <QWidget>
#include <vector>

#include "theme/theme.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace linecheck::ui {

class SetupRun;

/// A measurement of the set-up on its step: the button that begins it, what is asked before it
/// plays, how far it is, and Stop.
class RunStrip : public QWidget {
  Q_OBJECT

 public:
  /// What the strip begins, by ids of procedures, and what its button says.
  struct Deed {
    QString text;
    QString about;  ///< Over the buttons while nothing goes on: what has to be plugged in.
    std::vector<std::string_view> procedures;
  };

  /// Both outlive the strip.
  RunStrip(const Theme& theme, SetupRun& run, Deed deed, QWidget* parent = nullptr);

  void press();
  [[nodiscard]] QPushButton& button() const { return *begin_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void refresh();

  const Theme& theme_;
  SetupRun& run_;
  Deed deed_;
  QLabel* text_;
  QProgressBar* progress_;
  QPushButton* begin_;
  QPushButton* no_;
};

}  // namespace linecheck::ui
