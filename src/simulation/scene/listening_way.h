#pragma once

#include <map>
#include <vector>

#include "chain/cable.h"
#include "simulation/scene/standing.h"

namespace linecheck::simulation {

/// The devices and cables on which sound gets to the output where it is listened, with the gain
/// from each of them to there. As they stand all devices have a gain of 1.
class ListeningWay {
 public:
  /// One that a signal passes, with the factor by which it arrives from there; 0: not at all.
  struct Stage {
    double afterInput = 0.0;  ///< From its input.
    double fromInside = 0.0;  ///< From behind its volume.
  };

  ListeningWay(const Standing& standing, const chain::Socket& at);

  [[nodiscard]] const std::map<chain::DeviceId, Stage>& stages() const { return stages_; }
  /// All 0 for a device that is not on the way.
  [[nodiscard]] Stage stage(const chain::DeviceId& device) const;
  /// The cables on the way, USB among them.
  [[nodiscard]] const std::vector<const chain::Cable*>& cables() const { return cables_; }
  /// How what a cable picks up, or drops along its shield, arrives from the receiver's plug.
  [[nodiscard]] double afterCable(const chain::Cable& cable) const;

 private:
  void follow(const chain::DeviceId& device, const std::string& output, double gain);

  const Standing& standing_;
  std::map<chain::DeviceId, Stage> stages_;
  std::vector<const chain::Cable*> cables_;
};

}  // namespace linecheck::simulation
