#include "dsp/weighting.h"

namespace linecheck::dsp {
namespace {

// |R_A|² before normalisation; the poles in Hz are those of IEC 61672-1, annex E.
double aNetwork(double f) {
  const double f2 = f * f;
  constexpr double kLow = 20.598997 * 20.598997;
  constexpr double kHigh = 12194.217 * 12194.217;
  constexpr double kMiddle1 = 107.65265 * 107.65265;
  constexpr double kMiddle2 = 737.86223 * 737.86223;
  const double low = f2 / (f2 + kLow);
  const double high = kHigh / (f2 + kHigh);
  return low * low * high * high * (f2 / (f2 + kMiddle1)) * (f2 / (f2 + kMiddle2));
}

// The response of BS.468's passive network, normalised to none in particular.
double network468(double f) {
  const double f2 = f * f;
  const double real =
      ((-4.737338981378384e-24 * f2 + 2.043828333606125e-15) * f2 - 1.363894795463638e-7) * f2 +
      1.0;
  const double imaginary =
      ((1.306612257412824e-19 * f2 - 2.118150887518656e-11) * f2 + 5.559488023498642e-4) * f;
  return f2 / (real * real + imaginary * imaginary);
}

}  // namespace

double aWeighting(Hertz frequency) {
  static const double kReference = aNetwork(1000.0);
  return aNetwork(frequency.value()) / kReference;
}

double itu468Weighting(Hertz frequency) {
  static const double kReference = network468(1000.0);
  return network468(frequency.value()) / kReference;
}

double ccirRmsWeighting(Hertz frequency) {
  static const double kReference = network468(2000.0);
  return network468(frequency.value()) / kReference;
}

}  // namespace linecheck::dsp
