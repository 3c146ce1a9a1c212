#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "measure/capture.h"

namespace linecheck::measure {

/// All of a capture but its samples, channels and sample rate, as text; see `saveCapture`. Device
/// names lose line breaks, and what they have beyond 150 bytes.
[[nodiscard]] std::string captureComment(const Capture& capture);

/// Whether a file's comment is such a text, of any version.
[[nodiscard]] bool isCaptureComment(std::string_view comment);

/// Reads it back into `capture`, which may hold the samples already: then there have to be as many
/// as were saved. `badInput` names the line that is not as it should be;
/// `unsupported` is a later version.
[[nodiscard]] Result<void> readCaptureComment(std::string_view comment, Capture& capture);

}  // namespace linecheck::measure
