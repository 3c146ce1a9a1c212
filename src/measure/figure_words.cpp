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
    Name{"dynamic_range", "Dynamic range, CCIR-RMS"},
    Name{"dynamic_range_a", "Dynamic range, A-weighted"},
    Name{"gain", "Gain"},
    Name{"latency", "Latency"},
    Name{"level", "Level"},
    Name{"noise", "Noise, 20 Hz–20 kHz"},
    Name{"noise_a", "Noise, A-weighted"},
    Name{"noise_ccir_rms", "Noise, CCIR-RMS"},
    Name{"noise_itu468", "Noise, ITU-R 468"},
    Name{"sinad", "SINAD"},
    Name{"thd", "THD"},
    Name{"thdn", "THD+N"},
};

struct Word {
  std::string_view id;
  std::string_view word;
  std::string_view text;
};

constexpr std::array<Word, 0> kWords = {};

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
