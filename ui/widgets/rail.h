#pragma once

#include <QWidget>
#include <vector>

#include "theme/theme.h"

class QButtonGroup;
class QVBoxLayout;

namespace linecheck::ui {

/// The pages at the window's left edge, each an icon over a word. One of them is current.
class Rail : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kWidth = 72;

  enum class Icon { chain, hum, levels, match };

  explicit Rail(const Theme& theme, QWidget* parent = nullptr);

  /// Pages count from 0 in the order in which they are added. `key` is named in the tip.
  void addPage(Icon icon, const QString& name, const QString& key);
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

}  // namespace linecheck::ui
