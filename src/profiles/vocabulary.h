#pragma once

#include <array>
#include <string_view>

#include "json/reader.h"
#include "profiles/profile.h"

/// The words with which profiles are written. The schema lists the same ones.
namespace linecheck::profiles {

using json::Word;

inline constexpr std::array<Word<Kind>, 16> kKinds{{
    {"computer", Kind::computer},
    {"onboard-audio", Kind::onboardAudio},
    {"audio-interface", Kind::audioInterface},
    {"dac", Kind::dac},
    {"headphone-amplifier", Kind::headphoneAmplifier},
    {"power-amplifier", Kind::powerAmplifier},
    {"headphones", Kind::headphones},
    {"monitor", Kind::monitor},
    {"loudspeakers", Kind::loudspeakers},
    {"preamplifier", Kind::preamplifier},
    {"phono-stage", Kind::phonoStage},
    {"usb-isolator", Kind::usbIsolator},
    {"transformer-isolator", Kind::transformerIsolator},
    {"pad", Kind::pad},
    {"di-box", Kind::diBox},
    {"midi-controller", Kind::midiController},
}};

inline constexpr std::array<Word<Confidence>, 5> kConfidences{{
    {"datasheet", Confidence::datasheet},
    {"measured", Confidence::measured},
    {"article", Confidence::article},
    {"derived", Confidence::derived},
    {"estimate", Confidence::estimate},
}};

inline constexpr std::array<Word<Weighting>, 2> kWeightings{{
    {"none", Weighting::none},
    {"A", Weighting::a},
}};

inline constexpr std::array<Word<Direction>, 3> kDirections{{
    {"in", Direction::in},
    {"out", Direction::out},
    {"both", Direction::both},
}};

inline constexpr std::array<Word<Connector>, 21> kConnectors{{
    {"unknown", Connector::unknown},
    {"jack-3.5-trs", Connector::jack35Trs},
    {"jack-3.5-trrs", Connector::jack35Trrs},
    {"jack-6.35-ts", Connector::jack635Ts},
    {"jack-6.35-trs", Connector::jack635Trs},
    {"rca", Connector::rca},
    {"xlr-3", Connector::xlr3},
    {"xlr-4", Connector::xlr4},
    {"pentaconn-4.4", Connector::pentaconn44},
    {"combo-xlr-trs", Connector::comboXlrTrs},
    {"usb-a", Connector::usbA},
    {"usb-b", Connector::usbB},
    {"usb-c", Connector::usbC},
    {"toslink", Connector::toslink},
    {"bnc", Connector::bnc},
    {"binding-post", Connector::bindingPost},
    {"speakon", Connector::speakon},
    {"iec-c5", Connector::iecC5},
    {"iec-c7", Connector::iecC7},
    {"iec-c13", Connector::iecC13},
    {"barrel", Connector::barrel},
}};

inline constexpr std::array<Word<Signal>, 12> kSignals{{
    {"line", Signal::line},
    {"headphone", Signal::headphone},
    {"mic", Signal::mic},
    {"instrument", Signal::instrument},
    {"loudspeaker", Signal::loudspeaker},
    {"digital-usb", Signal::digitalUsb},
    {"digital-spdif", Signal::digitalSpdif},
    {"digital-adat", Signal::digitalAdat},
    {"digital-aes3", Signal::digitalAes3},
    {"mains", Signal::mains},
    {"supply", Signal::supply},
    {"trigger", Signal::trigger},
}};

inline constexpr std::array<Word<Receiver>, 2> kReceivers{{
    {"differential", Receiver::differential},
    {"single-ended", Receiver::singleEnded},
}};

inline constexpr std::array<Word<Panel>, 5> kPanels{{
    {"front", Panel::front},
    {"rear", Panel::rear},
    {"top", Panel::top},
    {"left", Panel::left},
    {"right", Panel::right},
}};

inline constexpr std::array<Word<VolumeTechnology>, 4> kVolumeTechnologies{{
    {"unknown", VolumeTechnology::unknown},
    {"potentiometer", VolumeTechnology::potentiometer},
    {"relay-ladder", VolumeTechnology::relayLadder},
    {"digital", VolumeTechnology::digital},
}};

inline constexpr std::array<Word<Taper>, 2> kTapers{{
    {"linear", Taper::linear},
    {"audio", Taper::audio},
}};

inline constexpr std::array<Word<Operation>, 3> kOperations{{
    {"flick", Operation::flick},
    {"hold-cycle", Operation::holdCycle},
    {"press", Operation::press},
}};

inline constexpr std::array<Word<Supply>, 6> kSupplies{{
    {"external-adapter", Supply::externalAdapter},
    {"internal-mains", Supply::internalMains},
    {"usb-bus", Supply::usbBus},
    {"host", Supply::host},
    {"battery", Supply::battery},
    {"passive", Supply::passive},
}};

inline constexpr std::array<Word<CurrentKind>, 2> kCurrents{{
    {"ac", CurrentKind::ac},
    {"dc", CurrentKind::dc},
}};

inline constexpr std::array<Word<ProtectiveClass>, 4> kProtectiveClasses{{
    {"class-1", ProtectiveClass::classI},
    {"class-2", ProtectiveClass::classII},
    {"host", ProtectiveClass::host},
    {"battery", ProtectiveClass::battery},
}};

inline constexpr std::array<Word<Driver>, 7> kDrivers{{
    {"unknown", Driver::unknown},
    {"dynamic", Driver::dynamic},
    {"planar", Driver::planar},
    {"balanced-armature", Driver::balancedArmature},
    {"electrostatic", Driver::electrostatic},
    {"air-motion", Driver::airMotion},
    {"hybrid", Driver::hybrid},
}};

inline constexpr std::array<Word<Back>, 4> kBacks{{
    {"open", Back::open},
    {"semi-open", Back::semiOpen},
    {"closed", Back::closed},
    {"in-ear", Back::inEar},
}};

inline constexpr std::array<Word<Note::Severity>, 3> kSeverities{{
    {"info", Note::Severity::info},
    {"caution", Note::Severity::caution},
    {"danger", Note::Severity::danger},
}};

/// The word of a vocabulary that stands for `meaning`: `wordFor(kKinds, profile.kind)`.
template <class T, std::size_t N>
[[nodiscard]] constexpr std::string_view wordFor(const std::array<Word<T>, N>& vocabulary,
                                                 T meaning) {
  for (const Word<T>& word : vocabulary) {
    if (word.second == meaning) return word.first;
  }
  return "";
}

}  // namespace linecheck::profiles
