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
    Name{"dynamic_range", "Dynamic range, CCIR-RMS"},
    Name{"dynamic_range_a", "Dynamic range, A-weighted"},
    Name{"gain", "Gain"},
    Name{"headphone_impedance", "Impedance of the headphones"},
    Name{"headphone_impedance_phase", "Phase of the impedance"},
    Name{"impedance_1k", "Impedance at 1 kHz"},
    Name{"impedance_least", "Least impedance"},
    Name{"impedance_rated_at_most", "Rated impedance, at most"},
    Name{"input_impedance", "Impedance of the input"},
    Name{"latency", "Latency"},
    Name{"level", "Level"},
    Name{"level_between_steps", "Level between the steps"},
    Name{"noise", "Noise, 20 Hz–20 kHz"},
    Name{"noise_a", "Noise, A-weighted"},
    Name{"noise_ccir_rms", "Noise, CCIR-RMS"},
    Name{"noise_itu468", "Noise, ITU-R 468"},
    Name{"output_impedance", "Output impedance"},
    Name{"output_impedance_at_most", "Output impedance, at most"},
    Name{"output_impedance_phase", "Phase of the output impedance"},
    Name{"resonance", "Resonance"},
    Name{"resonance_impedance", "Impedance at the resonance"},
    Name{"sinad", "SINAD"},
    Name{"thd", "THD"},
    Name{"thdn", "THD+N"},
};

struct Word {
  std::string_view id;
  std::string_view word;
  std::string_view text;
};

constexpr std::array kWords = {
    Word{"common_mode", "as_loud_as_before",
         "as loud as in the first step: change the cable as the picture shows"},
    Word{"common_mode", "not_heard", "below the noise, which is good"},
    Word{"headphone_impedance", "needs_two_inputs", "needs two inputs"},
    Word{"headphone_impedance", "no_load_found", "no headphones found: plug them in"},
    Word{"headphone_impedance", "not_heard", "nothing came back: check the cables of the picture"},
    Word{"input_impedance", "unknown", "not told: the uncertainty allows for 5 kΩ and more"},
    Word{"level_between_steps", "changed",
         "changed: leave all volumes alone, and measure both steps again"},
    Word{"output_impedance", "below_what_can_be_told", "too small for this resistor"},
    Word{"output_impedance", "not_heard_under_load",
         "nothing came back under load: use a greater resistor"},
    Word{"resonance", "none", "none to be seen"},
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
