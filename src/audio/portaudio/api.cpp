#include "audio/portaudio/api.h"

#include <algorithm>
#include <cmath>

namespace linecheck::audio {
namespace {

class RealPortAudioApi final : public PortAudioApi {
 public:
  PaError initialise() override { return Pa_Initialize(); }
  PaError terminate() override { return Pa_Terminate(); }
  PaDeviceIndex deviceCount() override { return Pa_GetDeviceCount(); }
  const PaDeviceInfo* deviceInfo(PaDeviceIndex device) override { return Pa_GetDeviceInfo(device); }
  const PaHostApiInfo* hostApiInfo(PaHostApiIndex hostApi) override {
    return Pa_GetHostApiInfo(hostApi);
  }
  PaError isFormatSupported(const PaStreamParameters* input, const PaStreamParameters* output,
                            double sampleRate) override {
    return Pa_IsFormatSupported(input, output, sampleRate);
  }
  PaError openStream(PaStream** stream, const PaStreamParameters* input,
                     const PaStreamParameters* output, double sampleRate,
                     unsigned long framesPerBuffer, PaStreamFlags flags, PaStreamCallback* callback,
                     void* userData) override {
    return Pa_OpenStream(stream, input, output, sampleRate, framesPerBuffer, flags, callback,
                         userData);
  }
  PaError startStream(PaStream* stream) override { return Pa_StartStream(stream); }
  PaError stopStream(PaStream* stream) override { return Pa_StopStream(stream); }
  PaError closeStream(PaStream* stream) override { return Pa_CloseStream(stream); }
  PaError isStreamActive(PaStream* stream) override { return Pa_IsStreamActive(stream); }
  int streamSampleRate(PaStream* stream) override {
    const PaStreamInfo* info = Pa_GetStreamInfo(stream);
    return info == nullptr ? 0 : static_cast<int>(std::lround(info->sampleRate));
  }

  std::string errorText(PaError error) override {
    std::string text = Pa_GetErrorText(error);
    if (error == paUnanticipatedHostError) {
      const PaHostErrorInfo* host = Pa_GetLastHostErrorInfo();
      if (host != nullptr && host->errorText != nullptr && *host->errorText != '\0') {
        text += ": " + std::string(host->errorText);
      }
    }
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }
};

}  // namespace

std::shared_ptr<PortAudioApi> makePortAudioApi() {
  return std::make_shared<RealPortAudioApi>();
}

}  // namespace linecheck::audio
