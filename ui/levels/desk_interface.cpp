#include "levels/desk_interface.h"

#include <QStringList>

#include "chain/listeners.h"

namespace linecheck::ui {
namespace {

const chain::Device* interfaceOf(const chain::Desk& desk) {
  for (const chain::Device& device : desk.chain().devices) {
    const auto* profile = desk.profile(device.id);
    if (profile != nullptr && profile->kind == profiles::Kind::audioInterface) return &device;
  }
  return nullptr;
}

}  // namespace

const profiles::Profile* interfaceProfile(const chain::Desk& desk) {
  const auto* device = interfaceOf(desk);
  return device != nullptr ? desk.profile(device->id) : nullptr;
}

QString wornAt(const chain::Desk& desk) {
  const auto* device = interfaceOf(desk);
  if (device == nullptr) return {};
  QStringList names;
  for (const chain::Listener& listener : chain::listenersOf(desk, device->id).all) {
    const auto* profile = listener.isWorn ? desk.profile(listener.device) : nullptr;
    if (profile != nullptr) names << QString::fromStdString(profile->model);
  }
  names.removeDuplicates();
  return names.join(QStringLiteral(", "));
}

}  // namespace linecheck::ui
