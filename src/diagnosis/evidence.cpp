#include "diagnosis/evidence.h"

#include <algorithm>
#include <array>
#include <utility>

namespace linecheck::diagnosis {
namespace {

struct TraitInfo {
  Trait trait;
  std::string_view id;
  std::string_view unit;
};

constexpr std::array kTraits = {
    TraitInfo{Trait::humOverFloor, "hum_over_floor", "dB"},
    TraitInfo{Trait::evenToOdd, "even_to_odd", "dB"},
    TraitInfo{Trait::oddToFundamental, "odd_to_fundamental", "dB"},
    TraitInfo{Trait::highToFundamental, "high_to_fundamental", "dB"},
    TraitInfo{Trait::tripleToOdd, "triple_to_odd", "dB"},
    TraitInfo{Trait::harmonicDecay, "harmonic_decay", "dB/octave"},
    TraitInfo{Trait::gatedNoise, "gated_noise", "dB"},
    TraitInfo{Trait::mainsSpikes, "mains_spikes", "dB"},
    TraitInfo{Trait::clicks, "clicks", "1/s"},
    TraitInfo{Trait::frameLines, "frame_lines", "dB"},
    TraitInfo{Trait::microframeLines, "microframe_lines", "dB"},
    TraitInfo{Trait::wanderingLines, "wandering_lines", "dB"},
    TraitInfo{Trait::loadNoise, "load_noise", "dB"},
    TraitInfo{Trait::restlessTones, "restless_tones", "dB"},
    TraitInfo{Trait::phoneBursts, "phone_bursts", "dB"},
    TraitInfo{Trait::screenLines, "screen_lines", "dB"},
    TraitInfo{Trait::strayLines, "stray_lines", "dB"},
    TraitInfo{Trait::noiseLevel, "noise_level", "dBFS"},
    TraitInfo{Trait::noiseTilt, "noise_tilt", "dB/decade"},
    TraitInfo{Trait::rumble, "rumble", "dB"},
    TraitInfo{Trait::programme, "programme", "dB"},
    TraitInfo{Trait::baselineExcess, "baseline_excess", "dB"},
    TraitInfo{Trait::channelBalance, "channel_balance", "dB"},
};

constexpr bool areInOrder() {
  for (std::size_t i = 0; i < kTraits.size(); ++i) {
    if (kTraits[i].trait != static_cast<Trait>(i)) return false;
  }
  return true;
}
static_assert(areInOrder());

constexpr auto kAll = [] {
  std::array<Trait, kTraits.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = kTraits[i].trait;
  return all;
}();

}  // namespace

std::span<const Trait> traits() {
  return kAll;
}

std::string_view traitId(Trait trait) {
  return kTraits[static_cast<std::size_t>(trait)].id;
}

std::string_view traitUnit(Trait trait) {
  return kTraits[static_cast<std::size_t>(trait)].unit;
}

const Observation* Evidence::find(Trait trait) const {
  const auto found = std::find_if(observations.begin(), observations.end(),
                                  [trait](const auto& each) { return each.trait == trait; });
  return found == observations.end() ? nullptr : &*found;
}

const Signature* Evidence::signature(Cause cause) const {
  const auto found = std::find_if(signatures.begin(), signatures.end(),
                                  [cause](const auto& each) { return each.cause == cause; });
  return found == signatures.end() ? nullptr : &*found;
}

}  // namespace linecheck::diagnosis
