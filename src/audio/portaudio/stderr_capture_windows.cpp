#include "audio/portaudio/stderr_capture.h"

namespace linecheck::audio {

// No Windows driver prints there.
struct StderrCapture::State {};
StderrCapture::StderrCapture() = default;
StderrCapture::~StderrCapture() = default;
std::string StderrCapture::finish() {
  return {};
}

}  // namespace linecheck::audio
