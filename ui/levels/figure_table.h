#pragma once

#include <QTableView>
#include <vector>

#include "levels/figure_model.h"

namespace linecheck::ui {

/// The figures of a run. Rows are selected; Ctrl+C copies them, or all, as tab-separated values.
class FigureTable : public QTableView {
  Q_OBJECT

 public:
  explicit FigureTable(QWidget* parent = nullptr);

  void show(const measure::Reading& reading, std::vector<ExpectedValue> expected = {},
            std::vector<measure::Figure> inDbu = {});
  [[nodiscard]] const FigureModel& figures() const { return *model_; }
  void copy() const;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// So that every column is seen whole; texts that have no room wrap.
  void fit();

  FigureModel* model_;
  int fitted_ = 0;  ///< The width that the columns were made for.
};

}  // namespace linecheck::ui
