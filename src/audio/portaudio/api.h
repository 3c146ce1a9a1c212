#pragma once

#include <portaudio.h>

#include <memory>
#include <string>

namespace linecheck::audio {

/// The PortAudio functions that are used, so that tests can stand a misbehaving driver in their
/// place. Thread-safe: as PortAudio, so no, but for `isStreamActive`.
class PortAudioApi {
 public:
  virtual ~PortAudioApi() = default;

  virtual PaError initialise() = 0;
  virtual PaError terminate() = 0;
  virtual PaDeviceIndex deviceCount() = 0;
  virtual const PaDeviceInfo* deviceInfo(PaDeviceIndex device) = 0;
  virtual const PaHostApiInfo* hostApiInfo(PaHostApiIndex hostApi) = 0;
  virtual PaError isFormatSupported(const PaStreamParameters* input,
                                    const PaStreamParameters* output, double sampleRate) = 0;
  virtual PaError openStream(PaStream** stream, const PaStreamParameters* input,
                             const PaStreamParameters* output, double sampleRate,
                             unsigned long framesPerBuffer, PaStreamFlags flags,
                             PaStreamCallback* callback, void* userData) = 0;
  virtual PaError startStream(PaStream* stream) = 0;
  virtual PaError stopStream(PaStream* stream) = 0;
  virtual PaError closeStream(PaStream* stream) = 0;
  virtual PaError isStreamActive(PaStream* stream) = 0;
  /// Hz, as granted.
  virtual int streamSampleRate(PaStream* stream) = 0;
  /// One line, with what the host API said if it said more. Ask on the thread of the failed call.
  virtual std::string errorText(PaError error) = 0;
};

/// PortAudio itself.
[[nodiscard]] std::shared_ptr<PortAudioApi> makePortAudioApi();

}  // namespace linecheck::audio
