#pragma once

#include <QWidget>
#include <vector>

#include "theme/theme.h"

namespace linecheck::ui {

/// What the colours of cables mean, for those that are in the drawing.
class CableLegend : public QWidget {
  Q_OBJECT

 public:
  explicit CableLegend(const Theme& theme, QWidget* parent = nullptr);

  void show(std::vector<Role> roles);

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  std::vector<Role> roles_;
};

}  // namespace linecheck::ui
