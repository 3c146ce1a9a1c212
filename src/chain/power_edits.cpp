#include "chain/edit_making.h"
#include "chain/edits.h"

namespace linecheck::chain {
namespace {

std::string wordFor(PowerPoint::Kind kind) {
  switch (kind) {
    case PowerPoint::Kind::outlet:
      return "outlet";
    case PowerPoint::Kind::strip:
      return "strip";
    case PowerPoint::Kind::conditioner:
      return "conditioner";
    case PowerPoint::Kind::ups:
      return "ups";
  }
  return "power";
}

std::string idOfTarget(const PowerLead& lead) {
  return std::visit([](const auto& id) { return id.text(); }, lead.to);
}

/// What a lead feeds, as the user knows it.
std::string nameOfTarget(const Desk& desk, const PowerLead& lead) {
  if (const auto* device = std::get_if<DeviceId>(&lead.to)) return desk.name(*device);
  const PowerPoint* point = desk.powerPoint(std::get<PowerPointId>(lead.to));
  return point ? nameOf(*point) : idOfTarget(lead);
}

bool isAt(const PowerLead& lead, const PowerPointId& point) {
  const auto* to = std::get_if<PowerPointId>(&lead.to);
  return lead.from == point || (to && *to == point);
}

}  // namespace

Result<Edit> addPowerPoint(const Desk& desk, PowerPoint point) {
  if (point.id.text().empty()) {
    point.id =
        PowerPointId(newId(desk.chain(), point.name.empty() ? wordFor(point.kind) : point.name));
  }
  Edit edit{EditKind::addPower, nameOf(point), {}};
  insert(edit, desk.chain().powerPoints, std::move(point));
  return checked(desk, std::move(edit));
}

Result<Edit> changePowerPoint(const Desk& desk, const PowerPoint& point) {
  const auto index = indexOf(desk.chain().powerPoints, point.id);
  if (!index) return noSuch("power point", point.id.text());
  Edit edit{EditKind::changePower, nameOf(desk.chain().powerPoints[*index]), {}};
  exchange(edit, desk.chain().powerPoints, *index, point);
  return checked(desk, std::move(edit));
}

Result<Edit> removePowerPoint(const Desk& desk, const PowerPointId& id) {
  const PowerPoint* point = desk.powerPoint(id);
  if (!point) return noSuch("power point", id.text());
  std::vector<std::string> gone{id.text()};
  for (const PowerLead& lead : desk.chain().powerLeads) {
    if (isAt(lead, id)) gone.push_back(lead.id.text());
  }
  Edit edit{EditKind::removePower, nameOf(*point), {}};
  eraseApprovals(edit, desk.chain(), gone);
  eraseIf(edit, desk.chain().powerLeads, [&](const PowerLead& lead) { return isAt(lead, id); });
  eraseIf(edit, desk.chain().powerPoints, [&](const PowerPoint& other) { return other.id == id; });
  return checked(desk, std::move(edit));
}

Result<Edit> feed(const Desk& desk, PowerLead lead) {
  const Chain& chain = desk.chain();
  const auto fed =
      indexIf(chain.powerLeads, [&](const PowerLead& other) { return other.to == lead.to; });
  if (lead.id.text().empty()) {
    lead.id =
        fed ? chain.powerLeads[*fed].id : PowerLeadId(newId(chain, idOfTarget(lead) + "-power"));
  }
  Edit edit{fed ? EditKind::changePower : EditKind::addPower, nameOfTarget(desk, lead), {}};
  if (!fed) {
    insert(edit, chain.powerLeads, std::move(lead));
  } else {
    const std::string before = chain.powerLeads[*fed].id.text();
    if (before != lead.id.text()) eraseApprovals(edit, chain, {before});
    exchange(edit, chain.powerLeads, *fed, std::move(lead));
  }
  return checked(desk, std::move(edit));
}

Result<Edit> unplug(const Desk& desk, const PowerLeadId& id) {
  const Chain& chain = desk.chain();
  const auto index = indexOf(chain.powerLeads, id);
  if (!index) return noSuch("power lead", id.text());
  Edit edit{EditKind::removePower, nameOfTarget(desk, chain.powerLeads[*index]), {}};
  eraseApprovals(edit, chain, {id.text()});
  eraseIf(edit, chain.powerLeads, [&](const PowerLead& other) { return other.id == id; });
  return checked(desk, std::move(edit));
}

Result<Edit> addGroundLead(const Desk& desk, GroundLead lead) {
  if (!desk.device(lead.device)) return noSuch("device", lead.device.text());
  if (lead.id.text().empty()) {
    const std::string word = lead.kind == GroundLead::Kind::antenna ? "-antenna" : "-network";
    lead.id = GroundLeadId(newId(desk.chain(), lead.device.text() + word));
  }
  Edit edit{EditKind::connect, desk.name(lead.device), {}};
  insert(edit, desk.chain().groundLeads, std::move(lead));
  return checked(desk, std::move(edit));
}

Result<Edit> removeGroundLead(const Desk& desk, const GroundLeadId& id) {
  const Chain& chain = desk.chain();
  const auto index = indexOf(chain.groundLeads, id);
  if (!index) return noSuch("ground lead", id.text());
  Edit edit{EditKind::disconnect, desk.name(chain.groundLeads[*index].device), {}};
  eraseApprovals(edit, chain, {id.text()});
  eraseIf(edit, chain.groundLeads, [&](const GroundLead& other) { return other.id == id; });
  return checked(desk, std::move(edit));
}

}  // namespace linecheck::chain
