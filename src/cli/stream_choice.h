#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audio/backend.h"
#include "audio/device_choice.h"
#include "cli/command.h"
#include "measure/listeners.h"
#include "measure/stimulus.h"

/// Which device a command works on, and whether it may play loud.
namespace linecheck::cli {

/// The options that name a device, shared by `measure` and `calibrate`.
struct StreamArguments {
  std::string backend = "auto";
  std::string input;   ///< Empty: not given.
  std::string output;  ///< Likewise.
  std::optional<int> rate;
  std::vector<std::string> faults;
  bool hasMeasuringCable = false;  ///< In a jack that is called one for headphones.

  enum class Recordings { no, yes };
  /// `recordings`: whether --backend may be a file to replay.
  void addTo(CLI::App& command, Recordings recordings);
  void addOutputTo(CLI::App& command);
  void addInputTo(CLI::App& command, Recordings recordings);
  void addCableTo(CLI::App& command);

  [[nodiscard]] measure::HeadphoneJack jack() const {
    return hasMeasuringCable ? measure::HeadphoneJack::hasCable
                             : measure::HeadphoneJack::mayHaveHeadphones;
  }
};

/// A device that is not there, or lacks what was asked, is the device's fault in the exit status.
[[nodiscard]] Error asDeviceError(Error error);

/// The chosen backend; a remark tells if "auto" chose the simulated studio.
[[nodiscard]] Result<std::unique_ptr<audio::Backend>> openBackend(const Session& session,
                                                                  const StreamArguments& arguments);

/// The full-duplex stream that the backend can open, with two channels each way, or as many as
/// `inputChannels` asks. Errors as `asDeviceError`.
[[nodiscard]] Result<audio::StreamConfig> streamFor(audio::Backend& backend,
                                                    const StreamArguments& arguments,
                                                    int inputChannels = 2);

/// The same with one direction only, and at least `channels` channels.
[[nodiscard]] Result<audio::StreamConfig> oneWayStreamFor(audio::Backend& backend,
                                                          const StreamArguments& arguments,
                                                          audio::Direction direction, int channels);

/// As `measure::checkListeners`, and names the option that tells of a cable. For all that plays
/// and is not meant for ears.
[[nodiscard]] Result<void> checkEars(const audio::StreamConfig& stream,
                                     const StreamArguments& arguments);

/// A loud tone is agreed to at the terminal, or by having been typed where nobody can be asked.
/// `cancelled` if the user declines.
[[nodiscard]] Result<measure::LoudTone> consent(const Session& session, DecibelsFs level);

}  // namespace linecheck::cli
