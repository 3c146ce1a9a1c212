#pragma once

#include <complex>

#include "units/quantity.h"

namespace linecheck::simulation {

/// A low-pass and the high-pass that it leaves, of first order, by the bilinear transform.
class FirstOrder {
 public:
  /// `warped` is tan(π·corner/rate); 0 < warped.
  explicit FirstOrder(double warped) : step_(warped / (1.0 + warped)) {}

  double lowPass(double input) {
    const double change = step_ * (input - state_);
    const double low = state_ + change;
    state_ = low + change;
    return low;
  }
  double highPass(double input) { return input - lowPass(input); }
  void reset() { state_ = 0.0; }

  [[nodiscard]] static double warp(Hertz frequency, Hertz rate);
  [[nodiscard]] static std::complex<double> lowPassResponse(double warpedCorner, Hertz frequency,
                                                            Hertz rate);
  [[nodiscard]] static std::complex<double> highPassResponse(double warpedCorner, Hertz frequency,
                                                             Hertz rate);

 private:
  double step_;
  double state_ = 0.0;
};

}  // namespace linecheck::simulation
