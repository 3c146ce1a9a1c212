#pragma once

#include <optional>
#include <vector>

#include "measure/harness.h"

namespace linecheck::measure {

/// Where a cable, a plug or a probe ends.
enum class Terminal {
  lineOut1,
  lineOut2,
  lineOut1Hot,
  lineOut1Cold,
  lineIn1,
  lineIn2,
  lineIn2Ground,
  amplifierInLeft,
  amplifierInRight,
  amplifierOutLeft,
  amplifierOutRight,
  testedLeft,
  testedRight,
  resistorNear,  ///< The end towards the output.
  resistorFar,
  loadLeft,  ///< The known resistor on the left channel.
  loadRight,
  plug1,
  plug2,
  redProbe,
  blackProbe,
  earpiece,
  earpieceGround,
  soundLevelMeter,
  listeningPlace,
};

/// How two terminals are joined.
enum class Joint {
  cable,
  lead,      ///< A bare wire or a clip.
  insert,    ///< A plug put straight into the jack.
  across,    ///< From the jack's signal to its ground, beside what is plugged in.
  probe,     ///< Held or clipped on.
  bothLegs,  ///< A cable whose far end joins both signal contacts.
  place,     ///< Nothing is plugged in; it is put there.
};

struct HarnessLink {
  Terminal from;
  Terminal to;
  Joint joint = Joint::cable;
  bool stays = false;  ///< It is there already from the step before.

  bool operator==(const HarnessLink&) const = default;
};

/// What must not be connected.
enum class KeptOff { headphones, inputCables };

struct HarnessWiring {
  std::vector<HarnessLink> links;  ///< In the order of plugging.
  std::optional<KeptOff> keptOff;
};

/// The harness that this one is built from in a measurement of two steps, if there is one.
[[nodiscard]] std::optional<Harness> harnessBefore(Harness harness);

[[nodiscard]] HarnessWiring harnessWiring(Harness harness);

}  // namespace linecheck::measure
