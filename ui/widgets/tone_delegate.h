#pragma once

#include <QStyledItemDelegate>

#include "theme/theme.h"

namespace linecheck::ui {

/// Draws an item as an icon of its tone beside a word and a text of as many lines as it takes.
class ToneDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  static constexpr int kTone = Qt::UserRole + 100;  ///< A BannerState::Tone, as a number.
  static constexpr int kWord = Qt::UserRole + 101;
  static constexpr int kIsQuiet = Qt::UserRole + 102;  ///< Drawn as done with.

  explicit ToneDelegate(const Theme& theme, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;

 private:
  const Theme& theme_;
};

}  // namespace linecheck::ui
