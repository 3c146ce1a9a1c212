#pragma once

#include <QTableWidget>

#include "levels/checkup.h"
#include "levels/run_history.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// What became of a check-up, a row for each measurement: state, main figure, finding. A click or
/// Enter leads to the measurement.
class CheckupTable : public QTableWidget {
  Q_OBJECT

 public:
  explicit CheckupTable(const Theme& theme, QWidget* parent = nullptr);

  void show(const Checkup& checkup, const RunHistory& history);

 Q_SIGNALS:
  void chosen(const linecheck::measure::Procedure* procedure);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void choose(int row);
  void addRow(const Checkup::Entry& entry, const RunHistory& history);
  void drawIcons();
  void fit();

  const Theme& theme_;
  std::vector<Checkup::Entry> entries_;
  int fitted_ = 0;  ///< The width that the columns were made for.
};

}  // namespace linecheck::ui
