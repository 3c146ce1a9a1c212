#pragma once

#include <QWidget>
#include <vector>

#include "theme/theme.h"

class QButtonGroup;
class QPainter;
class QVBoxLayout;

namespace linecheck::ui {

/// The pages at the window's left edge, each an icon over a word. One of them is current.
class Rail : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kWidth = 72;

  enum class Icon { chain, setup, hum, levels, match };

  explicit Rail(const Theme& theme, QWidget* parent = nullptr);

  /// Pages count from 0 in the order in which they are added. `key` is named in the tip.
  void addPage(Icon icon, const QString& name, const QString& key);
  /// −1: none.
  void setCurrent(int page);

 Q_SIGNALS:
  void chosen(int page);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QVBoxLayout* column_;
  QButtonGroup* pages_;
};

/// The icon of a page with the painter's pen, about so far to all sides of `centre` as 11.
void drawRailIcon(QPainter& painter, Rail::Icon icon, QPointF centre);

}  // namespace linecheck::ui
