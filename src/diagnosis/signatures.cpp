#include "diagnosis/signatures.h"

#include <algorithm>
#include <cmath>

#include "dsp/spectrum.h"

namespace linecheck::diagnosis {
namespace {

// A line in noise is above its reading by more than this once in 1000 times.
constexpr double kBoundErrors = 3.1;
// Order 20 may meet the computer's 1 kHz.
constexpr int kHighestLimited = 19;
constexpr double kSteadyNoise = 1.0;  // dB, from half second to half second.

// A power with its variance, and the least that would have been seen.
struct Power {
  double value = 0.0;
  double variance = 0.0;
  double limit = 0.0;

  Power& operator+=(const Power& other) {
    value += other.value;
    variance += other.variance;
    limit = std::max(limit, other.limit);
    return *this;
  }
};

Signature signatureOf(Cause cause, const Power& power) {
  const double reference = power.value > 0.0 ? power.value : std::max(power.limit, 1e-40);
  const double error = 0.5 * kDecibelsPerNeper * std::sqrt(power.variance) / reference;
  // Of a limit that is read off the noise: a third of it is noise.
  const double limitError = 2.0;
  return {cause, dsp::levelFromPower(power.value),
          Decibels::of(power.value > 0.0 ? error : limitError), dsp::levelFromPower(power.limit)};
}

// Known to a fraction, as most that is read off spectra.
Power around(double value, double relativeError, double limit) {
  return {value, std::pow(value * relativeError, 2), limit};
}

// What a line that was not found does not exceed.
double mostOf(const dsp::HumHarmonic& harmonic) {
  if (harmonic.ceiling) return dsp::powerFromLevel(*harmonic.ceiling);
  const double relative = harmonic.levelStandardError.value() / kDecibelsPerNeper;
  return std::isfinite(relative)
             ? dsp::powerFromLevel(harmonic.level) * std::pow(1.0 + kBoundErrors * relative, 2)
             : 0.0;
}

// The limit is that of the worst seen of the wanted orders.
template <class Wanted>
Power harmonics(const dsp::HumEstimate& hum, Wanted wanted) {
  Power sum;
  if (hum.detectionLimit) sum.limit = dsp::powerFromLevel(*hum.detectionLimit);
  for (const dsp::HumHarmonic& harmonic : hum.harmonics) {
    if (harmonic.covered || !wanted(harmonic.order)) continue;
    if (!harmonic.detected) {
      if (harmonic.order <= kHighestLimited) sum.limit = std::max(sum.limit, mostOf(harmonic));
      continue;
    }
    const double power = dsp::powerFromLevel(harmonic.level);
    const double relative = 2.0 * harmonic.levelStandardError.value() / kDecibelsPerNeper;
    sum += around(power, relative, 0.0);
  }
  return sum;
}

Signature computersSignature(const ChannelFindings& found) {
  const double limit = found.wandering ? found.wandering->limit : found.noisePower;
  Signature signature = signatureOf(Cause::computerHash, around(0.0, 0.0, limit));
  if (!found.highTones) return signature;
  signature.level = DecibelsFs::of(found.highTones->level);
  signature.standardError = Decibels::of(found.highTones->standardError);
  return signature;
}

}  // namespace

std::vector<Signature> signaturesOf(const ChannelFindings& found) {
  const dsp::HumEstimate& hum = found.hum;
  const double noise = found.noisePower;
  // Noise that is loud and faint in turns will not be the same next time.
  const double turns = found.load && found.load->spread > kSteadyNoise ? found.load->spread : 0.0;
  const double noiseError = std::hypot(found.noiseError, turns) / kDecibelsPerNeper * 2.0;
  const Power spikes = around(found.spikes ? found.spikes->power : 0.0, 0.2, 0.03 * noise);
  const Power screen = around(found.lines.power(LineOwner::screen), 0.1, found.leastScreenLine);
  Power magnetic = harmonics(hum, [](int order) { return order == 1; });
  if (screen.value > 0.0) magnetic += screen;
  Power dimmer = harmonics(hum, [](int order) { return order >= 3 && order % 2 == 1; });
  dimmer += spikes;
  const double bursts =
      found.rhythm ? std::max(found.rhythm->power, found.rhythm->share * noise) : 0.0;
  Power hash = around(bursts, 0.25, noise * 0.05);
  if (found.clicks && found.clicks->perSecond > 0.0) hash += around(found.clicks->power, 0.5, 0.0);
  const bool areFrames = found.lines.count(LineOwner::frame) >= 2;
  const Power quiet = around(noise, noiseError, 1e-20);
  return {
      signatureOf(Cause::groundLoop, harmonics(hum, [](int order) { return order % 2 == 1; })),
      signatureOf(Cause::magneticPickup, magnetic),
      signatureOf(Cause::supplyRipple, harmonics(hum, [](int order) { return order % 2 == 0; })),
      signatureOf(Cause::earthLeakage, harmonics(hum, [](int order) { return order % 2 == 1; })),
      signatureOf(Cause::dimmer, dimmer),
      signatureOf(Cause::mainsHash, hash),
      computersSignature(found),
      signatureOf(Cause::usbFrames, around(areFrames ? found.lines.power(LineOwner::frame) : 0.0,
                                           0.1, found.leastFrameLine)),
      signatureOf(Cause::mobilePhone,
                  around(found.phone ? found.phone->power : 0.0, 0.3, 0.02 * noise)),
      signatureOf(Cause::interfaceNoise, quiet),
      signatureOf(Cause::gainHiss, quiet),
  };
}

std::optional<Observation> baselineExcess(const Evidence& evidence, const Evidence& baseline) {
  const Observation* now = evidence.find(Trait::noiseLevel);
  const Observation* then = baseline.find(Trait::noiseLevel);
  if (now == nullptr || then == nullptr) return std::nullopt;
  double excess = now->value - then->value;
  for (const Signature& signature : evidence.signatures) {
    const Signature* own = baseline.signature(signature.cause);
    if (own == nullptr || signature.level.isSilent()) continue;
    // What the baseline has less than, it has none of: its limit counts, or the noise beside it.
    const DecibelsFs reference = own->level.isSilent()
                                     ? std::max(own->limit, DecibelsFs::of(then->value - 30.0))
                                     : own->level;
    excess = std::max(excess, (signature.level - reference).value());
  }
  return Observation{Trait::baselineExcess, Observation::Kind::measured, excess, 1.0};
}

}  // namespace linecheck::diagnosis
