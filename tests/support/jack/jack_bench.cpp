#include "support/jack/jack_bench.h"

#include <algorithm>

#include "audio/portaudio/portaudio_backend.h"

namespace linecheck::testing {
namespace {

constexpr DecibelsFs kFullScale = DecibelsFs::of(0.0);

}  // namespace

JackBench::JackBench(int sampleRate)
    : server_({sampleRate, kPeriod}),
      portAudio_(audio::makePortAudioBackend({})),
      backend_(*portAudio_, box_) {}

audio::Backend& JackBench::with(const simulation::StudioConfig& studio) {
  simulation::PathConfig path = studio.path;
  path.seed = studio.seed;
  // A converter ends at full scale; JACK's floats do not.
  path.input.clip = std::min(path.input.clip.value_or(kFullScale), kFullScale);
  Fault fault;
  fault.noiseDbfs = studio.converterNoise.value();
  fault.noiseSeed = studio.seed;
  box_.change(path, fault);
  return backend_;
}

audio::DeviceId JackBench::device() const {
  return {"JACK Audio Connection Kit", FaultBox::Options{}.name};
}

}  // namespace linecheck::testing
