#pragma once

#include <array>
#include <string>

#include "measure/harness_wiring.h"

namespace linecheck::measure {

/// What the user's own things are called. The defaults are English, to be translated.
struct HarnessNames {
  std::string outputDevice = "the interface";
  std::string inputDevice = "the interface";
  std::string amplifier = "the amplifier";
  std::string underTest = "the output under test";
  std::string resistor;  ///< Its value: "33 Ω"; empty where nobody has told.
  std::array<std::string, 2> lineOuts{"Line out 1", "Line out 2"};
  std::array<std::string, 2> lineIns{"Line in 1", "Line in 2"};
  std::array<std::string, 2> amplifierIns{"In L", "In R"};
  std::array<std::string, 2> amplifierOuts{"Out L", "Out R"};
  std::array<std::string, 2> tested{"Left", "Right"};
};

/// How the connections are told: English, to be translated. %1 and %2 stand for the two ends, or
/// for a jack and its device.
struct HarnessPhrases {
  std::string jackOfDevice = "%1 of %2";
  std::string cable = "%1 to %2";
  std::string insert = "%1 into %2";
  std::string across = "%1 across %2, from tip to sleeve";
  std::string probe = "%1 on %2";
  std::string bothLegs =
      "%1 to %2, its signal to tip and ring (pins 2 and 3) together, its ground to the sleeve "
      "(pin 1)";
  std::string place = "%1 at %2";
  std::string stays = "%1 (leave as it is)";
  std::string hot = "the hot contact of %1 (tip or pin 2)";
  std::string cold = "the cold contact of %1 (ring or pin 3, if it has none the sleeve)";
  std::string ground = "the ground of %1 (sleeve or pin 1)";
  std::string knownResistor = "known resistor";
  std::string resistor = "%1 resistor";
  std::string nearEnd = "one end of the %1";
  std::string farEnd = "The other end of the %1";
  std::string load = "A %1";
  std::string plug = "A shorting plug or terminating resistor";
  std::string redProbe = "The red probe of the multimeter, set to AC volts,";
  std::string blackProbe = "Its black probe";
  std::string earpiece = "one earpiece of the headphones";
  std::string earpieceGround = "The ground of the headphones";
  std::string soundLevelMeter = "The sound level meter";
  std::string listeningPlace = "the place where your head is when you listen";
  std::string headphonesOff = "Headphones: leave them off";
  std::string inputCablesOff = "Cables at the inputs: pull them out";
};

/// What one end is called: "Line out 1 of the interface".
[[nodiscard]] std::string terminalWords(Terminal terminal, const HarnessNames& names,
                                        const HarnessPhrases& phrases);

[[nodiscard]] std::string linkWords(const HarnessLink& link, const HarnessNames& names,
                                    const HarnessPhrases& phrases);

}  // namespace linecheck::measure
