#include "audio/portaudio/abort_guard.h"

namespace linecheck::audio {

void parkThisThreadOnAbort() {}

}  // namespace linecheck::audio
