#pragma once

#include <QPointF>
#include <cmath>

#include "canvas/chain_items.h"
#include "chain/cable.h"

namespace linecheck::ui {

[[nodiscard]] inline qreal distance(QPointF a, QPointF b) {
  return std::hypot(a.x() - b.x(), a.y() - b.y());
}

[[nodiscard]] inline const ConnectorView& connectorOf(const CardItem& item,
                                                      const card::ConnectorRef& connector) {
  return card::connectors(item.view(), connector.side)[connector.index];
}

[[nodiscard]] inline chain::Socket socketOf(const CardItem& item,
                                            const card::ConnectorRef& connector) {
  return {chain::DeviceId(item.part()), connectorOf(item, connector).id.toStdString(), {}};
}

}  // namespace linecheck::ui
