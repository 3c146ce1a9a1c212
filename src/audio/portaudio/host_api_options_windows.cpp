#include <pa_win_wasapi.h>

#include "audio/portaudio/host_api_options.h"

namespace linecheck::audio {

void* hostApiOptions(PaHostApiTypeId hostApi) {
  if (hostApi != paWASAPI) return nullptr;
  // Exclusive: past the mixer, its resampler and its limiter.
  static PaWasapiStreamInfo exclusive = [] {
    PaWasapiStreamInfo info{};
    info.size = sizeof(PaWasapiStreamInfo);
    info.hostApiType = paWASAPI;
    info.version = 1;
    info.flags = paWinWasapiExclusive;
    return info;
  }();
  return &exclusive;
}

}  // namespace linecheck::audio
