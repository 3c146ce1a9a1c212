#include "audio/portaudio/host_api_options.h"

namespace linecheck::audio {

void* hostApiOptions(PaHostApiTypeId) {
  return nullptr;
}

}  // namespace linecheck::audio
