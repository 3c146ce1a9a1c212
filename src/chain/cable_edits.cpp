#include "chain/edit_making.h"
#include "chain/edits.h"

namespace linecheck::chain {
namespace {

std::string nameOf(const Desk& desk, const Cable& cable) {
  return desk.name(cable.from.socket.device) + " → " + desk.name(cable.to.socket.device);
}

/// A socket can be plugged into only where its device's profile tells of it.
Result<void> checkKnown(const Desk& desk, const Socket& socket) {
  if (!desk.device(socket.device) || desk.profile(socket.device)) return {};
  return fail(ErrorCode::notFound,
              "The profile of " + desk.name(socket.device) +
                  " is not in the library, so that its sockets are not known.",
              Place(socket.device, socket.port).text());
}

}  // namespace

Result<Edit> connect(const Desk& desk, Cable cable) {
  for (const CableEnd* end : {&cable.from, &cable.to}) {
    if (!desk.device(end->socket.device)) return noSuch("device", end->socket.device.text());
    if (auto known = checkKnown(desk, end->socket); !known) return fail(known.error());
  }
  if (cable.id.text().empty()) {
    cable.id = CableId(newId(
        desk.chain(), cable.from.socket.device.text() + "-to-" + cable.to.socket.device.text()));
  }
  Edit edit{EditKind::connect, nameOf(desk, cable), {}};
  insert(edit, desk.chain().cables, std::move(cable));
  return checked(desk, std::move(edit));
}

Result<Edit> disconnect(const Desk& desk, const CableId& id) {
  const Cable* cable = desk.cable(id);
  if (!cable) return noSuch("cable", id.text());
  Edit edit{EditKind::disconnect, nameOf(desk, *cable), {}};
  eraseApprovals(edit, desk.chain(), {id.text()});
  eraseIf(edit, desk.chain().cables, [&](const Cable& other) { return other.id == id; });
  return checked(desk, std::move(edit));
}

Result<Edit> changeCable(const Desk& desk, const Cable& cable) {
  const auto index = indexOf(desk.chain().cables, cable.id);
  if (!index) return noSuch("cable", cable.id.text());
  const Cable& before = desk.chain().cables[*index];
  const std::pair<const CableEnd*, const CableEnd*> ends[] = {{&before.from, &cable.from},
                                                              {&before.to, &cable.to}};
  for (const auto& [was, is] : ends) {
    if (was->socket == is->socket) continue;
    if (!desk.device(is->socket.device)) return noSuch("device", is->socket.device.text());
    if (auto known = checkKnown(desk, is->socket); !known) return fail(known.error());
  }
  Edit edit{EditKind::changeCable, nameOf(desk, cable), {}};
  exchange(edit, desk.chain().cables, *index, cable);
  return checked(desk, std::move(edit));
}

}  // namespace linecheck::chain
