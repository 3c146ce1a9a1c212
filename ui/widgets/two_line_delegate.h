#pragma once

#include <QStyledItemDelegate>

namespace linecheck::ui {

/// Draws an item as its text over a quieter line, `kCaption` of its data.
class TwoLineDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  static constexpr int kCaption = Qt::UserRole + 100;

  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;
};

}  // namespace linecheck::ui
