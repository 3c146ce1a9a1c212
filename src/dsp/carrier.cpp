#include "dsp/carrier.h"

#include <array>
#include <numbers>

#include "base/check.h"
#include "dsp/phasor.h"

namespace linecheck::dsp {
namespace {

constexpr std::size_t kOrders = 16;

}  // namespace

void legendre(double u, std::span<double> values) {
  for (std::size_t k = 0; k < values.size(); ++k) {
    const auto n = static_cast<double>(k);
    if (k == 0) {
      values[k] = 1.0;
    } else if (k == 1) {
      values[k] = u;
    } else {
      values[k] = ((2.0 * n - 1.0) * u * values[k - 1] - (n - 1.0) * values[k - 2]) / n;
    }
  }
}

Carrier Carrier::steady(double cyclesPerSample, std::size_t length) {
  const auto count = static_cast<double>(length);
  return {cyclesPerSample, (count - 1.0) / 2.0, count / 2.0, {}, {}};
}

double Carrier::phaseAt(double sample) const {
  const double offset = sample - centre;
  double phase = 2.0 * std::numbers::pi * fractionOfCycle(cyclesPerSample, offset);
  if (phaseTerms.empty() || !LC_VERIFY(phaseTerms.size() + 2 <= kOrders)) return phase;
  std::array<double, kOrders> p{};
  legendre(offset / halfSpan, std::span(p).first(phaseTerms.size() + 2));
  for (std::size_t k = 0; k < phaseTerms.size(); ++k) phase += phaseTerms[k] * p[k + 2];
  return phase;
}

double Carrier::slopeAt(double sample) const {
  double slope = 2.0 * std::numbers::pi * cyclesPerSample;
  if (phaseTerms.empty() || !LC_VERIFY(phaseTerms.size() + 2 <= kOrders)) return slope;
  std::array<double, kOrders> p{};
  legendre((sample - centre) / halfSpan, std::span(p).first(phaseTerms.size() + 2));
  // P'(k) = P'(k − 2) + (2k − 1)·P(k − 1).
  double even = 0.0;
  double odd = 1.0;
  for (std::size_t k = 2; k < phaseTerms.size() + 2; ++k) {
    double& derivative = k % 2 == 0 ? even : odd;
    derivative += (2.0 * static_cast<double>(k) - 1.0) * p[k - 1];
    slope += phaseTerms[k - 2] * derivative / halfSpan;
  }
  return slope;
}

double Carrier::envelopeAt(double sample) const {
  double envelope = 1.0;
  if (envelopeTerms.empty() || !LC_VERIFY(envelopeTerms.size() + 1 <= kOrders)) return envelope;
  std::array<double, kOrders> p{};
  legendre((sample - centre) / halfSpan, std::span(p).first(envelopeTerms.size() + 1));
  for (std::size_t k = 0; k < envelopeTerms.size(); ++k) envelope += envelopeTerms[k] * p[k + 1];
  return envelope;
}

double Carrier::envelopeMeanSquare() const {
  double sum = 1.0;
  for (std::size_t k = 0; k < envelopeTerms.size(); ++k) {
    sum += envelopeTerms[k] * envelopeTerms[k] / (2.0 * static_cast<double>(k) + 3.0);
  }
  return sum;
}

}  // namespace linecheck::dsp
