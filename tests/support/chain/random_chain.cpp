#include "support/chain/random_chain.h"

#include <array>
#include <utility>
#include <vector>

#include "chain/edits.h"
#include "chain/vocabulary.h"
#include "profiles/vocabulary.h"
#include "support/chain/random_part.h"
#include "support/chain/shipped_profiles.h"

namespace linecheck::chain::testing {
namespace {

using profiles::Direction;
using profiles::Port;
using Made = std::optional<Edit>;

Made legal(Result<Edit> edit) {
  return edit ? Made(std::move(*edit)) : std::nullopt;
}

/// A part that the chain has; null from an empty list.
template <class Part>
const Part* anyOf(Draw& draw, const std::vector<Part>& parts) {
  return parts.empty() ? nullptr : &parts[draw.below(parts.size())];
}

/// Every kind alike, for of the models half are headphones, to which only one cable leads; and of
/// two models of the kind the one with more ports.
Made addAny(Draw& draw, const Desk& desk) {
  const auto kind = profiles::kKinds[draw.below(profiles::kKinds.size())].second;
  const auto ofKind = shippedLibrary().ofKind(kind);
  const profiles::Profile* one = &draw.of(ofKind)->profile;
  const profiles::Profile* other = &draw.of(ofKind)->profile;
  const bool otherHasMore = other->ports.size() > one->ports.size();
  return legal(addDevice(desk, otherHasMore ? other : one, draw.text()));
}

Made removeAny(Draw& draw, const Desk& desk) {
  const Device* device = anyOf(draw, desk.chain().devices);
  return device ? legal(removeDevice(desk, device->id)) : std::nullopt;
}

Made changeAny(Draw& draw, const Desk& desk) {
  const Device* device = anyOf(draw, desk.chain().devices);
  if (!device) return std::nullopt;
  Device changed = *device;
  drawDevice(draw, changed, desk);
  return legal(changeDevice(desk, changed));
}

Made setAny(Draw& draw, const Desk& desk) {
  const Device* device = anyOf(draw, desk.chain().devices);
  const profiles::Profile* profile = device ? desk.profile(device->id) : nullptr;
  const auto* control = profile ? anyOf(draw, profile->controls) : nullptr;
  if (!control) return std::nullopt;
  const bool forgets = draw.oneIn(6);
  return legal(
      changeSetting(desk, device->id, control->id,
                    forgets ? std::nullopt : std::optional(randomSetting(draw, *control))));
}

Made moveAny(Draw& draw, const Desk& desk) {
  const Device* device = anyOf(draw, desk.chain().devices);
  if (!device) return std::nullopt;
  return legal(moveCard(desk, {device->id, draw.between(-500, 2000), draw.between(-500, 2000)}));
}

/// Any socket whose port is not against the direction.
std::optional<Socket> anySocket(Draw& draw, const Desk& desk, Direction against) {
  const Device* device = anyOf(draw, desk.chain().devices);
  const profiles::Profile* profile = device ? desk.profile(device->id) : nullptr;
  if (!profile) return std::nullopt;
  std::vector<const Port*> ports;
  for (const Port& port : profile->ports) {
    if (port.direction != against) ports.push_back(&port);
  }
  if (ports.empty()) return std::nullopt;
  const Port& port = *draw.of(ports);
  Socket socket{device->id, port.id, {}};
  if (port.sockets > 1 && draw.oneIn(3)) {
    socket.index = static_cast<int>(draw.below(static_cast<std::size_t>(port.sockets)));
  }
  return socket;
}

bool plugAnywhere(Draw& draw, const Desk& desk, Cable& cable) {
  const auto from = anySocket(draw, desk, Direction::in);
  const auto to = anySocket(draw, desk, Direction::out);
  if (!from || !to || from->device == to->device) return false;
  cable.from.socket = *from;
  cable.to.socket = *to;
  return true;
}

Made connectAny(Draw& draw, const Desk& desk) {
  constexpr int kTries = 3;
  Cable cable;
  drawCable(draw, cable);
  for (int tried = 0; tried < kTries; ++tried) {
    if (!plugAnywhere(draw, desk, cable)) continue;
    if (Made made = legal(connect(desk, cable))) return made;
  }
  return std::nullopt;
}

Made disconnectAny(Draw& draw, const Desk& desk) {
  const Cable* cable = anyOf(draw, desk.chain().cables);
  return cable ? legal(disconnect(desk, cable->id)) : std::nullopt;
}

Made changeAnyCable(Draw& draw, const Desk& desk) {
  const Cable* cable = anyOf(draw, desk.chain().cables);
  if (!cable) return std::nullopt;
  Cable changed = *cable;
  drawCable(draw, changed);
  if (draw.oneIn(3) && !plugAnywhere(draw, desk, changed)) return std::nullopt;
  return legal(changeCable(desk, changed));
}

Made addAnyPoint(Draw& draw, const Desk& desk) {
  PowerPoint point;
  point.kind = kPowerPointKinds[draw.below(kPowerPointKinds.size())].second;
  drawPowerPoint(draw, point);
  return legal(addPowerPoint(desk, point));
}

Made changeAnyPoint(Draw& draw, const Desk& desk) {
  const PowerPoint* point = anyOf(draw, desk.chain().powerPoints);
  if (!point) return std::nullopt;
  PowerPoint changed = *point;
  drawPowerPoint(draw, changed);
  return legal(changePowerPoint(desk, changed));
}

Made removeAnyPoint(Draw& draw, const Desk& desk) {
  const PowerPoint* point = anyOf(draw, desk.chain().powerPoints);
  return point ? legal(removePowerPoint(desk, point->id)) : std::nullopt;
}

Made feedAny(Draw& draw, const Desk& desk) {
  const PowerPoint* from = anyOf(draw, desk.chain().powerPoints);
  const Device* device = anyOf(draw, desk.chain().devices);
  if (!from || !device) return std::nullopt;
  PowerLead lead;
  lead.from = from->id;
  lead.to = device->id;
  if (draw.oneIn(3)) {
    lead.to = draw.of(desk.chain().powerPoints).id;
  } else if (draw.oneIn(2)) {
    lead.adapter = randomAdapter(draw);
  }
  if (draw.oneIn(8)) lead.id = PowerLeadId("lead-" + std::to_string(draw.below(1000)));
  return legal(feed(desk, lead));
}

Made unplugAny(Draw& draw, const Desk& desk) {
  const PowerLead* lead = anyOf(draw, desk.chain().powerLeads);
  return lead ? legal(unplug(desk, lead->id)) : std::nullopt;
}

Made addAnyGroundLead(Draw& draw, const Desk& desk) {
  const Device* device = anyOf(draw, desk.chain().devices);
  if (!device) return std::nullopt;
  GroundLead lead;
  lead.kind = kGroundLeadKinds[draw.below(kGroundLeadKinds.size())].second;
  lead.device = device->id;
  lead.isIsolated = draw.oneIn(3);
  return legal(addGroundLead(desk, lead));
}

Made removeAnyGroundLead(Draw& draw, const Desk& desk) {
  const GroundLead* lead = anyOf(draw, desk.chain().groundLeads);
  return lead ? legal(removeGroundLead(desk, lead->id)) : std::nullopt;
}

Made changeMainsAnyhow(Draw& draw, const Desk& desk) {
  return legal(changeMains(desk, randomMains(draw)));
}

Made renameAnyhow(Draw& draw, const Desk& desk) {
  return legal(rename(desk, draw.text()));
}

Made approveAny(Draw& draw, const Desk& desk) {
  static const std::vector<std::string> kFindings{"unbalanced-run-too-long", "wrong-supply", "hot"};
  Approval approval{draw.of(kFindings), {}};
  if (const Device* device = anyOf(draw, desk.chain().devices); device && !draw.oneIn(4)) {
    approval.where.push_back(device->id.text() + (draw.oneIn(2) ? ":line-in" : ""));
  }
  if (const Cable* cable = anyOf(draw, desk.chain().cables); cable && draw.oneIn(2)) {
    approval.where.push_back(cable->id.text());
  }
  if (const PowerLead* lead = anyOf(draw, desk.chain().powerLeads); lead && draw.oneIn(3)) {
    approval.where.push_back(lead->id.text());
  }
  if (draw.oneIn(8)) approval.where.emplace_back();
  return legal(approve(desk, approval));
}

Made withdrawAny(Draw& draw, const Desk& desk) {
  const Approval* approval = anyOf(draw, desk.chain().approvals);
  return approval ? legal(withdrawApproval(desk, *approval)) : std::nullopt;
}

struct Kind {
  Made (*make)(Draw&, const Desk&);
  std::size_t weight;
};

constexpr std::array kKinds{
    Kind{addAny, 6},
    Kind{removeAny, 1},
    Kind{changeAny, 3},
    Kind{setAny, 6},
    Kind{moveAny, 2},
    Kind{connectAny, 24},
    Kind{disconnectAny, 1},
    Kind{changeAnyCable, 3},
    Kind{addAnyPoint, 3},
    Kind{changeAnyPoint, 1},
    Kind{removeAnyPoint, 1},
    Kind{feedAny, 8},
    Kind{unplugAny, 1},
    Kind{addAnyGroundLead, 1},
    Kind{removeAnyGroundLead, 1},
    Kind{changeMainsAnyhow, 1},
    Kind{renameAnyhow, 1},
    Kind{approveAny, 3},
    Kind{withdrawAny, 1},
};

constexpr std::size_t totalWeight() {
  std::size_t total = 0;
  for (const Kind& kind : kKinds) total += kind.weight;
  return total;
}

}  // namespace

std::optional<Edit> randomEdit(std::mt19937& random, const Desk& desk) {
  constexpr std::size_t kFewDevices = 3;
  Draw draw(random);
  if (desk.chain().devices.size() < kFewDevices && draw.oneIn(2)) return addAny(draw, desk);
  std::size_t drawn = draw.below(totalWeight());
  for (const Kind& kind : kKinds) {
    if (drawn < kind.weight) return kind.make(draw, desk);
    drawn -= kind.weight;
  }
  return std::nullopt;
}

Chain randomChain(std::mt19937& random, int most) {
  Chain chain;
  const auto steps = Draw(random).below(static_cast<std::size_t>(most) + 1);
  for (std::size_t step = 0; step < steps; ++step) {
    if (const auto edit = randomEdit(random, shippedDesk(chain))) apply(chain, *edit);
  }
  return chain;
}

Desk shippedDesk(const Chain& chain) {
  return Desk(chain, shippedProfile);
}

}  // namespace linecheck::chain::testing
