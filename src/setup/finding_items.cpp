#include "setup/finding_items.h"

#include <algorithm>
#include <array>

namespace linecheck::setup {
namespace {

struct Belongs {
  std::string_view finding;
  ItemKind kind;
};

constexpr std::array kBelongs{
    Belongs{"computer-output-used", ItemKind::soundOrder},
    Belongs{"plug-does-not-fit", ItemKind::cable},
    Belongs{"adapter-does-not-fit", ItemKind::cable},
    Belongs{"digital-joined-to-analogue", ItemKind::cable},
    Belongs{"digital-formats-differ", ItemKind::cable},
    Belongs{"loudspeaker-output-into-input", ItemKind::cable},
    Belongs{"input-needs-power", ItemKind::cable},
    Belongs{"analogue-cable-on-digital-line", ItemKind::cable},
    Belongs{"wrong-digital-impedance", ItemKind::cable},
    Belongs{"digital-run-too-long", ItemKind::cable},
    Belongs{"coaxial-suits-long-run", ItemKind::cable},
    Belongs{"spdif-joined-to-aes3", ItemKind::cable},
    Belongs{"balanced-at-one-end", ItemKind::balancedLines},
    Belongs{"unbalanced-cable-between-balanced-ends", ItemKind::balancedLines},
    Belongs{"fake-balanced-input", ItemKind::balancedLines},
    Belongs{"rejection-unknown", ItemKind::balancedLines},
    Belongs{"pin-3-floats", ItemKind::balancedLines},
    Belongs{"pin-3-unknown", ItemKind::balancedLines},
    Belongs{"unbalanced-run-too-long", ItemKind::cableRoutes},
    Belongs{"unbalanced-beside-graphics-card", ItemKind::cableRoutes},
    Belongs{"signal-beside-supply", ItemKind::cableRoutes},
    Belongs{"signal-beside-power-cable", ItemKind::cableRoutes},
    Belongs{"wrong-supply", ItemKind::supply},
    Belongs{"foreign-supply", ItemKind::supply},
    Belongs{"unchecked-supply", ItemKind::supply},
    Belongs{"wrong-mains-voltage", ItemKind::mainsVoltage},
    Belongs{"several-power-sources", ItemKind::oneSource},
    Belongs{"several-outlets", ItemKind::oneSource},
    Belongs{"ups-overloaded", ItemKind::ups},
    Belongs{"ups-without-headroom", ItemKind::ups},
    Belongs{"ups-perhaps-without-headroom", ItemKind::ups},
    Belongs{"ups-rating-unknown", ItemKind::ups},
    Belongs{"standby-ups", ItemKind::ups},
    Belongs{"online-ups", ItemKind::ups},
    Belongs{"ups-topology-unknown", ItemKind::ups},
    Belongs{"stepped-ups", ItemKind::ups},
    Belongs{"stepped-ups-on-active-pfc", ItemKind::ups},
    Belongs{"ups-waveform-unknown", ItemKind::ups},
    Belongs{"no-working-earth", ItemKind::earth},
    Belongs{"perhaps-no-working-earth", ItemKind::earth},
    Belongs{"no-working-earth-in-house", ItemKind::earth},
    Belongs{"perhaps-no-working-earth-in-house", ItemKind::earth},
    Belongs{"strip-without-earth", ItemKind::earth},
    Belongs{"perhaps-strip-without-earth", ItemKind::earth},
    Belongs{"unknown-earth", ItemKind::earth},
    Belongs{"system-volume-at-limiter", ItemKind::systemVolume},
    Belongs{"system-volume-low", ItemKind::systemVolume},
    Belongs{"system-volume-unknown", ItemKind::systemVolume},
    Belongs{"operating-system-unknown", ItemKind::systemVolume},
    Belongs{"audio-path-unknown", ItemKind::soundPath},
    Belongs{"low-bit-depth", ItemKind::bitDepth},
    Belongs{"bit-depth-unknown", ItemKind::bitDepth},
    Belongs{"sample-rates-differ", ItemKind::sampleRate},
    Belongs{"sample-rate-converted", ItemKind::sampleRate},
    Belongs{"digital-attenuation", ItemKind::digitalVolume},
    Belongs{"digital-volume-unknown", ItemKind::digitalVolume},
    Belongs{"trim-overdrives-input", ItemKind::outputTrim},
    Belongs{"trim-low", ItemKind::outputTrim},
    Belongs{"unsafe-serial", ItemKind::serial},
    Belongs{"disputed-serial", ItemKind::serial},
    Belongs{"unknown-serial", ItemKind::serial},
    Belongs{"adapter-shorts-balanced-output", ItemKind::headphoneOutput},
    Belongs{"unbalanced-cable-on-balanced-output", ItemKind::headphoneOutput},
    Belongs{"output-impedance-too-high", ItemKind::headphoneOutput},
    Belongs{"output-too-weak", ItemKind::headphoneOutput},
    Belongs{"headphones-need-no-balance", ItemKind::headphoneOutput},
    Belongs{"computer-drives-headphones", ItemKind::headphoneOutput},
    Belongs{"computer-too-weak-for-headphones", ItemKind::headphoneOutput},
    Belongs{"several-live-controls", ItemKind::liveControl},
    Belongs{"no-live-control", ItemKind::liveControl},
    Belongs{"volume-for-each-end", ItemKind::liveControl},
    Belongs{"covered-warm-device", ItemKind::airflow},
    Belongs{"perhaps-warm-device-covered", ItemKind::airflow},
    Belongs{"enclosed-warm-device", ItemKind::airflow},
};

// What lies beside what, and whether something is plugged in, the desk cannot tell by itself.
constexpr std::array kSettled{ItemKind::balancedLines, ItemKind::mainsVoltage, ItemKind::serial,
                              ItemKind::headphoneOutput, ItemKind::liveControl};

}  // namespace

std::optional<ItemKind> itemKindOf(std::string_view finding) {
  const auto* const found =
      std::find_if(kBelongs.begin(), kBelongs.end(),
                   [&](const Belongs& belongs) { return belongs.finding == finding; });
  if (found == kBelongs.end()) return std::nullopt;
  return found->kind;
}

bool isSettledByRules(ItemKind kind) {
  return std::find(kSettled.begin(), kSettled.end(), kind) != kSettled.end();
}

}  // namespace linecheck::setup
