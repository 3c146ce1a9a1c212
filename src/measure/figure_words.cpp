#include "measure/figure_words.h"

#include <algorithm>
#include <array>

namespace linecheck::measure {
namespace {

struct Name {
  std::string_view id;
  std::string_view name;
};

constexpr std::array kNames = {
    Name{"clip_kind", "Kind of clipping"},
    Name{"clip_level", "Clips at, played"},
    Name{"clip_level_above", "No clipping up to, played"},
    Name{"clip_level_in", "Clips at, captured"},
    Name{"clip_place", "What clips"},
    Name{"clipping", "Clipping"},
    Name{"clock_drift", "Clock drift"},
    Name{"deviation", "Deviation, greatest to least"},
    Name{"deviation_high", "Deviation upwards"},
    Name{"deviation_low", "Deviation downwards"},
    Name{"distortion", "Harmonics 2 to 5"},
    Name{"dynamic_range", "Dynamic range, CCIR-RMS"},
    Name{"dynamic_range_a", "Dynamic range, A-weighted"},
    Name{"effective_bits", "Effective bits"},
    Name{"gain", "Gain"},
    Name{"gain_change", "Change of gain"},
    Name{"harmonics", "Harmonics"},
    Name{"headroom", "Headroom above the working level"},
    Name{"knee", "Limits from"},
    Name{"latency", "Latency"},
    Name{"level", "Level"},
    Name{"limiter", "Limiter"},
    Name{"loss", "Lost at the top"},
    Name{"loss_at_full_scale", "Lost at full scale"},
    Name{"noise", "Noise, 20 Hz–20 kHz"},
    Name{"noise_a", "Noise, A-weighted"},
    Name{"noise_ccir_rms", "Noise, CCIR-RMS"},
    Name{"noise_itu468", "Noise, ITU-R 468"},
    Name{"overs", "Inter-sample overs"},
    Name{"passes_up_to", "Passes up to"},
    Name{"pilot_change", "Change of the pilot"},
    Name{"silence", "Silence played"},
    Name{"sinad", "SINAD"},
    Name{"thd", "THD"},
    Name{"thd_below", "THD is below"},
    Name{"thdn", "THD+N"},
    Name{"tone", "Tone"},
    Name{"trim", "Turn up (down if negative) by"},
    Name{"trim_at", "Turn it at"},
};

struct Word {
  std::string_view id;
  std::string_view word;
  std::string_view text;
};

constexpr std::array kWords = {
    Word{"clip_kind", "hard", "a hard edge"},
    Word{"clip_kind", "limiter", "a limiter: turned down whole"},
    Word{"clip_kind", "none", "none"},
    Word{"clip_kind", "soft", "a soft bend"},
    Word{"clip_place", "amplifier", "an amplifier"},
    Word{"clip_place", "computer", "the computer, ahead of the interface"},
    Word{"clip_place", "converter_in", "the input's converter"},
    Word{"clip_place", "converter_out_or_amplifier",
         "the output's converter or an amplifier behind it"},
    Word{"clip_place", "none", "nothing"},
    Word{"clipping", "no", "no"},
    Word{"clipping", "yes", "yes"},
    Word{"limiter", "automatic_gain", "no limiter, but a gain that follows the level"},
    Word{"limiter", "cannot_tell", "something limits or clips; one channel cannot tell which"},
    Word{"limiter", "clipping", "none; a stage clips"},
    Word{"limiter", "linked_limiter", "the system's limiter turns all channels down"},
    Word{"limiter", "none", "none"},
    Word{"overs", "cannot_tell", "cut or turned down; one channel cannot tell which"},
    Word{"overs", "clipped", "clipped"},
    Word{"overs", "limited", "turned down by a limiter"},
    Word{"overs", "passes", "pass whole"},
    Word{"silence", "as_beside_tone", "as quiet as beside a tone"},
    Word{"silence", "quieter_than_beside_tone",
         "quieter than beside a tone: go by the dynamic range"},
    Word{"thd", "below_floor", "hidden in the noise"},
    Word{"thd", "no_harmonic_in_band", "no harmonic below 20 kHz"},
    Word{"tone", "not_found", "not found"},
    Word{"trim_at", "input", "the input"},
    Word{"trim_at", "output", "the output"},
};

}  // namespace

std::string_view figureName(std::string_view id) {
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(), [id](const Name& name) { return name.id == id; });
  return found == kNames.end() ? id : found->name;
}

std::string_view statementText(std::string_view id, std::string_view word) {
  const auto* const found = std::find_if(kWords.begin(), kWords.end(), [&](const Word& known) {
    return known.id == id && known.word == word;
  });
  return found == kWords.end() ? word : found->text;
}

}  // namespace linecheck::measure
