#pragma once

#include <QWidget>

#include "measure/gate.h"
#include "theme/theme.h"

class QLabel;
class QScrollArea;
class QToolButton;

namespace linecheck::ui {

/// What the check of a path found, one by one: how to mend it, and where that is in the menus of
/// this system. Those of other systems are folded away. Hidden while nothing was found.
class PathDetails : public QWidget {
  Q_OBJECT

 public:
  explicit PathDetails(const Theme& theme, QWidget* parent = nullptr);

  /// Null hides it.
  void show(const measure::PathReport* path);
  [[nodiscard]] QString text() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  void write();

  const Theme& theme_;
  measure::PathReport path_;
  QLabel* label_;
  QScrollArea* scroll_;
  QToolButton* fold_;
};

}  // namespace linecheck::ui
