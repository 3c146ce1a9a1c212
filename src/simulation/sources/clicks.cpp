#include "simulation/sources/clicks.h"

#include <cmath>
#include <complex>
#include <numbers>

#include "dsp/random.h"
#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

constexpr double kSlotSeconds = 0.1;
constexpr double kSpreadNepers = 0.5;  // log-normal, 4.3 dB
// Beyond this many decays of x²·exp(−x) nothing is left: −240 dB.
constexpr double kEnd = 36.0;

// ∫ x⁴·exp(−2x)·sin²(w·x) dx from 0 on, for sin² = (1 − cos) / 2 and ∫ x⁴·exp(−a·x) dx = 24 / a⁵.
double ringEnergy(double w) {
  return 0.5 * (24.0 / 32.0 - (24.0 / std::pow(std::complex(2.0, -2.0 * w), 5)).real());
}

}  // namespace

Clicks::Clicks(std::uint64_t seed, int sampleRate) : seed_(seed), sampleRate_(sampleRate) {
  dsp::Random random(seed);
  perSecond_ = 0.3 * std::pow(5.0 / 0.3, random.uniform());
  // The swell x²·exp(−x) holds nine tenths of its energy within 4 decays.
  decay_ = 0.25e-3 * 0.05 * std::pow(20.0, random.uniform());
  ring_ = random.uniform(1e3, 8e3);
}

double Clicks::at(std::int64_t frame) {
  const double second = static_cast<double>(frame) / sampleRate_;
  const auto number = static_cast<std::int64_t>(second / kSlotSeconds);
  if (number != now_.number) {
    before_ = slotAt(number - 1);
    now_ = slotAt(number);
  }
  double sum = 0.0;
  for (const Slot* slot : {&before_, &now_}) {
    for (std::size_t i = 0; i < slot->count; ++i) {
      const Click& click = slot->clicks[i];
      const double since = second - click.second;
      const double x = since / click.decay;
      if (x <= 0.0 || x > kEnd) continue;
      sum += click.peak * x * x * std::exp(-x) * std::sin(click.radians * since);
    }
  }
  return sum;
}

Clicks::Slot Clicks::slotAt(std::int64_t number) const {
  Slot slot;
  slot.number = number;
  if (number < 0) return slot;
  const std::uint64_t stream = randomBitsAt(seed_, static_cast<std::uint64_t>(number));
  std::uint64_t place = 0;
  // Waiting times of a Poisson process.
  double second = 0.0;
  while (slot.count < kMostPerSlot) {
    second -= std::log1p(-uniformAt(stream, place++)) / perSecond_;
    if (second >= kSlotSeconds) break;
    Click& click = slot.clicks[slot.count++];
    click.second = static_cast<double>(number) * kSlotSeconds + second;
    click.decay = decay_ * (0.7 + 0.6 * uniformAt(stream, place++));
    click.radians = 2.0 * std::numbers::pi * ring_ * (0.7 + 0.6 * uniformAt(stream, place++));
    const double nepers = kSpreadNepers * gaussianAt(stream, 1000 + 2 * slot.count);
    const double energy = click.decay * ringEnergy(click.radians * click.decay);
    // E[exp(2·nepers)] = exp(2·spread²).
    click.peak = std::exp(nepers - kSpreadNepers * kSpreadNepers) / std::sqrt(energy * perSecond_);
  }
  return slot;
}

}  // namespace linecheck::simulation
