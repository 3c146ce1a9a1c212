#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "diagnosis/channel_findings.h"
#include "diagnosis/evidence.h"
#include "diagnosis/signatures.h"
#include "dsp/spectrum.h"

namespace linecheck::diagnosis {
namespace {

using Kind = Observation::Kind;

constexpr double kSteadyError = 0.5;  // dB, of a line well above the noise.

double decibels(double power) {
  return 10.0 * std::log10(std::max(power, 1e-40));
}

class Collector {
 public:
  explicit Collector(const ChannelFindings& found) : found_(found) {}

  std::vector<Observation> collect() {
    mains();
    highs();
    lines();
    noise();
    return std::move(observations_);
  }

 private:
  void measured(Trait trait, double value, double error) {
    observations_.push_back({trait, Kind::measured, value, error});
  }
  void atMost(Trait trait, double value) {
    observations_.push_back({trait, Kind::atMost, value, std::nullopt});
  }
  // A power over the noise, or what it would have needed to be seen.
  void overNoise(Trait trait, double power, double limit, double error = kSteadyError) {
    if (found_.noisePower <= 0.0) return;
    if (power > 0.0) {
      measured(trait, decibels(power / found_.noisePower), error);
    } else {
      atMost(trait, decibels(limit / found_.noisePower));
    }
  }
  void ratio(Trait trait, const Ratio& ratio) {
    if (!std::isfinite(ratio.value.value())) return;
    const Kind kind = ratio.kind == Ratio::Kind::measured ? Kind::measured
                      : ratio.kind == Ratio::Kind::atMost ? Kind::atMost
                                                          : Kind::atLeast;
    Observation observation{trait, kind, ratio.value.value(), std::nullopt};
    if (kind == Kind::measured) observation.standardError = ratio.standardError.value();
    observations_.push_back(observation);
  }

  void mains() {
    const dsp::HumEstimate& hum = found_.hum;
    const double total = hum.present ? dsp::powerFromLevel(hum.total) : 0.0;
    if (hum.present || hum.detectionLimit) {
      const double limit = hum.detectionLimit ? dsp::powerFromLevel(*hum.detectionLimit) : 0.0;
      overNoise(Trait::humOverFloor, total, limit);
    }
    if (!found_.pattern) return;
    ratio(Trait::evenToOdd, found_.pattern->evenToOdd);
    ratio(Trait::oddToFundamental, found_.pattern->oddToFundamental);
    ratio(Trait::highToFundamental, found_.pattern->highToFundamental);
    ratio(Trait::tripleToOdd, found_.pattern->tripleToOdd);
    if (const auto& decay = found_.pattern->decay) {
      measured(Trait::harmonicDecay, decay->slope, decay->standardError);
    }
  }

  void highs() {
    if (const auto& rhythm = found_.rhythm) {
      if (rhythm->isThere) {
        measured(Trait::gatedNoise, rhythm->depth, rhythm->depthError);
      } else {
        atMost(Trait::gatedNoise, 3.0 * rhythm->depthError);
      }
    }
    if (const auto& spikes = found_.spikes) {
      measured(Trait::mainsSpikes, spikes->overNoise, spikes->standardError);
    }
    if (const auto& clicks = found_.clicks) {
      measured(Trait::clicks, clicks->perSecond, clicks->standardError);
    }
    if (const auto& wandering = found_.wandering) {
      overNoise(Trait::wanderingLines, wandering->power, wandering->limit, 1.0);
      overNoise(Trait::restlessTones, wandering->restless, wandering->limit, 1.0);
    }
    if (const auto& load = found_.load) {
      measured(Trait::loadNoise, load->spread, load->standardError);
    }
    if (const auto& phone = found_.phone) measured(Trait::phoneBursts, phone->overFloor, 1.0);
  }

  void lines() {
    const SteadyLines& lines = found_.lines;
    double microframe = 0.0;
    for (const SteadyLine& line : lines.lines) {
      const double order = std::round(line.frequency / 8000.0);
      const bool isMicroframe = line.owner == LineOwner::frame && order >= 1.0 &&
                                std::abs(line.frequency - 8000.0 * order) < 2.0;
      if (isMicroframe) microframe += line.power;
    }
    // One alone may be a tone that somebody plays.
    const bool areFrames = lines.count(LineOwner::frame) >= 2;
    overNoise(Trait::frameLines, areFrames ? lines.power(LineOwner::frame) : 0.0,
              found_.leastFrameLine);
    overNoise(Trait::microframeLines, microframe, found_.leastFrameLine);
    if (found_.seesScreenLines) {
      overNoise(Trait::screenLines, lines.power(LineOwner::screen), found_.leastScreenLine);
    }
    const double single = areFrames ? 0.0 : lines.power(LineOwner::frame);
    overNoise(Trait::strayLines, lines.power(LineOwner::stray) + single, found_.leastStrayLine);
  }

  void noise() {
    measured(Trait::programme, found_.programme, 0.5);
    if (found_.noisePower <= 0.0) return;
    measured(Trait::noiseLevel, decibels(found_.noisePower), found_.noiseError);
    if (found_.tilt) measured(Trait::noiseTilt, found_.tilt->slope, found_.tilt->standardError);
    if (found_.rumble) measured(Trait::rumble, *found_.rumble, 1.5);
  }

  const ChannelFindings& found_;
  std::vector<Observation> observations_;
};

// Left against right, of the hum if there is any, else of all that is not played.
Observation balance(const ChannelFindings& left, const ChannelFindings& right) {
  if (left.hum.present && right.hum.present) {
    return {Trait::channelBalance, Kind::measured, (left.hum.total - right.hum.total).value(), 0.5};
  }
  return {Trait::channelBalance, Kind::measured,
          decibels(left.interference()) - decibels(right.interference()), 1.0};
}

}  // namespace

Evidence gatherEvidence(std::span<const std::vector<double>> channels, Hertz rate,
                        const Listening& listening) {
  Evidence evidence;
  if (!LC_VERIFY(!channels.empty() && rate.value() >= 8000.0)) return evidence;
  std::vector<ChannelFindings> found;
  for (const std::vector<double>& samples : channels) {
    found.emplace_back(SoundView(samples, rate, listening.analysis));
  }
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (found[i].interference() > found[evidence.channel].interference()) evidence.channel = i;
  }
  const ChannelFindings& deciding = found[evidence.channel];
  evidence.duration = static_cast<double>(channels.front().size()) / rate;
  evidence.hum = deciding.hum;
  evidence.observations = Collector(deciding).collect();
  evidence.signatures = signaturesOf(deciding);
  evidence.noise = deciding.noise;
  if (found.size() == 2) evidence.observations.push_back(balance(found[0], found[1]));
  if (listening.baseline != nullptr) {
    if (const auto excess = baselineExcess(evidence, *listening.baseline)) {
      evidence.observations.push_back(*excess);
    }
  }
  return evidence;
}

}  // namespace linecheck::diagnosis
