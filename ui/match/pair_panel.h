#pragma once

#include <QWidget>
#include <optional>

#include "match/candidate_column.h"
#include "theme/theme.h"

class QLabel;
class QPushButton;
class QTextBrowser;

namespace linecheck::ui {

/// About one output and the headphones: why the verdict, and where the figure in focus comes from.
class PairPanel : public QWidget {
  Q_OBJECT

 public:
  PairPanel(const Theme& theme, const Candidates& candidates, QWidget* parent = nullptr);

  void show(std::optional<std::size_t> output, CandidateColumn column);
  /// What is written, without marks.
  [[nodiscard]] QString text() const;

 Q_SIGNALS:
  void addPressed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void write();
  [[nodiscard]] QString reasonsHtml() const;
  [[nodiscard]] QString originHtml() const;

  const Theme& theme_;
  const Candidates& candidates_;
  std::optional<std::size_t> output_;
  CandidateColumn column_ = CandidateColumn::verdict;
  QString html_;  ///< Writing it takes longer than asking.
  QLabel* name_;
  QTextBrowser* words_;
  QPushButton* add_;
};

}  // namespace linecheck::ui
