#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "diagnosis/diagnosis.h"
#include "units/quantity.h"

namespace linecheck::cli {

/// A recording to be diagnosed: one channel or two.
struct DiagnosisCapture {
  std::string file;
  Hertz rate;
  std::vector<std::vector<double>> channels;

  [[nodiscard]] Seconds duration() const;
};

/// Below this nothing can be said of the mains.
inline constexpr double kShortestDiagnosis = 1.0;    // s
inline constexpr double kLowestDiagnosisRate = 8e3;  // Hz

/// Reads a recording; of one with more than two channels `channel`, from 1, says which. Errors as
/// `readSoundFile`, and `badInput` for one that is too short, `unsupported` for a rate below 8 kHz,
/// `usage` for a channel that is not there or has to be named, and `measurementInvalid` for one of
/// which all samples are zero.
[[nodiscard]] Result<DiagnosisCapture> readDiagnosisCapture(const std::string& file,
                                                            std::optional<int> channel);

/// `badInput` if a recording differs from the first in what makes levels comparable: its rate and
/// its number of channels.
[[nodiscard]] Result<void> checkAlike(const DiagnosisCapture& first, const DiagnosisCapture& other);

}  // namespace linecheck::cli
