#include "audio/sample_rates.h"

namespace linecheck::audio {

std::string sampleRateList(std::span<const int> rates) {
  if (rates.empty()) return "no rate";
  std::string list;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    if (i > 0) list += i + 1 == rates.size() ? " or " : ", ";
    list += std::to_string(rates[i]);
  }
  return list + " Hz";
}

}  // namespace linecheck::audio
