#pragma once

#include <portaudio.h>

namespace linecheck::audio {

/// What a host API has to be told beyond the common parameters, for
/// PaStreamParameters::hostApiSpecificStreamInfo; null for nothing.
[[nodiscard]] void* hostApiOptions(PaHostApiTypeId hostApi);

}  // namespace linecheck::audio
