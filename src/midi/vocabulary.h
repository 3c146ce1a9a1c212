#pragma once

#include <array>

#include "json/reader.h"
#include "midi/binding.h"

/// The words with which bindings are written.
namespace linecheck::midi {

using json::Word;

inline constexpr std::array<Word<Api>, 4> kApiWords{{
    {"alsa", Api::alsa},
    {"jack", Api::jack},
    {"coremidi", Api::coreMidi},
    {"windows-mm", Api::windowsMm},
}};

inline constexpr std::array<Word<Action>, 8> kActionWords{{
    {"next-step", Action::nextStep},
    {"skip-step", Action::skipStep},
    {"undo-step", Action::undoStep},
    {"start-stop", Action::startStop},
    {"mark-a", Action::markA},
    {"mark-b", Action::markB},
    {"mute", Action::mute},
    {"stop-everything", Action::stopEverything},
}};

inline constexpr std::array<Word<MessageKind>, 3> kTriggerWords{{
    {"note-on", MessageKind::noteOn},
    {"control-change", MessageKind::controlChange},
    {"program-change", MessageKind::programChange},
}};

}  // namespace linecheck::midi
