#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "chain/desk.h"

namespace linecheck::chain::testing {

/// Checks by plain search, sharing nothing with the model's own check, what must hold of every
/// chain whose profiles are all known.
inline void expectLegal(const Desk& desk) {
  const Chain& chain = desk.chain();
  std::set<std::string> ids;
  std::size_t parts = 0;
  const auto note = [&](const auto& list) {
    for (const auto& part : list) {
      EXPECT_TRUE(isValidId(part.id.text())) << part.id.text();
      ids.insert(part.id.text());
      ++parts;
    }
  };
  note(chain.devices);
  note(chain.cables);
  note(chain.powerPoints);
  note(chain.powerLeads);
  note(chain.groundLeads);
  EXPECT_EQ(ids.size(), parts) << "two parts share an id";

  std::vector<Socket> taken;
  for (const Cable& cable : chain.cables) {
    EXPECT_NE(cable.from.socket.device, cable.to.socket.device);
    for (const CableEnd* end : {&cable.from, &cable.to}) {
      const profiles::Port* port = desk.port(end->socket);
      ASSERT_NE(port, nullptr);
      const auto wrong = end == &cable.from ? profiles::Direction::in : profiles::Direction::out;
      EXPECT_NE(port->direction, wrong);
      const int sockets = port->sockets;
      const int index = end->socket.index.value_or(0);
      EXPECT_TRUE(index >= 0 && index < sockets);
      const bool isUsbOfComputer = desk.kind(end->socket.device) == profiles::Kind::computer &&
                                   port->signals.front() == profiles::Signal::digitalUsb;
      if (isUsbOfComputer) continue;
      for (int i = 0; i < sockets; ++i) {
        if (end->socket.index && i != *end->socket.index) continue;
        const Socket one{end->socket.device, end->socket.port, i};
        EXPECT_EQ(std::count(taken.begin(), taken.end(), one), 0) << "two cables in one socket";
        taken.push_back(one);
      }
    }
  }

  std::map<std::string, std::string> feeder;
  for (const PowerLead& lead : chain.powerLeads) {
    EXPECT_NE(chain.powerPoint(lead.from), nullptr);
    const std::string to = std::visit([](const auto& id) { return id.text(); }, lead.to);
    if (const auto* point = std::get_if<PowerPointId>(&lead.to)) {
      ASSERT_NE(chain.powerPoint(*point), nullptr);
      EXPECT_NE(chain.powerPoint(*point)->kind, PowerPoint::Kind::outlet);
    } else {
      EXPECT_NE(chain.device(std::get<DeviceId>(lead.to)), nullptr);
    }
    EXPECT_TRUE(feeder.emplace(to, lead.from.text()).second) << "fed twice";
  }
  for (const PowerPoint& point : chain.powerPoints) {
    std::string at = point.id.text();
    for (std::size_t step = 0; step < chain.powerPoints.size() && feeder.contains(at); ++step) {
      at = feeder[at];
    }
    EXPECT_FALSE(feeder.contains(at)) << "power runs in a circle";
  }

  for (const GroundLead& lead : chain.groundLeads) EXPECT_NE(chain.device(lead.device), nullptr);
  for (const CardPlace& card : chain.cardPlaces) EXPECT_NE(chain.device(card.device), nullptr);
  for (const Device& device : chain.devices) {
    const auto& below = device.placement.onTopOf;
    EXPECT_TRUE(!below || (chain.device(*below) && *below != device.id));
  }
  for (const Approval& approval : chain.approvals) {
    for (const std::string& place : approval.where) {
      EXPECT_TRUE(place.empty() || ids.contains(place.substr(0, place.find(':')))) << place;
    }
  }
}

}  // namespace linecheck::chain::testing
