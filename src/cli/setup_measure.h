#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "cli/interrupt.h"
#include "cli/stream_choice.h"
#include "setup/progress.h"

namespace linecheck::cli {

/// What `setup checklist --measure` measures with.
struct SetupMeasuring {
  StreamArguments stream;
  bool isLoudAllowed = false;  ///< Headroom, too, which plays up to 0 dBFS.
  std::optional<double> expectedGain{};
  std::string from{}, to{};  ///< The jacks that the cable joins, as typed; empty: not told.
  std::vector<std::string> controls{};  ///< How they stand, as "name=value", for calibrations.
  std::string systemOutput{};           ///< Whose settings count; empty: the desk's output.
};

/// Reads the system's settings, measures what a loop allows (the path, gain and headroom, noise)
/// and takes all of it as of now. What was asked of the listener is asked first. Empty if all was
/// done that was wanted; the error that ended it if something was taken before. Fails with those of
/// the device and of what was typed.
[[nodiscard]] Result<std::optional<Error>> measureSetup(const Session& session,
                                                        const chain::Desk& desk,
                                                        const SetupMeasuring& measuring,
                                                        Interrupt& interrupt,
                                                        setup::Progress& progress);

}  // namespace linecheck::cli
