#include "simulation/sources/mobile_phone.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

// 3GPP TS 45.002: a multiframe of 26 frames lasts 120 ms, a frame has 8 time slots.
constexpr std::int64_t kMultiframe = 26;
constexpr double kFrameSeconds = 0.120 / kMultiframe;
constexpr double kSlotSeconds = kFrameSeconds / 8.0;
// The input's own bandwidth rounds the edges.
constexpr double kEdgeSeconds = 90e-6;
constexpr double kBurstSeconds = kSlotSeconds + kEdgeSeconds;  // Edges included.
constexpr double kAmplitudeSpread = 0.06;                      // Even within ±.

constexpr double kSpellPeriod = 5.0;
constexpr double kShortestSpell = 1.0;
constexpr double kLongestSpell = 4.0;
constexpr double kSpellEdge = 0.01;

// Streams of random numbers, kept apart.
constexpr std::uint64_t kStartStream = 1;
constexpr std::uint64_t kSpellStream = 2;
constexpr std::uint64_t kAmplitudeStream = 3;

// A raised cosine's rise from 0 to 1 holds 1/2 of its length and 3/8 of its power.
constexpr double kSent = static_cast<double>(kMultiframe - 1) / kMultiframe;
constexpr double kMean = kSent * kSlotSeconds / kFrameSeconds;
constexpr double kMeanSquare = kSent * (1.0 + kAmplitudeSpread * kAmplitudeSpread / 3.0) *
                               (kBurstSeconds - 1.25 * kEdgeSeconds) / kFrameSeconds;
constexpr double kSpellShare =
    (0.5 * (kShortestSpell + kLongestSpell) - 1.25 * kSpellEdge) / kSpellPeriod;

double raised(double part) {
  return 0.5 - 0.5 * std::cos(std::numbers::pi * std::clamp(part, 0.0, 1.0));
}

}  // namespace

MobilePhone::MobilePhone(const NoiseSourceConfig& config)
    : seed_(config.seed),
      sampleRate_(config.sampleRate),
      start_(kMultiframe * uniformAt(randomBitsAt(config.seed, kStartStream), 0)),
      scale_(rmsFromDbfs(config.level) / std::sqrt(kSpellShare * (kMeanSquare - kMean * kMean))) {}

double MobilePhone::envelopeAt(double second) const {
  const double period = std::floor(second / kSpellPeriod);
  const std::uint64_t chances =
      randomBitsAt(randomBitsAt(seed_, kSpellStream), static_cast<std::uint64_t>(period));
  const double length = kShortestSpell + (kLongestSpell - kShortestSpell) * uniformAt(chances, 0);
  const double since =
      second - period * kSpellPeriod - (kSpellPeriod - length) * uniformAt(chances, 1);
  return raised(since / kSpellEdge) * raised((length - since) / kSpellEdge);
}

void MobilePhone::beginStep(std::int64_t frame) noexcept {
  envelope_ = {envelopeAt(static_cast<double>(frame) / sampleRate_),
               envelopeAt(static_cast<double>(frame + kStep) / sampleRate_)};
}

void MobilePhone::addWithin(std::span<double> mono, std::int64_t first, double part) noexcept {
  if (envelope_.begin == 0.0 && envelope_.end == 0.0) return;
  for (double& sample : mono) {
    const double place = start_ + static_cast<double>(first++) / (sampleRate_ * kFrameSeconds);
    const double frame = std::floor(place);
    const double since = (place - frame) * kFrameSeconds;
    double burst = 0.0;
    if (since < kBurstSeconds &&
        static_cast<std::int64_t>(frame) % kMultiframe != kMultiframe - 1) {
      const double chance =
          uniformAt(randomBitsAt(seed_, kAmplitudeStream), static_cast<std::uint64_t>(frame));
      burst = (1.0 + kAmplitudeSpread * (2.0 * chance - 1.0)) * raised(since / kEdgeSeconds) *
              raised((kBurstSeconds - since) / kEdgeSeconds);
    }
    sample += scale_ * envelope_.at(part) * (burst - kMean);
    part += kPart;
  }
}

}  // namespace linecheck::simulation
