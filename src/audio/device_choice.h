#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "audio/backend.h"

/// Which device is meant: pure functions over a list of devices.
namespace linecheck::audio {

enum class Direction { input, output };

/// Of several marked defaults (each host API has its own), leaves one input and one output: those
/// of the host API that measures best, and of one host API for both directions if any has both,
/// for a stream cannot span two. ASIO, then WASAPI (which is opened exclusively) come first on
/// Windows; MME, whose mixer resamples, is never a default. A running JACK server holds the
/// hardware, so it goes before ALSA, and there the hardware's client "system" before any other
/// program's.
[[nodiscard]] std::vector<Device> withOneDefault(std::vector<Device> devices);

/// The device that the user means by `name`, among those with channels in `direction`: its exact
/// name, else the only one that contains it, upper and lower case alike. "HostApi: name" asks only
/// host APIs that contain the first part ("JACK: system"). Without a name, the default.
/// Fails with `notFound`, listing what there is, or with `usage` if several fit, listing those.
[[nodiscard]] Result<Device> findDevice(const std::vector<Device>& devices, Direction direction,
                                        std::optional<std::string_view> name);

struct DevicePair {
  Device input;
  Device output;
};

/// The devices of a full-duplex stream. Where only one is named, the other is the same device if
/// it has both directions, else its host API's default or first; where none is, both are the
/// defaults. Devices of two host APIs cannot be one stream (`usage`).
[[nodiscard]] Result<DevicePair> findDevicePair(const std::vector<Device>& devices,
                                                std::optional<std::string_view> inputName,
                                                std::optional<std::string_view> outputName);

}  // namespace linecheck::audio
