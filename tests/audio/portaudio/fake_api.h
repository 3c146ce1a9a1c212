#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "audio/portaudio/api.h"

namespace linecheck::audio {

/// A PortAudio whose devices, answers and hangs a test decides. The test's own thread plays the
/// driver's callback thread with `callBack`.
class FakeApi final : public PortAudioApi {
 public:
  struct FakeDevice {
    std::string hostApi;
    std::string name;
    int inputs = 2;
    int outputs = 2;
    std::set<int> rates = {48'000};
  };

  /// Lets stalled calls go, so that no thread outlasts the test.
  void releaseHangs();

  // What the fake does. Calls are named "initialise", "terminate", "isFormatSupported", "open",
  // "start", "stop" and "close".
  void plug(FakeDevice device);
  void unplugAll();
  void hangIn(const std::string& call);
  void failIn(const std::string& call, PaError error);
  /// What isStreamActive says while started; 0 is how PortAudio shows a JACK server's shutdown.
  void setActive(bool active);

  // What was done to it.
  [[nodiscard]] int count(const std::string& call);
  [[nodiscard]] PaStreamFlags openFlags();
  /// One turn of the stream's callback on silence: what it returned.
  int callBack(unsigned long frames, PaStreamCallbackFlags flags = 0);

  PaError initialise() override;
  PaError terminate() override;
  PaDeviceIndex deviceCount() override;
  const PaDeviceInfo* deviceInfo(PaDeviceIndex device) override;
  const PaHostApiInfo* hostApiInfo(PaHostApiIndex hostApi) override;
  PaError isFormatSupported(const PaStreamParameters* input, const PaStreamParameters* output,
                            double sampleRate) override;
  PaError openStream(PaStream** stream, const PaStreamParameters* input,
                     const PaStreamParameters* output, double sampleRate,
                     unsigned long framesPerBuffer, PaStreamFlags flags, PaStreamCallback* callback,
                     void* userData) override;
  PaError startStream(PaStream* stream) override;
  PaError stopStream(PaStream* stream) override;
  PaError closeStream(PaStream* stream) override;
  PaError isStreamActive(PaStream* stream) override;
  int streamSampleRate(PaStream* stream) override;
  std::string errorText(PaError error) override;

 private:
  /// Counts the call, hangs if it shall, and says how it ends.
  PaError enter(const std::string& call);

  std::mutex mutex_;
  std::condition_variable changed_;
  bool released_ = false;
  std::set<std::string> hanging_;
  std::map<std::string, PaError> failing_;
  std::map<std::string, int> counts_;
  std::vector<FakeDevice> plugged_;
  // As PortAudio sees them since it was initialised.
  std::vector<FakeDevice> seen_;
  std::vector<std::string> hostApiNames_;
  std::vector<PaDeviceInfo> deviceInfos_;
  std::vector<PaHostApiInfo> hostApiInfos_;

  PaStreamCallback* callback_ = nullptr;
  void* userData_ = nullptr;
  int inputs_ = 0;
  int outputs_ = 0;
  double rate_ = 0;
  PaStreamFlags flags_ = 0;
  bool active_ = false;
  int streamToken_ = 0;
};

}  // namespace linecheck::audio
