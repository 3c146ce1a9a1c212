#pragma once

#include <QWidget>
#include <vector>

#include "match/candidate_column.h"
#include "theme/theme.h"

class QButtonGroup;
class QStackedWidget;

namespace linecheck::ui {

class ChartPlot;
class FlowLayout;

/// The picked outputs side by side: as cards, or as one plot, or as all plots together.
class ComparisonArea : public QWidget {
  Q_OBJECT

 public:
  enum class Sheet { cards, loudness, response, demand, noise, all };

  ComparisonArea(const Theme& theme, const Candidates& candidates, QWidget* parent = nullptr);

  void choose(Sheet sheet);
  [[nodiscard]] Sheet sheet() const;
  /// Where the focus is, or the first that is seen; null if no plot is seen.
  [[nodiscard]] ChartPlot* plotInFront() const;

 Q_SIGNALS:
  /// On a card.
  void figureChosen(std::size_t output, CandidateColumn column);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addSheet(const QString& name, const QString& about, QWidget* sheet);
  void show();

  const Candidates& candidates_;
  FlowLayout* names_;
  QButtonGroup* buttons_;
  QStackedWidget* sheets_;
  std::vector<ChartPlot*> single_;
  std::vector<ChartPlot*> together_;
  bool isSheetUsers_ = false;
};

}  // namespace linecheck::ui
