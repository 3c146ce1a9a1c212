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
    Name{"clock_drift", "Clock drift"},
    Name{"cmrr", "Common-mode rejection"},
    Name{"cmrr_100", "Common-mode rejection at 100 Hz"},
    Name{"cmrr_100_at_least", "Common-mode rejection at 100 Hz, at least"},
    Name{"cmrr_10k", "Common-mode rejection at 10 kHz"},
    Name{"cmrr_10k_at_least", "Common-mode rejection at 10 kHz, at least"},
    Name{"cmrr_1k", "Common-mode rejection at 1 kHz"},
    Name{"cmrr_1k_at_least", "Common-mode rejection at 1 kHz, at least"},
    Name{"cmrr_50", "Common-mode rejection at 50 Hz"},
    Name{"cmrr_50_at_least", "Common-mode rejection at 50 Hz, at least"},
    Name{"common_mode", "Common-mode signal"},
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
    Name{"deviation", "Deviation, 20 Hz–20 kHz"},
    Name{"dynamic_range", "Dynamic range, CCIR-RMS"},
    Name{"dynamic_range_a", "Dynamic range, A-weighted"},
    Name{"gain", "Gain"},
    Name{"gain_1k", "Gain at 1 kHz"},
    Name{"group_delay", "Group delay"},
    Name{"harmonic_2", "2nd harmonic"},
    Name{"harmonic_3", "3rd harmonic"},
    Name{"harmonic_4", "4th harmonic"},
    Name{"harmonic_5", "5th harmonic"},
    Name{"headphone_impedance", "Impedance of the headphones"},
    Name{"headphone_impedance_phase", "Phase of the impedance"},
    Name{"impedance_1k", "Impedance at 1 kHz"},
    Name{"impedance_least", "Least impedance"},
    Name{"impedance_rated_at_most", "Rated impedance, at most"},
    Name{"impulse", "Impulse response"},
    Name{"input_impedance", "Impedance of the input"},
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
    Name{"latency", "Latency"},
    Name{"latency_difference", "Latency against the first channel"},
    Name{"latency_jumps", "Jumps of the latency"},
    Name{"latency_spread", "Spread of the latency"},
    Name{"latency_time", "Latency in time"},
    Name{"latency_wander", "Wander of the latency"},
    Name{"level", "Level"},
    Name{"level_between_steps", "Level between the steps"},
    Name{"noise", "Noise, 20 Hz–20 kHz"},
    Name{"noise_a", "Noise, A-weighted"},
    Name{"noise_ccir_rms", "Noise, CCIR-RMS"},
    Name{"noise_itu468", "Noise, ITU-R 468"},
    Name{"output_impedance", "Output impedance"},
    Name{"output_impedance_at_most", "Output impedance, at most"},
    Name{"output_impedance_phase", "Phase of the output impedance"},
    Name{"phase", "Phase"},
    Name{"phase_difference", "Phase between channels"},
    Name{"polarity", "Polarity"},
    Name{"relative_polarity", "Polarity between channels"},
    Name{"resonance", "Resonance"},
    Name{"resonance_impedance", "Impedance at the resonance"},
    Name{"response", "Frequency response"},
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
    Name{"thdn", "THD+N"},
    Name{"tone_gain", "Gain of each tone"},
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
    Word{"common_mode", "as_loud_as_before",
         "as loud as in the first step: change the cable as the picture shows"},
    Word{"common_mode", "not_heard", "below the noise, which is good"},
    Word{"corner_high_0_1", "beyond_sweep", "outside of the sweep"},
    Word{"corner_high_1", "beyond_sweep", "outside of the sweep"},
    Word{"corner_high_3", "beyond_sweep", "outside of the sweep"},
    Word{"corner_low_0_1", "beyond_sweep", "outside of the sweep"},
    Word{"corner_low_1", "beyond_sweep", "outside of the sweep"},
    Word{"corner_low_3", "beyond_sweep", "outside of the sweep"},
    Word{"crosstalk_100", "below_noise", "hidden in the noise"},
    Word{"crosstalk_10k", "below_noise", "hidden in the noise"},
    Word{"crosstalk_1k", "below_noise", "hidden in the noise"},
    Word{"headphone_impedance", "needs_two_inputs", "needs two inputs"},
    Word{"headphone_impedance", "no_load_found", "no headphones found: plug them in"},
    Word{"headphone_impedance", "not_heard", "nothing came back: check the cables of the picture"},
    Word{"input_impedance", "unknown", "not told: the uncertainty allows for 5 kΩ and more"},
    Word{"jitter", "clean", "no side lines"},
    Word{"jitter", "sidebands", "side lines beside the tone"},
    Word{"latency", "drifts", "drifts steadily"},
    Word{"latency", "jumps", "jumps while it plays"},
    Word{"latency", "stable", "always the same"},
    Word{"level_between_steps", "changed",
         "changed: leave all volumes alone, and measure both steps again"},
    Word{"output_impedance", "below_what_can_be_told", "too small for this resistor"},
    Word{"output_impedance", "not_heard_under_load",
         "nothing came back under load: use a greater resistor"},
    Word{"polarity", "inverted", "inverted"},
    Word{"polarity", "normal", "as it was played"},
    Word{"relative_polarity", "opposite", "opposite: one channel is inverted"},
    Word{"relative_polarity", "same", "the same"},
    Word{"resonance", "none", "none to be seen"},
    Word{"smpte", "below_noise", "hidden in the noise"},
    Word{"smpte_d2", "below_noise", "hidden in the noise"},
    Word{"smpte_d3", "below_noise", "hidden in the noise"},
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
