#pragma once

#include <QTableView>
#include <optional>

#include "match/candidate_model.h"
#include "theme/theme.h"

namespace linecheck::ui {

class CandidateDelegate;

/// The candidates, ranked. A click on a column's name sorts by it, the arrow keys go from cell to
/// cell, the space bar puts the row side by side with others, Enter adds it to the chain.
class CandidateTable : public QTableView {
  Q_OBJECT

 public:
  CandidateTable(const Theme& theme, Candidates& candidates, QWidget* parent = nullptr);

  [[nodiscard]] CandidateModel& candidateModel() { return model_; }
  /// The output of the row with the focus.
  [[nodiscard]] std::optional<std::size_t> current() const;
  [[nodiscard]] CandidateColumn currentColumn() const;
  void selectBest();
  /// Goes to the cell.
  void select(std::size_t output, CandidateColumn column);
  void togglePick();
  /// By the column with the focus, the best first; the other way round if it is by that already.
  void sortByCurrent();

 Q_SIGNALS:
  /// Another cell, or other figures in it.
  void currentMoved();
  void addWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitColumns();
  [[nodiscard]] int widthOf(CandidateColumn column) const;

  Candidates& candidates_;
  CandidateModel model_;
  CandidateDelegate* delegate_;
};

}  // namespace linecheck::ui
