#pragma once

#include <array>

#include "chain/chain.h"
#include "profiles/vocabulary.h"

/// The words with which chain files are written, beside those of the profiles.
namespace linecheck::chain {

using json::Word;

inline constexpr std::array<Word<OperatingSystem>, 3> kOperatingSystems{{
    {"windows", OperatingSystem::windows},
    {"macos", OperatingSystem::macos},
    {"linux", OperatingSystem::linux},
}};

inline constexpr std::array<Word<AudioPath>, 3> kAudioPaths{{
    {"shared-mixer", AudioPath::sharedMixer},
    {"exclusive", AudioPath::exclusive},
    {"asio", AudioPath::asio},
}};

inline constexpr std::array<Word<CableKind>, 7> kCableKinds{{
    {"analogue", CableKind::analogue},
    {"headphone", CableKind::headphone},
    {"loudspeaker", CableKind::loudspeaker},
    {"usb", CableKind::usb},
    {"coaxial-75", CableKind::coaxial75},
    {"twisted-110", CableKind::twisted110},
    {"optical", CableKind::optical},
}};

inline constexpr std::array<Word<Pin3>, 3> kPin3s{{
    {"unknown", Pin3::unknown},
    {"joined-to-ground", Pin3::joinedToGround},
    {"floating", Pin3::floating},
}};

inline constexpr std::array<Word<Neighbour>, 3> kNeighbours{{
    {"graphics-card", Neighbour::graphicsCard},
    {"power-cable", Neighbour::powerCable},
    {"plug-in-supply", Neighbour::plugInSupply},
}};

inline constexpr std::array<Word<PowerPoint::Kind>, 4> kPowerPointKinds{{
    {"outlet", PowerPoint::Kind::outlet},
    {"strip", PowerPoint::Kind::strip},
    {"conditioner", PowerPoint::Kind::conditioner},
    {"ups", PowerPoint::Kind::ups},
}};

inline constexpr std::array<Word<UpsTopology>, 3> kUpsTopologies{{
    {"standby", UpsTopology::standby},
    {"line-interactive", UpsTopology::lineInteractive},
    {"online", UpsTopology::online},
}};

inline constexpr std::array<Word<UpsWaveform>, 2> kUpsWaveforms{{
    {"sine", UpsWaveform::sine},
    {"stepped", UpsWaveform::stepped},
}};

inline constexpr std::array<Word<GroundLead::Kind>, 2> kGroundLeadKinds{{
    {"antenna", GroundLead::Kind::antenna},
    {"network", GroundLead::Kind::network},
}};

/// The whole desk, where a place is written that is none of its parts.
inline constexpr std::string_view kWholeDesk = "*";

}  // namespace linecheck::chain
