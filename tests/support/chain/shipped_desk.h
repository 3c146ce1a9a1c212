#pragma once

#include <string>

#include "chain/chain.h"

namespace linecheck::testing {

/// A desk of shipped profiles: computer, Zen Go, L30 II and M1 as well as a pair of monitors on
/// the interface's balanced outputs, all on one strip but the monitors.
inline chain::Chain shippedDesk() {
  using namespace chain;
  Chain desk;
  desk.name = "Studio";
  const auto device = [&](const char* id, const char* profile) -> Device& {
    Device one;
    one.id = DeviceId(id);
    one.profile = profile;
    return desk.devices.emplace_back(std::move(one));
  };
  const auto cable = [&](const char* id, CableKind kind, const char* from, const char* fromPort,
                         const char* to, const char* toPort) -> Cable& {
    Cable one;
    one.id = CableId(id);
    one.kind = kind;
    one.from.socket = {DeviceId(from), fromPort, {}};
    one.to.socket = {DeviceId(to), toPort, {}};
    return desk.cables.emplace_back(std::move(one));
  };
  const auto point = [&](const char* id, PowerPoint::Kind kind, const char* name) -> PowerPoint& {
    PowerPoint one;
    one.id = PowerPointId(id);
    one.kind = kind;
    one.name = name;
    return desk.powerPoints.emplace_back(std::move(one));
  };
  const auto lead = [&](const char* id, const char* from, auto to) {
    PowerLead one;
    one.id = PowerLeadId(id);
    one.from = PowerPointId(from);
    one.to = std::move(to);
    desk.powerLeads.push_back(std::move(one));
  };
  device("computer", "generic-computer");
  device("zen-go", "antelope-zen-go");
  Device& amplifier = device("l30", "topping-l30-ii");
  amplifier.settings["mode"] = Position{"HPA"};
  amplifier.settings["gain"] = Position{"L"};
  amplifier.settings["volume"] = Travel{0.4};
  device("m1", "neuropunk-m1");
  device("monitor-left", "adam-t7v").name = "T7V left";
  device("monitor-right", "adam-t7v").name = "T7V right";
  cable("usb", CableKind::usb, "computer", "usb-a", "zen-go", "usb");
  cable("line", CableKind::analogue, "zen-go", "line-out", "l30", "line-in").length =
      Metres::of(1.0);
  cable("plug", CableKind::headphone, "l30", "headphones", "m1", "plug");
  cable("left", CableKind::analogue, "zen-go", "monitor-out", "monitor-left", "xlr-in")
      .from.socket.index = 0;
  cable("right", CableKind::analogue, "l30", "pre-out", "monitor-right", "rca-in")
      .from.socket.index = 1;
  point("wall", PowerPoint::Kind::outlet, "").circuit = "desk";
  point("wall-2", PowerPoint::Kind::outlet, "Window outlet").circuit = "hall";
  point("strip", PowerPoint::Kind::strip, "");
  lead("strip-lead", "wall", PowerPointId("strip"));
  lead("computer-lead", "strip", DeviceId("computer"));
  lead("l30-lead", "strip", DeviceId("l30"));
  lead("left-lead", "wall-2", DeviceId("monitor-left"));
  lead("right-lead", "wall-2", DeviceId("monitor-right"));
  return desk;
}

}  // namespace linecheck::testing
