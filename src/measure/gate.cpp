#include "measure/gate.h"

#include <algorithm>
#include <array>

#include "measure/gate_signal.h"

namespace linecheck::measure {
namespace {

struct FaultWord {
  PathFault fault;
  std::string_view id;
};

constexpr std::array kFaults = {
    FaultWord{PathFault::deadInput, "dead_input"},
    FaultWord{PathFault::noLoopback, "no_loopback"},
    FaultWord{PathFault::missingChannel, "missing_channel"},
    FaultWord{PathFault::swappedChannels, "swapped_channels"},
    FaultWord{PathFault::monoSum, "mono_sum"},
    FaultWord{PathFault::inverted, "inverted"},
    FaultWord{PathFault::gain, "gain"},
    FaultWord{PathFault::sixteenBit, "sixteen_bit"},
    FaultWord{PathFault::resampled, "resampled"},
    FaultWord{PathFault::clockDrift, "clock_drift"},
    FaultWord{PathFault::automaticGain, "automatic_gain"},
    FaultWord{PathFault::dropouts, "dropouts"},
    FaultWord{PathFault::clipping, "clipping"},
};

}  // namespace

std::string_view pathFaultId(PathFault fault) {
  return std::find_if(kFaults.begin(), kFaults.end(),
                      [fault](const FaultWord& word) { return word.fault == fault; })
      ->id;
}

bool PathReport::isUsable() const {
  constexpr std::array kGrave = {PathFault::deadInput, PathFault::noLoopback, PathFault::dropouts,
                                 PathFault::clipping};
  return !wasRun || std::none_of(kGrave.begin(), kGrave.end(),
                                 [this](PathFault fault) { return find(fault) != nullptr; });
}

const PathFinding* PathReport::find(PathFault fault) const {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [fault](const auto& finding) { return finding.fault == fault; });
  return found == findings.end() ? nullptr : &*found;
}

void composeGate(Sequence& sequence, const GateOptions& options) {
  sequence.addSilence(std::string(gate::kSilence), gate::kSilenceLength);
  for (int output = 0; output < sequence.channels(); ++output) {
    sequence.add(gate::noiseId(output),
                 gate::noiseFor(output, sequence.sampleRate(), options.level), output);
    sequence.addSilence(gate::noiseId(output) + ".gap", gate::kGap);
  }
  const auto addTone = [&](std::string_view id, DecibelsFs level, Seconds length) {
    std::vector<Sequence::Tone> tones;
    tones.reserve(static_cast<std::size_t>(sequence.channels()));
    for (int output = 0; output < sequence.channels(); ++output) {
      tones.push_back({gate::toneFor(output), level});
    }
    sequence.addTonesApart(std::string(id), tones, length);
  };
  addTone(gate::kQuiet, options.level - gate::kQuieter, gate::kQuietLength);
  addTone(gate::kLoud, options.level, gate::kLoudLength);
  sequence.addSilence("gate.gap", gate::kGap);
}

void composeGateEnd(Sequence& sequence, const GateOptions& options) {
  sequence.addSilence("gate.end.gap", gate::kGap);
  sequence.add(std::string(gate::kEnd),
               gate::noiseFor(gate::kEndNoise, sequence.sampleRate(), options.level));
}

}  // namespace linecheck::measure
