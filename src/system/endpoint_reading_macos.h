#pragma once

#include <vector>

#include "system/audio_object_macos.h"
#include "system/endpoint.h"

namespace linecheck::system {

/// The scope of a device's properties for a direction.
[[nodiscard]] AudioObjectPropertyScope scopeOf(Direction direction);

/// The volume that the system's slider moves, over all channels: 0…1.
[[nodiscard]] AudioObjectPropertyAddress sliderAddress(Direction direction);

struct DeviceEndpoint {
  Endpoint endpoint;
  AudioObjectID device = kAudioObjectUnknown;
};

/// All directions of all devices, outputs first.
[[nodiscard]] std::vector<DeviceEndpoint> readEndpoints();

/// The device of an endpoint; `notFound` if it is not plugged in.
[[nodiscard]] Result<AudioObjectID> findDevice(const EndpointId& id);

/// The streams of a device in one direction, of which each has a format.
[[nodiscard]] std::vector<AudioObjectID> streamsOf(AudioObjectID device, Direction direction);

/// Format of the samples of a stream; empty where it is not linear PCM.
[[nodiscard]] std::optional<SampleFormat> sampleFormat(const AudioStreamBasicDescription& stream);

}  // namespace linecheck::system
