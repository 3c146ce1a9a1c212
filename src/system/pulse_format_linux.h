#pragma once

#include <chrono>

#include "system/pulse_connection_linux.h"
#include "system/pulse_reading_linux.h"

namespace linecheck::system {

/// The sample spec that `format` asks of an endpoint that has `now`: with the same number of
/// channels, and the same layout of samples if their bits stay. A `usage` error if the rate is
/// not one of 8000…768000 Hz, the channels are others, or samples of such bits do not exist.
[[nodiscard]] Result<pa_sample_spec> wantedSpec(const pa_sample_spec& now, const Format& format);

/// Sets the format of an endpoint by loading its module anew; see `reloadModule`. It can be done
/// on PulseAudio, where one module with arguments made just this endpoint: null sinks and sources,
/// and ALSA devices that the server's settings name one by one. Of cards that the server found by
/// itself one module makes all inputs and outputs, and the next start finds them as they were:
/// `unsupported`, and so is PipeWire, whose devices follow the rate of its graph.
[[nodiscard]] Result<void> setPulseFormat(PulseConnection& connection, const EndpointId& endpoint,
                                          const Format& format, std::chrono::milliseconds limit);

}  // namespace linecheck::system
