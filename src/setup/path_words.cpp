#include "setup/path_words.h"

#include <string>

#include "measure/path_advice.h"

namespace linecheck::setup {

using measure::PathFault;
using measure::PathFinding;

Sentence pathWords(const PathFinding& finding) {
  const std::string input = finding.channel ? std::to_string(*finding.channel + 1) : "";
  switch (finding.fault) {
    case PathFault::missingChannel:
      return {"Input %1 hears nothing of what was played.", {input}};
    case PathFault::swappedChannels:
      return {"Left and right are exchanged on the way."};
    case PathFault::monoSum:
      return {"Each side hears the other one too: something makes mono of it."};
    case PathFault::inverted:
      return {"The polarity of what is played is reversed on the way."};
    case PathFault::dropouts:
      return {"Samples are lost or repeated on the way."};
    case PathFault::sixteenBit:
      return {"What arrives has 16 bits."};
    case PathFault::resampled:
      return {"What arrives was computed anew at another sample rate."};
    case PathFault::automaticGain:
      return {"What arrives is levelled: its gain follows the sound."};
    case PathFault::clipping:
      return {"The test signal alone clips: the input is set too high."};
    default:
      return measure::pathText(finding);
  }
}

}  // namespace linecheck::setup
