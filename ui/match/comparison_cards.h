#pragma once

#include <QWidget>

#include "match/candidate_column.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// The picked outputs side by side: what decides, figure by figure.
class ComparisonCards : public QWidget {
  Q_OBJECT

 public:
  ComparisonCards(const Theme& theme, const Candidates& candidates, QWidget* parent = nullptr);

  [[nodiscard]] QSize minimumSizeHint() const override { return {360, 140}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  void describe();
  void drawCard(QPainter& painter, const QRectF& box, std::size_t place) const;

  const Theme& theme_;
  const Candidates& candidates_;
};

}  // namespace linecheck::ui
