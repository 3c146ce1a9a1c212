#include "setup/words.h"

namespace linecheck::setup {

StepWords wordsOf(StepId step) {
  switch (step) {
    case StepId::desk:
      return {
          {"Your desk"},
          {"Say what stands on the desk, what joins it and where it plugs in."},
          {"All that follows is worked out from the data of your own devices: which cable fits, "
           "which adapter, how loud it gets."}};
    case StepId::cables:
      return {{"Cables first"},
              {"Join all signal cables while everything is switched off."},
              {"A plug that goes in with the power on can send a bang down the line, and for a "
               "moment it joins contacts that do not belong together."}};
    case StepId::power:
      return {{"Power"},
              {"Feed the whole desk from one strip, conditioner or UPS, each device by its own "
               "adapter."},
              {"Plugs side by side share one ground, so no hum current runs through your signal "
               "cables. A wrong adapter destroys a device at once."}};
    case StepId::powerUp:
      return {{"Switch on"},
              {"Switch on from the source to the amplifier, with the volume all the way down."},
              {"A device that gets power sends a click down the line. What comes last is still off "
               "then, so the click reaches neither ear nor loudspeaker."}};
    case StepId::computer:
      return {{"Computer"},
              {"Let the computer pass the sound on as it is: volume up, 24 bit, no effects."},
              {"What is turned down as numbers can lose detail at the last rounding, and what an "
               "effect has changed nothing behind it can mend."}};
    case StepId::audioInterface:
      return {{"Interface"},
              {"Set its faders to 0 dB and its output as high as the next input takes."},
              {"The higher the signal stands on the line, the further it is above the noise of "
               "what comes next, until that input clips."}};
    case StepId::amplifier:
      return {{"Amplifier"},
              {"Choose the lowest gain that is loud enough, so that the knob works in its middle."},
              {"Gain does not make an amplifier stronger: it only moves what the knob does. Near "
               "its left stop a small turn is a jump in loudness."}};
    case StepId::oneKnob:
      return {{"One knob"},
              {"Make headphones and monitors as loud as each other once, and turn one knob from "
               "then on."},
              {"Then you can change between the two without a jump, and judge a mix by the same "
               "loudness on both."}};
    case StepId::noise:
      return {{"Noise"},
              {"Listen to the desk with nothing playing, and find what hums."},
              {"Hum has one cause out of a few, and its spectrum tells which; then one step at a "
               "time leads to the cable or plug that brings it."}};
    case StepId::checklist:
      return {{"Checklist"},
              {"See all of it once more, and how each line is known."},
              {"What was measured is certain, what you ticked is as good as your memory. Measure "
               "again whenever something sounds different."}};
  }
  return {};
}

std::string_view knownByWords(KnownBy by) {
  switch (by) {
    case KnownBy::measured:
      return "measured";
    case KnownBy::system:
      return "read from the system";
    case KnownBy::chain:
      return "from your desk";
    case KnownBy::user:
      return "ticked by you";
  }
  return {};
}

std::string_view stateWords(State state) {
  switch (state) {
    case State::unknown:
      return "open";
    case State::done:
      return "done";
    case State::wrong:
      return "wrong";
    case State::notNeeded:
      return "not needed";
  }
  return {};
}

}  // namespace linecheck::setup
