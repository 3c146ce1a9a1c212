#pragma once

#include <QWidget>

#include "canvas/chain_view.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// A device: its name over its connectors, each on the edge that faces the signal.
class DeviceCard : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kWidth = 200;

  DeviceCard(const Theme& theme, CardView view, QWidget* parent = nullptr);

  [[nodiscard]] const CardView& view() const { return view_; }
  /// How far down the edge a connector's middle lies.
  [[nodiscard]] static int connectorY(std::size_t index);

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void drawConnectors(QPainter& painter, const std::vector<ConnectorView>& connectors,
                      const std::vector<ConnectorView>& opposite, bool onLeft) const;

  const Theme& theme_;
  CardView view_;
};

}  // namespace linecheck::ui
