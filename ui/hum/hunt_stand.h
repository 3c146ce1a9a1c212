#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "diagnosis/diagnosis.h"
#include "diagnosis/hunt.h"
#include "units/quantity.h"

namespace linecheck::ui {

/// A stretch of the capture with what it says.
struct HeardStretch {
  diagnosis::Diagnosis diagnosis;
  Seconds duration;
  std::uint64_t anew = 0;  ///< As measure::LiveAnalysis::anew.
  /// One vector per channel, all as long; may be null.
  std::shared_ptr<const std::vector<std::vector<double>>> samples;
  Hertz rate;
};

/// How a hunt stands.
struct HuntStand {
  enum class Stage {
    idle,       ///< None goes on.
    hearing,    ///< The first stretch is captured.
    proposing,  ///< A step waits to be done.
    measuring,  ///< It is done; what came of it is captured.
    ended,      ///< Found, nothing, or open.
  };

  Stage stage = Stage::idle;
  bool hasChain = false;                  ///< Without one there are causes, but no links.
  const diagnosis::Hunt* hunt = nullptr;  ///< Null only while idle and before the first one.
  std::optional<diagnosis::ProposedStep> current;  ///< While proposing and measuring.
  std::optional<diagnosis::Step> standing;         ///< The last one done that is not put back.
  std::vector<diagnosis::Step> toPutBack;          ///< Before the next, the last first.
  double progress = 0.0;                           ///< 0…1 of what is captured.
  bool awaitsCablesBack = false;  ///< The baseline is measured; now all goes back as it was.
  int stepsDone = 0;
  std::vector<chain::DeviceId> takenForEarthed;  ///< Their plugs: the desk does not say.
};

}  // namespace linecheck::ui
