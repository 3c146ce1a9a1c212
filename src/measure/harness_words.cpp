#include "measure/harness_words.h"

#include <utility>

#include "base/sentence.h"

namespace linecheck::measure {
namespace {

std::string filled(const std::string& pattern, std::string first, std::string second = {}) {
  return Sentence{pattern.c_str(), {std::move(first), std::move(second)}}.english();
}

std::string resistorWords(const HarnessNames& names, const HarnessPhrases& phrases) {
  return names.resistor.empty() ? phrases.knownResistor : filled(phrases.resistor, names.resistor);
}

const std::string& patternOf(Joint joint, const HarnessPhrases& phrases) {
  switch (joint) {
    case Joint::insert:
      return phrases.insert;
    case Joint::across:
      return phrases.across;
    case Joint::probe:
      return phrases.probe;
    case Joint::bothLegs:
      return phrases.bothLegs;
    case Joint::place:
      return phrases.place;
    case Joint::cable:
    case Joint::lead:
      break;
  }
  return phrases.cable;
}

}  // namespace

std::string terminalWords(Terminal terminal, const HarnessNames& names,
                          const HarnessPhrases& phrases) {
  const auto jack = [&](const std::string& name, const std::string& device) {
    return filled(phrases.jackOfDevice, name, device);
  };
  switch (terminal) {
    case Terminal::lineOut1:
      return jack(names.lineOuts[0], names.outputDevice);
    case Terminal::lineOut2:
      return jack(names.lineOuts[1], names.outputDevice);
    case Terminal::lineOut1Hot:
      return filled(phrases.hot, jack(names.lineOuts[0], names.outputDevice));
    case Terminal::lineOut1Cold:
      return filled(phrases.cold, jack(names.lineOuts[0], names.outputDevice));
    case Terminal::lineIn1:
      return jack(names.lineIns[0], names.inputDevice);
    case Terminal::lineIn2:
      return jack(names.lineIns[1], names.inputDevice);
    case Terminal::lineIn2Ground:
      return filled(phrases.ground, jack(names.lineIns[1], names.inputDevice));
    case Terminal::amplifierInLeft:
      return jack(names.amplifierIns[0], names.amplifier);
    case Terminal::amplifierInRight:
      return jack(names.amplifierIns[1], names.amplifier);
    case Terminal::amplifierOutLeft:
      return jack(names.amplifierOuts[0], names.amplifier);
    case Terminal::amplifierOutRight:
      return jack(names.amplifierOuts[1], names.amplifier);
    case Terminal::testedLeft:
      return jack(names.tested[0], names.underTest);
    case Terminal::testedRight:
      return jack(names.tested[1], names.underTest);
    case Terminal::resistorNear:
      return filled(phrases.nearEnd, resistorWords(names, phrases));
    case Terminal::resistorFar:
      return filled(phrases.farEnd, resistorWords(names, phrases));
    case Terminal::loadLeft:
    case Terminal::loadRight:
      return filled(phrases.load, resistorWords(names, phrases));
    case Terminal::plug1:
    case Terminal::plug2:
      return phrases.plug;
    case Terminal::redProbe:
      return phrases.redProbe;
    case Terminal::blackProbe:
      return phrases.blackProbe;
    case Terminal::earpiece:
      return phrases.earpiece;
    case Terminal::earpieceGround:
      return phrases.earpieceGround;
    case Terminal::soundLevelMeter:
      return phrases.soundLevelMeter;
    case Terminal::listeningPlace:
      return phrases.listeningPlace;
  }
  return {};
}

std::string linkWords(const HarnessLink& link, const HarnessNames& names,
                      const HarnessPhrases& phrases) {
  const std::string words =
      filled(patternOf(link.joint, phrases), terminalWords(link.from, names, phrases),
             terminalWords(link.to, names, phrases));
  return link.stays ? filled(phrases.stays, words) : words;
}

}  // namespace linecheck::measure
