#pragma once

#include <string>
#include <vector>

namespace linecheck::profiles::spec {

/// What a figure is called, as far as that decides what it is.
enum class Label {
  none,
  input,
  output,
  sensitivity,
  signalToNoise,
  dynamicRange,
  noise,
  greatestSpl,
  other,  ///< Of something that no profile figure takes.
};

/// The label that these words make up, in lower case without accents; English or German.
[[nodiscard]] Label labelOf(const std::vector<std::string>& words);

}  // namespace linecheck::profiles::spec
