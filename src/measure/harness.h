#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linecheck::measure {

struct HarnessNames;
struct HarnessPhrases;

/// The cables that a measurement needs.
enum class Harness {
  loop,                  ///< Each output back into the input of the same number.
  loopThroughAmplifier,  ///< Output → amplifier → input.
  terminatedInput,       ///< Nothing but a terminating resistor or short at the input.
  openOutput,            ///< The output under test into the input, no load.
  loadedOutput,          ///< The same with a known resistor across it.
  seriesResistorOpen,    ///< Output 1 through a resistor to nothing; inputs on both its ends.
  seriesResistorLoad,    ///< The same, headphones from the resistor to ground.
  normalMode,            ///< Output to a balanced input in the ordinary way.
  commonMode,            ///< Output to both legs of a balanced input together, against ground.
  meterOnOutput,         ///< A multimeter at the output.
  soundLevelMeter,       ///< A sound level meter, or an ear, where you listen.
};

/// Stable: "loop", "loaded_output", …
[[nodiscard]] std::string_view harnessId(Harness harness);

/// Whether each output returns to the input of its own number, so that an input that hears another
/// one is a fault.
[[nodiscard]] bool isStraight(Harness harness);

/// How many inputs have a cable, from the first on; none: all of them.
[[nodiscard]] std::optional<int> pluggedInputs(Harness harness);

/// Which jack goes where, one line in English, to be translated.
[[nodiscard]] std::string_view harnessText(Harness harness);

/// One line for each cable, plug or probe, in the order of plugging, that names both its ends; then
/// what must not be connected. English, with general names for the user's things.
[[nodiscard]] std::vector<std::string> harnessConnections(Harness harness);

/// The same with the user's own names, in the words of `phrases`.
[[nodiscard]] std::vector<std::string> harnessConnections(Harness harness,
                                                          const HarnessNames& names,
                                                          const HarnessPhrases& phrases);

}  // namespace linecheck::measure
