#include "measure/sound_analysis.h"

#include <cstddef>

namespace linecheck::measure {

std::vector<ChannelAnalysis> analyzeSound(const audio::Sound<double>& sound, int first, int last,
                                          AnalysisOptions options) {
  if (!sound.info.isFloatingPoint) options.bitDepth = sound.info.bitsPerSample;
  std::vector<ChannelAnalysis> channels;
  std::vector<double> samples(static_cast<std::size_t>(sound.info.frames));
  const auto stride = static_cast<std::size_t>(sound.info.channels);
  for (int channel = first; channel <= last; ++channel) {
    for (std::size_t i = 0; i < samples.size(); ++i) {
      samples[i] = sound.samples[i * stride + static_cast<std::size_t>(channel)];
    }
    channels.push_back(analyzeChannel(samples, Hertz::of(sound.info.sampleRate), options));
  }
  return channels;
}

}  // namespace linecheck::measure
