#pragma once

#include <span>

#include "diagnosis/quiet_stretches.h"
#include "dsp/hum.h"

namespace linecheck::diagnosis {

/// Mains hum read off the pauses of a programme, each of a few periods: harmonics of one common
/// fundamental by least squares in each pause, powers averaged over pauses, held against what lies
/// midway between the harmonics. The fields of the result are those of `dsp::estimateHum`; the
/// track has one value.
[[nodiscard]] dsp::HumEstimate estimatePauseHum(std::span<const double> samples, Hertz rate,
                                                std::span<const Stretch> pauses,
                                                const dsp::HumSearch& search);

}  // namespace linecheck::diagnosis
