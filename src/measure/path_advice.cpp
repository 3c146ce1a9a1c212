#include "measure/path_advice.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number_text.h"

namespace linecheck::measure {
namespace {

struct Advice {
  PathFault fault;
  std::string_view cure;
  std::string_view windows;
  std::string_view macos;
  std::string_view pipewire;
  std::string_view pulseaudio;
  std::string_view jack;
};

constexpr std::array kAdvice = {
    Advice{PathFault::deadInput,
           "Switch the input on: look for a mute at the interface, in its control panel and in the "
           "system, and let Linecheck use the input.",
           "Settings > Privacy & security > Microphone: allow desktop apps to use it; Sound > the "
           "input > Input volume",
           "System Settings > Privacy & Security > Microphone: allow Linecheck",
           "pavucontrol > Input Devices: the speaker sign must not be crossed",
           "pavucontrol > Input Devices: the speaker sign must not be crossed",
           "QjackCtl > Graph: connect system:capture to Linecheck"},
    Advice{
        PathFault::noLoopback,
        "Check that the cables of the picture are plugged in, that the right input and output "
        "are chosen, and that nothing on the way is muted.",
        "Settings > Privacy & security > Microphone: allow desktop apps to use it",
        "System Settings > Privacy & Security > Microphone: allow Linecheck",
        "pavucontrol > Output Devices and Input Devices: the speaker sign must not be crossed",
        "pavucontrol > Output Devices and Input Devices: the speaker sign must not be crossed",
        "QjackCtl > Graph: connect Linecheck to system:playback and system:capture to Linecheck"},
    Advice{PathFault::missingChannel,
           "Plug in the second cable of the picture, or go on with one channel.", "", "",
           "pavucontrol > Configuration: choose a profile with two channels each way",
           "pavucontrol > Configuration: choose a profile with two channels each way",
           "QjackCtl > Graph: connect both channels"},
    Advice{PathFault::swappedChannels, "Exchange the two plugs at the input.", "",
           "Audio MIDI Setup > the device > Output > Configure Speakers",
           "qpwgraph: connect FL to 1 and FR to 2", "",
           "QjackCtl > Graph: connect 1 to 1 and 2 to 2"},
    Advice{PathFault::monoSum,
           "Switch mono off, and the interface's direct monitoring of the inputs as well.",
           "Settings > Accessibility > Audio > Mono audio: Off",
           "System Settings > Accessibility > Audio > Play stereo audio as mono: off",
           "qpwgraph: remove the connection between left and right",
           "pavucontrol > Configuration: choose a stereo profile",
           "QjackCtl > Graph: remove the connection between left and right"},
    Advice{PathFault::inverted,
           "Look for a polarity switch (Ø), and for a cable with pins 2 and 3, or tip and ring, "
           "exchanged.",
           "", "", "", "", ""},
    Advice{PathFault::gain,
           "Set every volume control between the program and the converter to where it does "
           "nothing, and the interface's own faders to 0 dB.",
           "Settings > System > Sound > Volume: 100, and Volume mixer: Linecheck at 100",
           "System Settings > Sound > Output volume: fully right; Audio MIDI Setup > the device > "
           "Output > Volume: 0 dB",
           "pavucontrol > Output Devices: 100% (0 dB), and Playback: Linecheck at 100%; or wpctl "
           "set-volume @DEFAULT_AUDIO_SINK@ 1.0",
           "pavucontrol > Output Devices: 100% (0 dB), and Playback: Linecheck at 100%",
           "alsamixer, F6: the interface's own faders at 0 dB"},
    Advice{PathFault::sixteenBit, "Set the device to 24 bits, for playing and for recording.",
           "Settings > System > Sound > More sound settings > Playback, and Recording > the device "
           "> Properties > Advanced > Default format: 24 bit",
           "Audio MIDI Setup > the device > Format: 24-bit Integer",
           "WirePlumber: audio.format = \"S32LE\" for the device's node",
           "/etc/pulse/daemon.conf: default-sample-format = s32le, then pulseaudio -k",
           "QjackCtl > Setup > Settings: Force 16bit off"},
    Advice{PathFault::resampled,
           "Set the device and Linecheck to the same sample rate, or use the device exclusively.",
           "Settings > System > Sound > More sound settings > Playback, and Recording > the device "
           "> Properties > Advanced > Default format: the same rate as above",
           "Audio MIDI Setup > the device > Format: the same rate as above",
           "pw-metadata -n settings 0 clock.force-rate RATE, or default.clock.allowed-rates in "
           "pipewire.conf",
           "/etc/pulse/daemon.conf: default-sample-rate, and avoid-resampling = yes, then "
           "pulseaudio -k",
           "QjackCtl > Setup > Settings > Sample Rate"},
    Advice{PathFault::clockDrift,
           "Use one device for both input and output, or give both the same clock.",
           "The interface's control panel > Clock source: Internal",
           "Audio MIDI Setup > Aggregate Device > Clock Source",
           "pavucontrol: choose the same device under Output Devices and Input Devices",
           "pavucontrol: choose the same device under Output Devices and Input Devices",
           "QjackCtl > Setup > Settings: the same interface for Input and Output Device"},
    Advice{PathFault::automaticGain,
           "Switch off every enhancement, loudness equalisation, automatic gain and noise "
           "suppression.",
           "Settings > System > Sound > the device > Audio enhancements: Off, for input too; More "
           "sound settings > Communications: Do nothing",
           "Control Centre > Mic Mode: Standard",
           "EasyEffects: global bypass; no echo-cancel module (pactl list short modules)",
           "pactl unload-module module-echo-cancel; PulseEffects: off",
           "QjackCtl > Graph: no compressor between Linecheck and system"},
    Advice{PathFault::dropouts,
           "Choose a larger buffer, close other programs, and plug the interface straight into the "
           "computer.",
           "The interface's control panel > Buffer size; Settings > System > Power > Best "
           "performance",
           "The interface's control panel > Buffer size",
           "pw-metadata -n settings 0 clock.force-quantum 1024",
           "/etc/pulse/daemon.conf: default-fragment-size-msec = 25, then pulseaudio -k",
           "QjackCtl > Setup > Settings > Frames/Period: 1024"},
    Advice{PathFault::clipping, "Turn the input's gain down, or switch its pad on.",
           "Settings > System > Sound > the input > Input volume",
           "System Settings > Sound > Input volume", "pavucontrol > Input Devices: 100% (0 dB)",
           "pavucontrol > Input Devices: 100% (0 dB)", "alsamixer, F4: the input's own gain"},
};

const Advice& adviceOn(PathFault fault) {
  return *std::find_if(kAdvice.begin(), kAdvice.end(),
                       [fault](const Advice& advice) { return advice.fault == fault; });
}

constexpr std::array kSystems = {
#ifdef _WIN32
    SoundSystem::windows,    SoundSystem::macos, SoundSystem::pipewire,
    SoundSystem::pulseaudio, SoundSystem::jack,
#elif defined(__APPLE__)
    SoundSystem::macos,      SoundSystem::windows, SoundSystem::pipewire,
    SoundSystem::pulseaudio, SoundSystem::jack,
#else
    SoundSystem::pipewire, SoundSystem::pulseaudio, SoundSystem::jack,
    SoundSystem::windows,  SoundSystem::macos,
#endif
};

}  // namespace

std::string_view soundSystemId(SoundSystem system) {
  constexpr std::array<std::string_view, 5> kIds = {"windows", "macos", "pipewire", "pulseaudio",
                                                    "jack"};
  return kIds.at(static_cast<std::size_t>(system));
}

std::string_view soundSystemName(SoundSystem system) {
  constexpr std::array<std::string_view, 5> kNames = {"Windows", "macOS", "PipeWire", "PulseAudio",
                                                      "JACK"};
  return kNames.at(static_cast<std::size_t>(system));
}

bool isThisSystem(SoundSystem system) {
#ifdef _WIN32
  return system == SoundSystem::windows;
#elif defined(__APPLE__)
  return system == SoundSystem::macos;
#else
  return system != SoundSystem::windows && system != SoundSystem::macos;
#endif
}

std::span<const SoundSystem> soundSystems() {
  return kSystems;
}

Sentence pathText(const PathFinding& finding) {
  const double value = finding.value.value_or(0.0);
  const auto size = [value](int decimals) { return numberText(std::abs(value), decimals); };
  switch (finding.fault) {
    case PathFault::deadInput:
      return {"The input gives nothing but exact zeros: it is muted, or not let through."};
    case PathFault::noLoopback:
      return {"Nothing of what was played came back."};
    case PathFault::missingChannel:
      return {"Hears nothing of what was played."};
    case PathFault::swappedChannels:
      return {"Hears the other channel: left and right are exchanged."};
    case PathFault::monoSum:
      return {"Hears the other channel too, %1 dB below its own.", {size(1)}};
    case PathFault::inverted:
      return {"Comes back with its polarity reversed."};
    case PathFault::gain:
      if (value < 0.0) {
        return {
            "Comes back %1 dB lower than it should: a volume control on the way is turned down.",
            {size(2)}};
      }
      return {"Comes back %1 dB higher than it should: something on the way amplifies.", {size(2)}};
    case PathFault::sixteenBit:
      return {
          "Was cut to 16 bits on the way: noise and distortion near −98 dBFS are the "
          "computer's."};
    case PathFault::resampled:
      if (!finding.value) {
        return {"Ends short of half the sample rate, as behind a converter of sample rates."};
      }
      return {"Was converted to %1 kHz and back on the way: above %2 kHz nothing is left.",
              {numberText(value / 1000.0, 1), numberText(value / 2000.0, 2)}};
    case PathFault::clockDrift:
      return {"Input and output run on two clocks, %1 ppm apart.", {size(1)}};
    case PathFault::automaticGain:
      return {"Changes its gain with the signal, by %1 dB: something on the way levels it.",
              {size(1)}};
    case PathFault::dropouts:
      if (!finding.value) return {"Was interrupted: samples were lost or replaced."};
      if (value > 0.0) return {"Lost %1 samples on the way.", {size(0)}};
      return {"Repeated %1 samples on the way.", {size(0)}};
    case PathFault::clipping:
      return {"Is clipped by the test signal alone: the input is set too high."};
  }
  return {};
}

std::string_view unseenText(PathFault fault) {
  switch (fault) {
    case PathFault::sixteenBit:
      return "It is too noisy to tell whether the samples are cut to 16 bits on the way.";
    default:
      return "It is too noisy to tell all that may be wrong with the path.";
  }
}

std::string_view pathCure(PathFault fault) {
  return adviceOn(fault).cure;
}

std::string_view pathMenu(PathFault fault, SoundSystem system) {
  const Advice& advice = adviceOn(fault);
  switch (system) {
    case SoundSystem::windows:
      return advice.windows;
    case SoundSystem::macos:
      return advice.macos;
    case SoundSystem::pipewire:
      return advice.pipewire;
    case SoundSystem::pulseaudio:
      return advice.pulseaudio;
    case SoundSystem::jack:
      return advice.jack;
  }
  return {};
}

}  // namespace linecheck::measure
