#include "simulation/example_desk.h"

#include <string>
#include <utility>

namespace linecheck::simulation {
namespace {

using namespace chain;  // NOLINT(google-build-using-namespace): all of it is theirs.

void addDevice(Chain& desk, const char* id, const char* profile, const char* name) {
  Device device;
  device.id = DeviceId(id);
  device.profile = profile;
  device.name = name;
  desk.devices.push_back(std::move(device));
}

Cable& addCable(Chain& desk, const char* id, CableKind kind, Socket from, Socket to,
                double metres) {
  Cable cable;
  cable.id = CableId(id);
  cable.kind = kind;
  cable.from.socket = std::move(from);
  cable.to.socket = std::move(to);
  cable.length = Metres::of(metres);
  return desk.cables.emplace_back(std::move(cable));
}

Socket socket(const char* device, const char* port) {
  return {DeviceId(device), port, {}};
}

void addPoint(Chain& desk, const char* id, PowerPoint::Kind kind, const char* name,
              const char* circuit = "") {
  PowerPoint point;
  point.id = PowerPointId(id);
  point.kind = kind;
  point.name = name;
  point.circuit = circuit;
  desk.powerPoints.push_back(std::move(point));
}

template <class To>
void addLead(Chain& desk, const char* from, const To& to) {
  PowerLead lead;
  lead.id = PowerLeadId(to.text() + "-power");
  lead.from = PowerPointId(from);
  lead.to = to;
  desk.powerLeads.push_back(std::move(lead));
}

}  // namespace

Chain exampleDesk() {
  Chain desk;
  desk.name = "Example desk";
  desk.mains.hasWorkingEarth = true;
  addDevice(desk, "computer", "generic-desktop-computer", "Computer");
  addDevice(desk, "zen-go", "antelope-zen-go", "Zen Go");
  addDevice(desk, "l30-ii", "topping-l30-ii", "L30 II");
  addDevice(desk, "m1", "neuropunk-m1", "M1");
  addDevice(desk, "t7v-left", "adam-t7v", "T7V left");
  addDevice(desk, "t7v-right", "adam-t7v", "T7V right");
  for (Device& device : desk.devices) {
    if (device.id.text() == "l30-ii") device.settings["mode"] = Position{"HPA"};
    const std::string id = device.id.text();
    if (id == "computer" || id.starts_with("t7v")) device.hasEarthContact = true;
  }
  addCable(desk, "usb", CableKind::usb, socket("computer", "usb-c"), socket("zen-go", "usb"), 1.0);
  addCable(desk, "line", CableKind::analogue, socket("zen-go", "line-out"),
           socket("l30-ii", "line-in"), 0.5)
      .beside = {Neighbour::plugInSupply};
  addCable(desk, "headphone-cable", CableKind::headphone, socket("l30-ii", "headphones"),
           socket("m1", "plug"), 1.5);
  for (const int side : {0, 1}) {
    const char* monitor = side == 0 ? "t7v-left" : "t7v-right";
    addCable(desk, side == 0 ? "line-left" : "line-right", CableKind::analogue,
             {DeviceId("l30-ii"), "pre-out", side}, socket(monitor, "rca-in"), 2.5);
  }
  addPoint(desk, "wall", PowerPoint::Kind::outlet, "Wall", "desk");
  addPoint(desk, "window", PowerPoint::Kind::outlet, "Window", "room");
  addPoint(desk, "strip", PowerPoint::Kind::strip, "Strip");
  addLead(desk, "wall", PowerPointId("strip"));
  addLead(desk, "strip", DeviceId("computer"));
  addLead(desk, "strip", DeviceId("l30-ii"));
  addLead(desk, "window", DeviceId("t7v-left"));
  addLead(desk, "window", DeviceId("t7v-right"));
  return desk;
}

}  // namespace linecheck::simulation
