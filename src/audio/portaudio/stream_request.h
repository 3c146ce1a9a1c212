#pragma once

#include <portaudio.h>

#include <optional>
#include <string>
#include <vector>

#include "audio/backend.h"
#include "audio/portaudio/callback_bridge.h"

namespace linecheck::audio {

/// A device and where PortAudio has it until it is next initialised.
struct DeviceEntry {
  Device device;
  PaDeviceIndex index = paNoDevice;
  PaHostApiTypeId hostApi = paInDevelopment;
};

/// A stream as PortAudio is asked for it.
struct StreamRequest {
  std::optional<PaStreamParameters> input;
  std::optional<PaStreamParameters> output;
  int sampleRate = 0;  ///< Hz.
  int framesPerBuffer = 0;
  PaHostApiTypeId hostApi = paInDevelopment;
  SampleWords words = SampleWords::float32;
  std::string where;  ///< The device or devices, for errors.

  [[nodiscard]] const PaStreamParameters* inputOrNull() const { return input ? &*input : nullptr; }
  [[nodiscard]] const PaStreamParameters* outputOrNull() const {
    return output ? &*output : nullptr;
  }
};

/// Finds the devices of `config` and checks what can be known without asking the driver: `usage`
/// without any device, `notFound` for one that is not in `devices`, `unsupported` for more
/// channels than a device has, for two host APIs in one stream, and for a JACK client that
/// PortAudio would mix up with another.
[[nodiscard]] Result<StreamRequest> makeStreamRequest(const StreamConfig& config,
                                                      const std::vector<DeviceEntry>& devices);

}  // namespace linecheck::audio
