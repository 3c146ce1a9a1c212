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
    Name{"balance", "Channel balance"},
    Name{"balance_1k", "Balance at 1 kHz"},
    Name{"balance_worst", "Balance, worst"},
    Name{"balance_worst_at", "Balance, worst at"},
    Name{"ccif", "Intermodulation, 19 + 20 kHz"},
    Name{"ccif_bound", "Intermodulation, 19 + 20 kHz, less than"},
    Name{"ccif_d2", "Difference tone, 2nd order"},
    Name{"ccif_d2_bound", "Difference tone, 2nd order, less than"},
    Name{"ccif_d3", "Difference tones, 3rd order"},
    Name{"ccif_d3_bound", "Difference tones, 3rd order, less than"},
    Name{"ccif_level", "Level of the 20 kHz tone"},
    Name{"channel_delay", "Delay between channels"},
    Name{"clip_kind", "Kind of clipping"},
    Name{"clip_level", "Clips at, played"},
    Name{"clip_level_above", "No clipping up to, played"},
    Name{"clip_level_in", "Clips at, captured"},
    Name{"clip_place", "What clips"},
    Name{"clipping", "Clipping"},
    Name{"clock_drift", "Clock drift"},
    Name{"corner_high_0_1", "Upper corner, −0.1 dB"},
    Name{"corner_high_1", "Upper corner, −1 dB"},
    Name{"corner_high_3", "Upper corner, −3 dB"},
    Name{"corner_low_0_1", "Lower corner, −0.1 dB"},
    Name{"corner_low_1", "Lower corner, −1 dB"},
    Name{"corner_low_3", "Lower corner, −3 dB"},
    Name{"crest_factor", "Crest factor"},
    Name{"crosstalk", "Crosstalk"},
    Name{"crosstalk_100", "Crosstalk at 100 Hz"},
    Name{"crosstalk_100_bound", "Crosstalk at 100 Hz, less than"},
    Name{"crosstalk_10k", "Crosstalk at 10 kHz"},
    Name{"crosstalk_10k_bound", "Crosstalk at 10 kHz, less than"},
    Name{"crosstalk_1k", "Crosstalk at 1 kHz"},
    Name{"crosstalk_1k_bound", "Crosstalk at 1 kHz, less than"},
    Name{"crosstalk_bound", "Crosstalk, less than"},
    Name{"deviation", "Deviation, greatest to least"},
    Name{"deviation_high", "Deviation upwards"},
    Name{"deviation_low", "Deviation downwards"},
    Name{"distortion", "Harmonics 2 to 5"},
    Name{"dynamic_range", "Dynamic range, CCIR-RMS"},
    Name{"dynamic_range_a", "Dynamic range, A-weighted"},
    Name{"effective_bits", "Effective bits"},
    Name{"gain", "Gain"},
    Name{"gain_1k", "Gain at 1 kHz"},
    Name{"gain_change", "Change of gain"},
    Name{"group_delay", "Group delay"},
    Name{"harmonic_2", "2nd harmonic"},
    Name{"harmonic_3", "3rd harmonic"},
    Name{"harmonic_4", "4th harmonic"},
    Name{"harmonic_5", "5th harmonic"},
    Name{"harmonics", "Harmonics"},
    Name{"headroom", "Headroom above the working level"},
    Name{"impulse", "Impulse response"},
    Name{"jitter", "Jitter"},
    Name{"jitter_bound", "Jitter of one line, less than"},
    Name{"jitter_frequency", "Frequency of the jitter"},
    Name{"jitter_noise_rms", "Jitter noise, RMS"},
    Name{"jitter_peak", "Jitter of the strongest line, peak"},
    Name{"jitter_peaks", "Jitter of each line, peak"},
    Name{"jitter_rms", "Jitter of all lines, RMS"},
    Name{"jitter_side", "Strongest side line"},
    Name{"jitter_sides", "Side lines"},
    Name{"jitter_skirt", "Widening of the tone's foot"},
    Name{"jitter_spectrum", "Jitter spectrum"},
    Name{"knee", "Limits from"},
    Name{"latency", "Latency"},
    Name{"latency_difference", "Latency against the first channel"},
    Name{"latency_jumps", "Jumps of the latency"},
    Name{"latency_spread", "Spread of the latency"},
    Name{"latency_time", "Latency in time"},
    Name{"latency_wander", "Wander of the latency"},
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
    Name{"phase", "Phase"},
    Name{"phase_difference", "Phase between channels"},
    Name{"pilot_change", "Change of the pilot"},
    Name{"polarity", "Polarity"},
    Name{"relative_polarity", "Polarity between channels"},
    Name{"response", "Frequency response"},
    Name{"silence", "Silence played"},
    Name{"sinad", "SINAD"},
    Name{"smpte", "Intermodulation, SMPTE"},
    Name{"smpte_bound", "Intermodulation, SMPTE, less than"},
    Name{"smpte_d2", "Modulation distortion, 2nd order"},
    Name{"smpte_d2_bound", "Modulation distortion, 2nd order, less than"},
    Name{"smpte_d3", "Modulation distortion, 3rd order"},
    Name{"smpte_d3_bound", "Modulation distortion, 3rd order, less than"},
    Name{"smpte_level", "Level of the 7 kHz tone"},
    Name{"tdn", "Distortion and noise of many tones"},
    Name{"tdn_bands", "Distortion and noise in third octaves"},
    Name{"tdn_level", "Level of distortion and noise"},
    Name{"tdn_spectrum", "Spectrum between the tones"},
    Name{"thd", "THD"},
    Name{"thd_bound", "THD, less than"},
    Name{"thdn", "THD+N"},
    Name{"tone", "Tone"},
    Name{"tone_gain", "Gain of each tone"},
    Name{"trim", "Turn up (down if negative) by"},
    Name{"trim_at", "Turn it at"},
};

