#pragma once

#include <pulse/introspect.h>

#include <optional>

#include "system/effects_linux.h"

namespace linecheck::system {

/// Of linear PCM, in the byte order of either kind; empty for another format.
[[nodiscard]] std::optional<SampleFormat> sampleFormat(pa_sample_format_t format);

/// What libpulse says of a sink or source, in our terms. The default is not marked yet.
[[nodiscard]] ServedEndpoint servedEndpoint(const pa_sink_info& sink);
[[nodiscard]] ServedEndpoint servedEndpoint(const pa_source_info& source);

/// These volumes moved so that the loudest stands at `position`, 0…1; the balance stays.
[[nodiscard]] pa_cvolume movedTo(pa_cvolume volumes, double position);

}  // namespace linecheck::system
