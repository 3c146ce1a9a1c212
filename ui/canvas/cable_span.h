#pragma once

#include <QWidget>

#include "canvas/chain_view.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// The cable between two neighbouring cards, coloured by what it carries.
class CableSpan : public QWidget {
  Q_OBJECT

 public:
  /// `name` tells what it joins: "From USB of Computer to USB of Zen Go".
  CableSpan(const Theme& theme, CableView view, const QString& name, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override { return {150, 100}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {72, 60}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  CableView view_;
};

}  // namespace linecheck::ui
