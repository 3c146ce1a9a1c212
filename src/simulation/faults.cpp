#include "simulation/faults.h"

#include <algorithm>
#include <array>

namespace linecheck::simulation {
namespace {

constexpr std::array kFaults = {
    FaultInfo{Fault::groundLoop, "ground_loop", "Ground loop",
              "Two earths meet through a cable's shield: 50 or 60 Hz with odd harmonics."},
    FaultInfo{Fault::magneticPickup, "magnetic_pickup", "Magnetic pickup",
              "A cable lies beside a transformer: an almost pure 50 or 60 Hz."},
    FaultInfo{Fault::supplyRipple, "supply_ripple", "Supply ripple",
              "A power adapter's filter is worn out: 100, 200, 300 Hz or 120, 240, 360 Hz."},
    FaultInfo{Fault::mainsHash, "mains_hash", "Dimmer buzz",
              "A dimmer's switching edges couple in: a buzz of many mains harmonics."},
    FaultInfo{Fault::computerHash, "computer_hash", "Computer hash on USB",
              "The computer's USB ground carries its tones, 1 kHz and multiples, and its noise."},
    FaultInfo{
        Fault::earthLeakage, "earth_leakage", "Leakage without an earth",
        "Nothing on the desk is earthed: the mains leaks in through its supplies, as a buzz."},
    FaultInfo{Fault::crackle, "crackle", "Mains hash and crackle",
              "Switched supplies and LED lamps: noise in bursts at twice the mains frequency."},
    FaultInfo{Fault::wanderingHash, "wandering_hash", "Computer whine",
              "Whine and noise of the computer that wander and step with its load."},
    FaultInfo{Fault::phone, "phone", "Mobile phone",
              "A phone beside a cable: bursts 217 times per second while it talks to its network."},
    FaultInfo{Fault::hiss, "hiss", "Hiss",
              "A gain stage is up too far: broadband noise, in each channel its own."},
    FaultInfo{Fault::clipping, "clipping", "Input gain too high",
              "The preamplifier is up by 26 dB: a test tone clips the converter."},
    FaultInfo{Fault::dropouts, "dropouts", "Dropouts",
              "The driver loses or repeats a few samples every second and does not say so."},
    FaultInfo{Fault::volumeSlider, "volume_slider", "Volume slider down",
              "The system's volume takes 6 dB off what is played."},
    FaultInfo{Fault::sixteenBit, "sixteen_bit", "16-bit path",
              "The system rounds what is played to 16 bits."},
    FaultInfo{Fault::resampler, "resampler", "Mixer at another rate",
              "The system mixes at 44.1 kHz, or at 48 kHz if the interface runs at 44.1 kHz."},
    FaultInfo{Fault::clockDrift, "clock_drift", "Clocks drift apart",
              "Output and input run on clocks of their own, 25 ppm apart."},
    FaultInfo{Fault::automaticGain, "automatic_gain", "Sound enhancement on",
              "The system makes quiet sounds louder and loud ones quieter."},
    FaultInfo{Fault::systemLimiter, "system_limiter", "System limiter",
              "The system's mixer takes back what comes above −0.13 dBFS."},
    FaultInfo{Fault::swappedChannels, "swapped_channels", "Left and right swapped",
              "What is played on the left comes back on the right."},
    FaultInfo{Fault::invertedPolarity, "inverted_polarity", "Left polarity inverted",
              "The left channel comes back upside down."},
    FaultInfo{Fault::softClipping, "soft_clipping", "Amplifier driven too far",
              "The amplifier runs out of range softly, from 12 dB below full scale."},
    FaultInfo{Fault::crosstalk, "crosstalk", "Crosstalk",
              "Each channel hears the other one, 40 dB down."},
    FaultInfo{Fault::noLoopback, "no_loopback", "Loopback cable pulled",
              "What is played does not come back to the input."},
    FaultInfo{Fault::deadInput, "dead_input", "Input muted",
              "The input gives exact zeros, as a muted digital link does."},
    FaultInfo{Fault::unplugged, "unplugged", "Interface unplugged",
              "The interface's USB cable is pulled."},
};

}  // namespace

std::span<const FaultInfo> faults() {
  return kFaults;
}

std::optional<Fault> findFault(std::string_view id) {
  const auto* const found = std::find_if(kFaults.begin(), kFaults.end(),
                                         [id](const FaultInfo& info) { return info.id == id; });
  if (found == kFaults.end()) return std::nullopt;
  return found->fault;
}

}  // namespace linecheck::simulation
