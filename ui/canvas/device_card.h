#pragma once

#include <QWidget>

#include "canvas/card_geometry.h"
#include "canvas/chain_view.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// A device as a widget.
class DeviceCard : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kWidth = card::kWidth;

  DeviceCard(const Theme& theme, CardView view, QWidget* parent = nullptr);

  [[nodiscard]] const CardView& view() const { return view_; }
  /// Lights it as the place that is suspected, with the reason; empty: puts the light out.
  void setSuspicion(const QString& why);
  [[nodiscard]] const QString& suspicion() const { return suspicion_; }
  /// How far down the edge a connector's middle lies.
  [[nodiscard]] static int connectorY(std::size_t index) { return card::connectorY(index); }

  [[nodiscard]] QSize sizeHint() const override { return card::size(view_).toSize(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  void describe();

  CardView view_;
  QString suspicion_;
};

}  // namespace linecheck::ui
