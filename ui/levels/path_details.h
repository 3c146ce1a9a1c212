#pragma once

#include <QWidget>
#include <vector>

#include "measure/gate.h"
#include "text/run_note.h"
#include "theme/theme.h"

class QLabel;
class QScrollArea;
class QToolButton;

namespace linecheck::ui {

/// What the check of a path found, one by one: how to mend it, and where that is in the menus of
/// this system. Those of other systems are folded away. Under that stands what else there is to be
/// told of a run. Hidden while there is nothing.
class PathDetails : public QWidget {
  Q_OBJECT

 public:
  explicit PathDetails(const Theme& theme, QWidget* parent = nullptr);

  /// Null without a path.
  void show(const measure::PathReport* path, std::vector<RunNote> notes = {});
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
  std::vector<RunNote> notes_;
  QLabel* label_;
  QScrollArea* scroll_;
  QToolButton* fold_;
};

}  // namespace linecheck::ui
