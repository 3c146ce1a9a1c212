#pragma once

#include <algorithm>
#include <cmath>
#include <map>

#include "dsp/hum.h"

namespace linecheck::diagnosis {

/// An estimate with the given levels (dBFS by order) over a noise floor: orders that stand 12 dB
/// above `noiseLine`, the level of one standard error, count as detected.
inline dsp::HumEstimate humWith(const std::map<int, double>& levels, double noiseLine = -140.0,
                                double mains = 50.0) {
  dsp::HumEstimate hum;
  hum.fundamental = Hertz::of(mains);
  hum.falseAlarmRate = 1e-6;
  hum.detectionLimit = DecibelsFs::of(noiseLine + 17.6);
  double power = 0.0;
  for (int order = 1; order <= 20; ++order) {
    const auto found = levels.find(order);
    const double level = found == levels.end() ? noiseLine : found->second;
    const double relativeError = std::pow(10.0, (noiseLine - level) / 20.0);
    dsp::HumHarmonic harmonic{order, Hertz::of(mains * order), DecibelsFs::of(level),
                              Decibels::of(8.686 * relativeError), level > noiseLine + 12.0};
    hum.present = hum.present || harmonic.detected;
    if (harmonic.detected) power += std::pow(10.0, level / 10.0);
    hum.harmonics.push_back(harmonic);
  }
  hum.total = DecibelsFs::of(10.0 * std::log10(power));
  return hum;
}

/// The mains voltage's own spectrum (medians of recorded grids), as a ground loop carries it.
inline std::map<int, double> oddDominated(double fundamental) {
  return {{1, fundamental},        {2, fundamental - 64},   {3, fundamental - 32.5},
          {5, fundamental - 33.6}, {7, fundamental - 39.7}, {9, fundamental - 42.6},
          {11, fundamental - 43},  {13, fundamental - 44}};
}

}  // namespace linecheck::diagnosis
