#include "measure/sound_analysis.h"

namespace linecheck::measure {

std::vector<ChannelAnalysis> analyzeSound(const audio::Sound<double>& sound, int first, int last,
                                          AnalysisOptions options) {
  if (!sound.info.isFloatingPoint) options.bitDepth = sound.info.bitsPerSample;
  std::vector<ChannelAnalysis> channels;
  for (int channel = first; channel <= last; ++channel) {
    channels.push_back(
        analyzeChannel(sound.channel(channel), Hertz::of(sound.info.sampleRate), options));
  }
  return channels;
}

}  // namespace linecheck::measure
