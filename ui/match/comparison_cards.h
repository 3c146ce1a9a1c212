#pragma once

#include <QWidget>
#include <optional>

#include "match/candidate_column.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// The picked outputs side by side: what decides, figure by figure. The pointer reads where a
/// figure comes from; a click, or the arrow keys, go to one.
class ComparisonCards : public QWidget {
  Q_OBJECT

 public:
  ComparisonCards(const Theme& theme, const Candidates& candidates, QWidget* parent = nullptr);

  [[nodiscard]] QSize minimumSizeHint() const override { return {320, 120}; }

 Q_SIGNALS:
  void figureChosen(std::size_t output, CandidateColumn column);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  /// A figure by the place of its card and its row on it.
  struct Spot {
    std::size_t place = 0;
    std::size_t row = 0;
  };
  void describe();
  void choose(const Spot& spot);
  [[nodiscard]] QRectF cardBox(std::size_t place) const;
  [[nodiscard]] std::optional<Spot> spotAt(const QPointF& point) const;
  void drawCard(QPainter& painter, const QRectF& box, std::size_t place) const;

  const Theme& theme_;
  const Candidates& candidates_;
  std::optional<Spot> chosen_;
};

}  // namespace linecheck::ui
