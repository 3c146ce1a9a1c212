#include "profiles/part_readers.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

std::optional<Adapter> readAdapter(const json::Cursor& place, const FigureReader& figures) {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  const auto current = members.required("current").word(kCurrents);
  auto voltage = figures.figure(members.required("voltage"), kSupplyUnits);
  if (!current || !voltage) return std::nullopt;
  return Adapter{*current, std::move(*voltage)};
}

std::optional<Power::Protection> readProtection(const json::Cursor& place,
                                                const FigureReader& figures) {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  const auto protectiveClass = members.required("class").word(kProtectiveClasses);
  Claim claim = figures.claim(members);
  if (!protectiveClass) return std::nullopt;
  return Power::Protection{*protectiveClass, std::move(claim)};
}

}  // namespace

std::optional<Power> readPower(const json::Cursor& place, const FigureReader& figures) {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  Power power;
  power.supply = members.required("supply").word(kSupplies).value_or(Supply::passive);
  const json::Cursor adapter = members.optional("adapter");
  if (adapter && power.supply != Supply::externalAdapter) {
    adapter.fail("Only a device with the supply \"external-adapter\" has an adapter.");
  }
  power.adapter = readAdapter(adapter, figures);
  power.mainsVoltage = figures.figure(members.optional("mains_voltage"), kSupplyUnits);
  power.consumption = figures.figure(members.optional("consumption"), kPowerUnits);
  power.protection = readProtection(members.optional("protective_class"), figures);
  power.activePfc = figures.claimAt(members.optional("active_pfc"));
  power.earthedPlug = figures.claimAt(members.optional("earthed_plug"));
  power.claim = figures.claim(members);
  return power;
}

}  // namespace linecheck::profiles
