#include "measure/harness.h"

#include <algorithm>
#include <array>

#include "measure/harness_words.h"

namespace linecheck::measure {
namespace {

struct HarnessWords {
  Harness harness;
  std::string_view id;
  std::string_view text;
};

constexpr std::array kHarnesses = {
    HarnessWords{Harness::loop, "loop",
                 "Connect line output 1 to line input 1, and line output 2 to line input 2."},
    HarnessWords{Harness::loopThroughAmplifier, "loop_through_amplifier",
                 "Connect the line outputs to the amplifier's inputs, and the amplifier's outputs "
                 "to the line inputs."},
    HarnessWords{Harness::terminatedInput, "terminated_input",
                 "Pull the cables from the inputs and put a shorting plug or a resistor of the "
                 "source's impedance into each."},
    HarnessWords{Harness::openOutput, "open_output",
                 "Connect the output under test to line inputs 1 and 2, with nothing else on it."},
    HarnessWords{Harness::loadedOutput, "loaded_output",
                 "Leave all as it is and connect the known resistor across each channel of the "
                 "output under test."},
    HarnessWords{Harness::seriesResistorOpen, "series_resistor_open",
                 "Connect output 1 to input 1 and through the known resistor to input 2. Leave the "
                 "headphones off."},
    HarnessWords{Harness::seriesResistorLoad, "series_resistor_load",
                 "Leave all as it is and connect one earpiece from input 2's end of the resistor "
                 "to ground."},
    HarnessWords{Harness::normalMode, "normal_mode",
                 "Connect line output 1 to the balanced input 1 with an ordinary cable."},
    HarnessWords{Harness::commonMode, "common_mode",
                 "Connect line output 1's signal to both legs of the balanced input 1, tip and "
                 "ring or pins 2 and 3 together, and its ground to the sleeve or pin 1."},
    HarnessWords{Harness::meterOnOutput, "meter_on_output",
                 "Put the multimeter, set to AC volts, across the output."},
    HarnessWords{
        Harness::soundLevelMeter, "sound_level_meter",
        "For headphones hold the sound level meter's microphone at the earpad; for monitors put "
        "the meter where your head is when you listen."},
};

const HarnessWords& wordsOf(Harness harness) {
  return *std::find_if(kHarnesses.begin(), kHarnesses.end(),
                       [harness](const HarnessWords& words) { return words.harness == harness; });
}

}  // namespace

std::string_view harnessId(Harness harness) {
  return wordsOf(harness).id;
}

bool isStraight(Harness harness) {
  return harness == Harness::loop || harness == Harness::loopThroughAmplifier ||
         harness == Harness::openOutput || harness == Harness::loadedOutput;
}

std::optional<int> pluggedInputs(Harness harness) {
  const bool isOne = harness == Harness::normalMode || harness == Harness::commonMode;
  return isOne ? std::optional(1) : std::nullopt;
}

std::string_view harnessText(Harness harness) {
  return wordsOf(harness).text;
}

std::vector<std::string> harnessConnections(Harness harness, const HarnessNames& names,
                                            const HarnessPhrases& phrases) {
  const HarnessWiring wiring = harnessWiring(harness);
  std::vector<std::string> lines;
  for (const HarnessLink& link : wiring.links) lines.push_back(linkWords(link, names, phrases));
  if (wiring.keptOff) {
    lines.push_back(*wiring.keptOff == KeptOff::headphones ? phrases.headphonesOff
                                                           : phrases.inputCablesOff);
  }
  return lines;
}

std::vector<std::string> harnessConnections(Harness harness) {
  return harnessConnections(harness, HarnessNames{}, HarnessPhrases{});
}

}  // namespace linecheck::measure
