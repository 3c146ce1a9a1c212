#include <cmath>
#include <complex>
#include <numbers>

#include "simulation/sources/mains_spectra.h"

namespace linecheck::simulation {
namespace {

using Complex = std::complex<double>;
using std::numbers::pi;

constexpr int kRippleOrders = 60;

// ∫ sin θ · exp(−j·l·θ) dθ from `begin` to `end`, by sin θ = (exp(jθ) − exp(−jθ)) / 2j.
Complex sineIntegral(int order, double begin, double end) {
  const auto exponential = [&](int k) {  // ∫ exp(j·k·θ) dθ
    if (k == 0) return Complex(end - begin);
    return (std::polar(1.0, k * end) - std::polar(1.0, k * begin)) / Complex(0.0, k);
  };
  return (exponential(1 - order) - exponential(-1 - order)) / Complex(0.0, 2.0);
}

}  // namespace

Harmonics magneticHarmonics(dsp::Random& random) {
  Harmonics harmonics = noHarmonics(5);
  setHarmonic(harmonics, 1, 0.0, random.uniform());
  setHarmonic(harmonics, 2, random.uniform(-60.0, -45.0), random.uniform());
  setHarmonic(harmonics, 3, random.uniform(-55.0, -40.0), random.uniform());
  setHarmonic(harmonics, 5, random.uniform(-65.0, -50.0), random.uniform());
  return harmonics;
}

Harmonics rippleHarmonics(dsp::Random& random) {
  Harmonics harmonics = noHarmonics(kRippleOrders);
  const double exponent = random.uniform(1.0, 2.0);
  const double fundamental = random.uniform(-35.0, -12.0);
  const double odd = random.uniform(-35.0, -12.0);
  const double start = random.uniform();
  for (int order = 1; order <= kRippleOrders; ++order) {
    double level = -20.0 * exponent * std::log10(std::max(0.5 * order, 1.0));
    if (order % 2 == 1) level += order == 1 ? fundamental : odd;
    // A sawtooth's sines start together; what lies on the way turns them a little.
    setHarmonic(harmonics, order, level, order * start + 0.05 * random.gaussian());
  }
  return harmonics;
}

Harmonics dimmerHarmonics(dsp::Random& random, double mainsHertz, int orders) {
  Harmonics harmonics = noHarmonics(orders);
  const double firing = random.uniform(30.0, 150.0) * pi / 180.0;
  // The second half wave is cut a little later or earlier, and is a little smaller or larger.
  const double later = random.uniform(0.05, 0.8) * pi / 180.0 * (random.uniform() < 0.5 ? -1 : 1);
  const double smaller = 1.0 + random.uniform(-0.01, 0.01);
  const double coupling = random.uniform(2e3, 15e3);     // Hertz: a high pass
  const double suppressor = random.uniform(15e3, 60e3);  // Hertz: the dimmer's choke, a low pass
  const double start = random.uniform();
  for (int order = 1; order <= orders; ++order) {
    const Complex cut = sineIntegral(order, firing, pi) +
                        smaller * sineIntegral(order, pi + firing + later, 2.0 * pi);
    const double frequency = order * mainsHertz;
    const Complex path = Complex(0.0, frequency / coupling) / Complex(1.0, frequency / coupling) /
                         Complex(1.0, frequency / suppressor);
    // From the cosine's coefficient to the sine's.
    harmonics[static_cast<std::size_t>(order)] =
        Complex(0.0, 1.0) / pi * cut * path * std::polar(1.0, 2.0 * pi * order * start);
  }
  return harmonics;
}

}  // namespace linecheck::simulation