struct Word {
  std::string_view id;
  std::string_view word;
  std::string_view text;
};

constexpr std::array kWords = {
    Word{"ccif", "below_noise", "hidden in the noise"},
    Word{"ccif_d2", "below_noise", "hidden in the noise"},
    Word{"ccif_d3", "below_noise", "hidden in the noise"},
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
    Word{"corner_high_0_1", "beyond_sweep", "outside of the sweep"},
    Word{"corner_high_1", "beyond_sweep", "outside of the sweep"},
    Word{"corner_high_3", "beyond_sweep", "outside of the sweep"},
    Word{"corner_low_0_1", "beyond_sweep", "outside of the sweep"},
    Word{"corner_low_1", "beyond_sweep", "outside of the sweep"},
    Word{"corner_low_3", "beyond_sweep", "outside of the sweep"},
    Word{"crosstalk_100", "below_noise", "hidden in the noise"},
    Word{"crosstalk_10k", "below_noise", "hidden in the noise"},
    Word{"crosstalk_1k", "below_noise", "hidden in the noise"},
    Word{"jitter", "clean", "no side lines"},
    Word{"jitter", "sidebands", "side lines beside the tone"},
    Word{"latency", "drifts", "drifts steadily"},
    Word{"latency", "jumps", "jumps while it plays"},
    Word{"latency", "stable", "always the same"},
    Word{"limiter", "automatic_gain", "no limiter, but a gain that follows the level"},
    Word{"limiter", "cannot_tell", "something limits or clips; one channel cannot tell which"},
    Word{"limiter", "clipping", "none; a stage clips"},
    Word{"limiter", "linked_limiter", "the system's limiter turns all channels down"},
    Word{"limiter", "none", "none"},
    Word{"overs", "cannot_tell", "cut or turned down; one channel cannot tell which"},
    Word{"overs", "clipped", "clipped"},
    Word{"overs", "limited", "turned down by a limiter"},
    Word{"overs", "passes", "pass whole"},
    Word{"polarity", "inverted", "inverted"},
    Word{"polarity", "normal", "as it was played"},
    Word{"relative_polarity", "opposite", "opposite: one channel is inverted"},
    Word{"relative_polarity", "same", "the same"},
    Word{"silence", "as_beside_tone", "as quiet as beside a tone"},
    Word{"silence", "quieter_than_beside_tone",
         "quieter than beside a tone: go by the dynamic range"},
    Word{"smpte", "below_noise", "hidden in the noise"},
    Word{"smpte_d2", "below_noise", "hidden in the noise"},
    Word{"smpte_d3", "below_noise", "hidden in the noise"},
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

bool isPlayedLevel(std::string_view id) {
  constexpr std::array<std::string_view, 3> kPlayed = {"clip_level", "clip_level_above", "knee"};
  return std::find(kPlayed.begin(), kPlayed.end(), id) != kPlayed.end();
}

std::string_view statementText(std::string_view id, std::string_view word) {
  const auto* const found = std::find_if(kWords.begin(), kWords.end(), [&](const Word& known) {
    return known.id == id && known.word == word;
  });
  return found == kWords.end() ? word : found->text;
}

}  // namespace linecheck::measure
