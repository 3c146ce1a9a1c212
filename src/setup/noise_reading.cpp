#include "setup/noise_reading.h"

#include <algorithm>
#include <utility>

#include "diagnosis/verdict.h"

namespace linecheck::setup {
namespace {

using diagnosis::Cause;
using diagnosis::Diagnosis;

/// How likely it is that there is anything at all.
double somethingIn(const Diagnosis& channel) {
  return 1.0 - channel.probability(Cause::noHum);
}

/// That of the strongest line, whose power is most of the sum.
std::optional<Decibels> errorOf(const dsp::HumEstimate& hum) {
  const dsp::HumHarmonic* strongest = nullptr;
  for (const auto& harmonic : hum.harmonics) {
    if (harmonic.detected && (!strongest || strongest->level < harmonic.level)) {
      strongest = &harmonic;
    }
  }
  return strongest ? std::optional(strongest->levelStandardError) : std::nullopt;
}

/// Whether what this cause brings is lines of the mains, so that their audibility is its own.
bool isOfMainsLines(Cause cause) {
  return cause == Cause::groundLoop || cause == Cause::magneticPickup ||
         cause == Cause::supplyRipple || cause == Cause::earthLeakage;
}

std::optional<bool> audibilityOf(const Diagnosis& channel, const chain::Desk& desk,
                                 const diagnosis::ListeningPoint& at, const ChannelScale& scale) {
  const auto isHeard = diagnosis::audibilityOf(channel.evidence, desk, at, scale).isAudible;
  const bool isAllOfIt = channel.evidence.hum.present && isOfMainsLines(channel.main().cause);
  return isHeard == false && !isAllOfIt ? std::nullopt : isHeard;
}

NoiseReading readingOf(const Diagnosis& channel) {
  NoiseReading reading;
  reading.cause = channel.main().cause;
  reading.probability = channel.main().probability;
  const auto& evidence = channel.evidence;
  if (const auto* noise = evidence.find(diagnosis::Trait::noiseLevel)) {
    reading.noise = DecibelsFs::of(noise->value);
    if (noise->standardError) reading.noiseSe = Decibels::of(*noise->standardError);
  }
  reading.hum = DecibelsFs::silence();
  if (evidence.hum.present) {
    reading.hum = evidence.hum.total;
    reading.humSe = errorOf(evidence.hum);
    reading.mainsFrequency = evidence.hum.fundamental;
  }
  return reading;
}

}  // namespace

NoiseReading noiseReadingOf(std::span<const Diagnosis> channels, const chain::Desk& desk,
                            const std::optional<chain::Socket>& from,
                            std::span<const ChannelScale> scales) {
  auto at = diagnosis::usualListeningPoint(desk);
  if (from) at = diagnosis::ListeningPoint{from->device, from->port};
  std::optional<NoiseReading> worst;
  double mostIn = 0.0;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    NoiseReading reading = readingOf(channels[i]);
    if (at) {
      const ChannelScale scale = i < scales.size() ? scales[i] : std::nullopt;
      reading.isAudible = audibilityOf(channels[i], desk, *at, scale);
    }
    const double thereIs = somethingIn(channels[i]);
    const bool isWorse =
        !worst || std::pair(!isFine(reading), thereIs) > std::pair(!isFine(*worst), mostIn);
    if (!isWorse) continue;
    worst = reading;
    mostIn = thereIs;
  }
  return worst.value_or(NoiseReading{});
}

bool isFine(const NoiseReading& reading) {
  return !diagnosis::isFault(reading.cause) || reading.isAudible == false;
}

}  // namespace linecheck::setup
