#include "support/diagnosis/corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "dsp/fft.h"
#include "dsp/quantize.h"
#include "dsp/random.h"
#include "simulation/noise.h"
#include "simulation/stereo_noise.h"

namespace linecheck::testing {
namespace {

using simulation::NoiseKind;
using simulation::randomBitsAt;
using simulation::StereoNoise;

// Streams of random numbers, kept apart.
constexpr std::uint64_t kSettingStream = 1;
constexpr std::uint64_t kPlantStream = 2;
constexpr std::uint64_t kProgrammeStream = 3;
constexpr std::uint64_t kFloorStream = 4;
constexpr std::uint64_t kSourceStream = 10;

constexpr std::array kRates = {44'100, 48'000, 88'200, 96'000, 192'000};
constexpr std::array kCauses = {NoiseKind::groundLoop,   NoiseKind::magneticPickup,
                                NoiseKind::supplyRipple, NoiseKind::leakage,
                                NoiseKind::dimmer,       NoiseKind::mainsHash,
                                NoiseKind::computerHash, NoiseKind::usbFrames,
                                NoiseKind::mobilePhone,  NoiseKind::hiss};
constexpr double kQuarter = 0.25;  // Seconds.
constexpr Hertz kLow = Hertz::of(20.0);
constexpr Hertz kHigh = Hertz::of(20e3);
constexpr DecibelsFs kUnscaled = DecibelsFs::of(-40.0);

// A noise at some level.
struct Raw {
  std::variant<NoiseKind, StrangeKind> cause;
  std::uint64_t seed = 0;
  StereoSamples samples;
  std::size_t louder = 0;
};

void add(StereoSamples& sum, const StereoSamples& other, double gain = 1.0) {
  for (std::size_t channel = 0; channel < sum.size(); ++channel) {
    for (std::size_t i = 0; i < sum.at(channel).size(); ++i) {
      sum.at(channel)[i] += gain * other.at(channel)[i];
    }
  }
}

StereoSamples silence(std::size_t frames) {
  return {std::vector<double>(frames), std::vector<double>(frames)};
}

double rmsOf(const std::vector<double>& samples) {
  double power = 0.0;
  for (const double sample : samples) power += sample * sample;
  return std::sqrt(power / static_cast<double>(samples.size()));
}

class Maker {
 public:
  Maker(std::uint64_t seed, CaseKind kind, const CaseWishes& wishes)
      : wishes_(wishes),
        random_(randomBitsAt(seed, kSettingStream)),
        plants_(randomBitsAt(seed, kPlantStream)) {
    case_.kind = kind;
    case_.seed = seed;
  }

  Case make() {
    drawSetting();
    const auto own = ownNoise(first_);
    for (std::size_t channel = 0; channel < floorRms_.size(); ++channel) {
      const double noise = bandRms(own.at(channel), case_.sampleRate, kLow, kHigh);
      floorRms_.at(channel) = std::sqrt(noise * noise + roundingPower());
    }
    case_.channels = own;
    plantAll();
    if (case_.programme) add(case_.channels, makeProgramme(*case_.programme));
    rounded(case_.channels);
    if (hasBaseline_) {
      // Ten minutes later.
      case_.baseline = ownNoise(first_ + std::int64_t{600} * case_.sampleRate);
      rounded(*case_.baseline);
    }
    return std::move(case_);
  }

 private:
  // Each is drawn whether it is wished or not, so that a wish changes nothing else.
  void drawSetting() {
    const auto rate = kRates.at(random_.bits() % kRates.size());
    case_.sampleRate = wishes_.sampleRate.value_or(rate);
    const double mains = random_.uniform() < 0.5 ? 50.0 : 60.0;
    case_.mains.nominal = Hertz::of(wishes_.mainsHertz.value_or(mains));
    const double quarters = std::round(random_.uniform(3.0, 12.0) / kQuarter);
    case_.length = wishes_.length.value_or(Seconds::of(kQuarter * quarters));
    frames_ = static_cast<std::size_t>(std::llround(case_.length.value() * case_.sampleRate));
    // The grid wanders elsewhere at each hour.
    first_ = static_cast<std::int64_t>(random_.uniform(0.0, 36'000.0) * case_.sampleRate);

    const auto depth = random_.bits() % 3;
    if (depth > 0) case_.bits = depth == 1 ? 16 : 24;
    // Half a step of noise is the least that dithers: rounding adds −98 dBFS, free of the signal.
    const double floor = random_.uniform();
    case_.floor = DecibelsFs::of(case_.bits == 16 ? -93.0 + 3.0 * floor : -120.0 + 30.0 * floor);

    const bool plays = random_.uniform() < 1.0 / 3.0;
    ProgrammeConfig programme;
    programme.kind = random_.uniform() < 0.5 ? ProgrammeKind::music : ProgrammeKind::voice;
    programme.level = DecibelsFs::of(random_.uniform(-50.0, -20.0));
    programme.seed = randomBitsAt(case_.seed, kProgrammeStream);
    programme.sampleRate = case_.sampleRate;
    programme.length = case_.length;
    if (wishes_.hasProgramme.value_or(plays)) case_.programme = programme;
    const bool hasBaseline = random_.uniform() < 0.5;
    hasBaseline_ = wishes_.hasBaseline.value_or(hasBaseline);
  }

  [[nodiscard]] StereoSamples ownNoise(std::int64_t first) const {
    return noise(NoiseKind::converterNoise, case_.floor, randomBitsAt(case_.seed, kFloorStream),
                 first);
  }

  [[nodiscard]] StereoSamples noise(NoiseKind kind, DecibelsFs level, std::uint64_t seed,
                                    std::int64_t first) const {
    StereoSamples samples = silence(frames_);
    StereoNoise source({kind, level, seed, case_.mains, case_.sampleRate});
    source.addTo(samples[0], samples[1], first);
    return samples;
  }

  // Of what rounding adds between kLow and kHigh: a twelfth of a step squared up to Nyquist.
  [[nodiscard]] double roundingPower() const {
    if (!case_.bits) return 0.0;
    const double step = std::ldexp(1.0, 1 - *case_.bits);
    return step * step / 12.0 * (kHigh - kLow).value() / (0.5 * case_.sampleRate);
  }

  void rounded(StereoSamples& samples) const {
    if (!case_.bits) return;
    for (auto& channel : samples) dsp::quantize(channel, *case_.bits, dsp::Dither::none);
  }

  void plantAll() {
    const double drawn = plants_.uniform(10.0, 60.0);
    const double below = plants_.uniform(0.0, 20.0);
    const Decibels over = wishes_.overFloor.value_or(Decibels::of(drawn));
    if (const auto cause = causeOf(case_.kind)) {
      plant(known(*cause, 0), over);
    } else if (case_.kind == CaseKind::unknown) {
      plant(strange(), over);
    } else if (case_.kind == CaseKind::mixture) {
      const std::size_t one = plants_.bits() % kCauses.size();
      const std::size_t other = (one + 1 + plants_.bits() % (kCauses.size() - 1)) % kCauses.size();
      plant(known(kCauses.at(one), 0), over);
      const double second = std::max(over.value() - below, std::min(over.value(), 10.0));
      plant(known(kCauses.at(other), 1), Decibels::of(second));
    }
  }

  [[nodiscard]] Raw known(NoiseKind kind, std::uint64_t number) const {
    Raw raw;
    raw.cause = kind;
    raw.seed = randomBitsAt(case_.seed, kSourceStream + number);
    const auto gains = simulation::channelGains(kind, raw.seed);
    raw.louder = gains[0] >= gains[1] ? 0 : 1;
    // What comes and goes is captured while it is there.
    constexpr int kTries = 30;
    for (std::int64_t second = 0; second < kTries; ++second) {
      raw.samples = noise(kind, kUnscaled, raw.seed, first_ + second * case_.sampleRate);
      const double rms = rmsOf(raw.samples.at(raw.louder));
      if (dbfsFromRms(rms) > kUnscaled - Decibels::of(6.0)) break;
    }
    return raw;
  }

  Raw strange() {
    Raw raw;
    const auto kind = static_cast<StrangeKind>(plants_.bits() % kStrangeKinds);
    raw.cause = kind;
    raw.seed = randomBitsAt(case_.seed, kSourceStream);
    auto made =
        makeStrangeNoise(kind, raw.seed, case_.sampleRate, frames_, case_.mains.nominal.value());
    raw.samples = std::move(made.samples);
    raw.louder = made.louder;
    return raw;
  }

  void plant(const Raw& raw, Decibels overFloor) {
    const auto& louder = raw.samples.at(raw.louder);
    const double inBand = bandRms(louder, case_.sampleRate, kLow, kHigh);
    const double gain = floorRms_.at(raw.louder) * overFloor.amplitudeRatio() / inBand;
    add(case_.channels, raw.samples, gain);
    case_.planted.push_back(
        {raw.cause, raw.seed, dbfsFromRms(gain * rmsOf(louder)), overFloor, raw.louder});
  }

  CaseWishes wishes_;
  dsp::Random random_;
  dsp::Random plants_;
  Case case_;
  std::size_t frames_ = 0;
  std::int64_t first_ = 0;
  bool hasBaseline_ = false;
  std::array<double, 2> floorRms_{};  ///< From kLow to kHigh.
};

}  // namespace

std::string_view caseKindId(CaseKind kind) {
  if (const auto cause = causeOf(kind)) return simulation::noiseKindId(*cause);
  if (kind == CaseKind::clean) return "clean";
  return kind == CaseKind::mixture ? "mixture" : "unknown";
}

std::optional<NoiseKind> causeOf(CaseKind kind) {
  switch (kind) {
    case CaseKind::clean:
    case CaseKind::mixture:
    case CaseKind::unknown:
      return std::nullopt;
    case CaseKind::groundLoop:
      return NoiseKind::groundLoop;
    case CaseKind::magneticPickup:
      return NoiseKind::magneticPickup;
    case CaseKind::supplyRipple:
      return NoiseKind::supplyRipple;
    case CaseKind::leakage:
      return NoiseKind::leakage;
    case CaseKind::dimmer:
      return NoiseKind::dimmer;
    case CaseKind::mainsHash:
      return NoiseKind::mainsHash;
    case CaseKind::computerHash:
      return NoiseKind::computerHash;
    case CaseKind::usbFrames:
      return NoiseKind::usbFrames;
    case CaseKind::mobilePhone:
      return NoiseKind::mobilePhone;
    case CaseKind::hiss:
      return NoiseKind::hiss;
  }
  return std::nullopt;
}

std::optional<NoiseKind> Planted::known() const {
  const auto* const kind = std::get_if<NoiseKind>(&cause);
  return kind == nullptr ? std::nullopt : std::optional(*kind);
}

std::string_view Planted::id() const {
  if (const auto* const kind = std::get_if<StrangeKind>(&cause)) return strangeKindId(*kind);
  return simulation::noiseKindId(std::get<NoiseKind>(cause));
}

std::string Case::description() const {
  std::string text =
      fmt::format("{} seed {}: {} kHz, {} Hz, {} s, floor {:.1f}", caseKindId(kind), seed,
                  sampleRate / 1000.0, mains.nominal.value(), length.value(), floor.value());
  for (const Planted& noise : planted) {
    text += fmt::format(", {} {:+.1f} dB", noise.id(), noise.overFloor.value());
  }
  if (programme) text += programme->kind == ProgrammeKind::music ? ", music" : ", voice";
  if (bits) text += fmt::format(", {} bits", *bits);
  return text;
}

Case makeCase(std::uint64_t seed, CaseKind kind, const CaseWishes& wishes) {
  return Maker(seed, kind, wishes).make();
}

std::uint64_t caseSeed(CaseSet set, std::uint64_t index) {
  return 2 * index + (set == CaseSet::test ? 1 : 0);
}

double bandRms(const std::vector<double>& samples, int sampleRate, Hertz low, Hertz high) {
  if (samples.empty()) return 0.0;
  dsp::RealFft fft(samples.size());
  std::copy(samples.begin(), samples.end(), fft.input().begin());
  const double length = static_cast<double>(samples.size());
  const double spacing = sampleRate / length;
  double power = 0.0;
  const auto spectrum = fft.transform();
  for (std::size_t bin = 0; bin < spectrum.size(); ++bin) {
    const double frequency = static_cast<double>(bin) * spacing;
    if (frequency < low.value() || frequency > high.value()) continue;
    // Each bin but DC and Nyquist stands for its mirror image too.
    const bool isAlone = bin == 0 || 2 * bin == samples.size();
    power += (isAlone ? 1.0 : 2.0) * std::norm(spectrum[bin]) / (length * length);
  }
  return std::sqrt(power);
}

}  // namespace linecheck::testing
