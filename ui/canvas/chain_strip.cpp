#include "canvas/chain_strip.h"

#include <QHBoxLayout>
#include <QLayoutItem>
#include <memory>

#include "base/check.h"
#include "canvas/cable_span.h"
#include "canvas/device_card.h"

namespace linecheck::ui {
namespace {

bool isConnected(const ChainView& chain) {
  if (chain.cards.empty()) return chain.cables.empty();
  if (chain.cables.size() + 1 != chain.cards.size()) return false;
  for (std::size_t i = 0; i < chain.cables.size(); ++i) {
    if (chain.cables[i].fromConnector >= chain.cards[i].downstream.size()) return false;
    if (chain.cables[i].toConnector >= chain.cards[i + 1].upstream.size()) return false;
  }
  return true;
}

}  // namespace

ChainStrip::ChainStrip(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setAccessibleName(tr("Signal chain"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kNormal, space::kSnug, space::kNormal, space::kSnug);
  row->setSpacing(0);
}

void ChainStrip::show(const ChainView& chain) {
  if (!LC_VERIFY(isConnected(chain))) return;
  auto* row = static_cast<QHBoxLayout*>(layout());
  while (const std::unique_ptr<QLayoutItem> item{row->takeAt(0)}) delete item->widget();
  row->addStretch(1);
  for (std::size_t i = 0; i < chain.cards.size(); ++i) {
    const CardView& card = chain.cards[i];
    row->addWidget(new DeviceCard(theme_, card, this));
    if (i >= chain.cables.size()) continue;
    const CardView& next = chain.cards[i + 1];
    const CableView& cable = chain.cables[i];
    const QString name = tr("Cable from %1 of %2 to %3 of %4")
                             .arg(card.downstream[cable.fromConnector].label, card.model,
                                  next.upstream[cable.toConnector].label, next.model);
    row->addWidget(new CableSpan(theme_, cable, name, this), 1000);
  }
  row->addStretch(1);
}

void ChainStrip::light(const std::map<QString, QString>& reasons) {
  const auto why = [&](const QString& id) {
    const auto found = id.isEmpty() ? reasons.end() : reasons.find(id);
    return found == reasons.end() ? QString() : found->second;
  };
  for (auto* card : findChildren<DeviceCard*>()) card->setSuspicion(why(card->view().id));
  for (auto* cable : findChildren<CableSpan*>()) cable->setSuspicion(why(cable->view().id));
}

}  // namespace linecheck::ui
