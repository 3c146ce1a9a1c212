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

  [[nodiscard]] const CableView& view() const { return view_; }
  /// Lights it as the place that is suspected, with the reason; empty: puts the light out.
  void setSuspicion(const QString& why);
  [[nodiscard]] const QString& suspicion() const { return suspicion_; }

  [[nodiscard]] QSize sizeHint() const override { return {150, 100}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {72, 60}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  void describe();

  CableView view_;
  QString name_;
  QString suspicion_;
};

}  // namespace linecheck::ui
