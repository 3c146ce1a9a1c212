#include "simulation/first_order.h"

#include <cmath>
#include <numbers>

namespace linecheck::simulation {

double FirstOrder::warp(Hertz frequency, Hertz rate) {
  return std::tan(std::numbers::pi * (frequency / rate));
}

std::complex<double> FirstOrder::lowPassResponse(double warpedCorner, Hertz frequency, Hertz rate) {
  return warpedCorner / std::complex(warpedCorner, warp(frequency, rate));
}

std::complex<double> FirstOrder::highPassResponse(double warpedCorner, Hertz frequency,
                                                  Hertz rate) {
  return 1.0 - lowPassResponse(warpedCorner, frequency, rate);
}

}  // namespace linecheck::simulation
