#pragma once

#include <QFontMetricsF>
#include <QStyledItemDelegate>

#include "match/candidate_column.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// Draws a candidate's cells: verdicts with icon and word, numbers one under the other with their
/// ranges in lighter text behind them.
class CandidateDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  static constexpr int kRowHeight = 30;
  static constexpr int kStackedHeight = 38;

  explicit CandidateDelegate(const Theme& theme, QObject* parent = nullptr);

  /// Ranges under their numbers, where the table is narrow.
  void setStacked(bool isStacked) { isStacked_ = isStacked; }
  [[nodiscard]] bool isStacked() const { return isStacked_; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

 private:
  void drawMark(QPainter& painter, const QRectF& cell, const QModelIndex& index) const;
  void drawVerdict(QPainter& painter, const QRectF& cell, const QModelIndex& index) const;
  void drawNumber(QPainter& painter, const QRectF& cell, const QModelIndex& index) const;
  void drawWords(QPainter& painter, const QRectF& cell, const QModelIndex& index) const;

  [[nodiscard]] qreal numberRoom(CandidateColumn column) const;

  const Theme& theme_;
  // Kept, because a whole table is measured at each move of a slider.
  QFont body_ = textFont(TextSize::body);
  QFont small_ = textFont(TextSize::caption);
  QFontMetricsF bodyMetrics_{body_};
  QFontMetricsF smallMetrics_{small_};
  qreal wholeRoom_ = 0.0;
  qreal tenthsRoom_ = 0.0;
  bool isStacked_ = false;
};

}  // namespace linecheck::ui
