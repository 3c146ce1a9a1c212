#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "diagnosis/diagnosis.h"
#include "dsp/generators.h"
#include "simulation/noise_source.h"
#include "support/diagnosis/corpus.h"

namespace linecheck::diagnosis {
namespace {

using simulation::NoiseKind;

constexpr int kRate = 48000;
constexpr std::size_t kSecond = kRate;

// One noise 30 dB above an interface's own, on both channels.
std::vector<std::vector<double>> capture(NoiseKind kind, double dbfs, std::uint64_t seed) {
  std::vector<std::vector<double>> channels;
  for (std::uint64_t channel = 0; channel < 2; ++channel) {
    std::vector<double> samples(6 * kSecond);
    const auto add = [&](NoiseKind each, double level, std::uint64_t of) {
      simulation::makeNoiseSource({each, DecibelsFs::of(level), of, {}, kRate})->addTo(samples, 0);
    };
    add(NoiseKind::converterNoise, -110.0, 100 * seed + channel);
    if (kind != NoiseKind::converterNoise) add(kind, dbfs, seed);
    channels.push_back(std::move(samples));
  }
  return channels;
}

struct Case {
  NoiseKind kind;
  Cause cause;
};

class SoundOfACause : public ::testing::TestWithParam<Case> {};

TEST_P(SoundOfACause, IsCalledByItsName) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto channels = capture(GetParam().kind, -70.0, seed);
    const Diagnosis diagnosis = diagnoseSound(channels, Hertz::of(kRate));
    EXPECT_EQ(causeId(diagnosis.main().cause), causeId(GetParam().cause)) << "seed " << seed;
    double sum = 0.0;
    for (const CauseProbability& cause : diagnosis.causes) sum += cause.probability;
    EXPECT_NEAR(sum, 1.0, 1e-12);
    EXPECT_EQ(diagnosis.causes.size(), causes().size());
  }
}

INSTANTIATE_TEST_SUITE_P(Diagnosis, SoundOfACause,
                         ::testing::Values(Case{NoiseKind::groundLoop, Cause::groundLoop},
                                           Case{NoiseKind::magneticPickup, Cause::magneticPickup},
                                           Case{NoiseKind::supplyRipple, Cause::supplyRipple},
                                           Case{NoiseKind::leakage, Cause::earthLeakage},
                                           Case{NoiseKind::dimmer, Cause::dimmer},
                                           Case{NoiseKind::mainsHash, Cause::mainsHash},
                                           Case{NoiseKind::computerHash, Cause::computerHash},
                                           Case{NoiseKind::usbFrames, Cause::usbFrames},
                                           Case{NoiseKind::mobilePhone, Cause::mobilePhone},
                                           Case{NoiseKind::converterNoise, Cause::noHum},
                                           Case{NoiseKind::hiss, Cause::gainHiss}),
                         [](const auto& test) { return std::string(causeId(test.param.cause)); });

// The grid's own orders up to 7 and none above: a field has no third to seventh of that strength.
TEST(Diagnosis, ALoopWithoutHighOrdersIsNoField) {
  for (const double mains : {50.02, 59.98}) {
    for (const double overFloor : {20.0, 30.0, 45.0, 60.0}) {
      auto samples = dsp::whiteNoise(DecibelsFs::of(-105.0), 5 * kSecond, 3);
      for (const auto& [order, level] : {std::pair{1, 0.0}, {3, -32.5}, {5, -33.6}, {7, -39.7}}) {
        const DecibelsFs at = DecibelsFs::of(-105.0 + overFloor + level);
        dsp::addSine(samples, {Hertz::of(mains * order), sinePeakFromDbfs(at), 0.4 * order},
                     Hertz::of(kRate));
      }
      const Diagnosis diagnosis = diagnoseSound(std::vector(1, samples), Hertz::of(kRate));
      EXPECT_EQ(causeId(diagnosis.main().cause), causeId(Cause::groundLoop))
          << mains << " Hz, " << overFloor << " dB";
    }
  }
}

// Tones of these voices lie on a phone's comb in a frame or two.
TEST(Evidence, NoVoiceIsTakenForAPhoneOrForMoreThanTheBaseline) {
  const auto channelsOf = [](const testing::StereoSamples& samples) {
    return std::vector<std::vector<double>>(samples.begin(), samples.end());
  };
  for (const std::uint64_t seed : {200'096, 200'120, 200'354}) {
    testing::CaseWishes wishes;
    wishes.hasProgramme = true;
    const testing::Case made = testing::makeCase(seed, testing::CaseKind::clean, wishes);
    SCOPED_TRACE(made.description());
    ASSERT_TRUE(made.baseline);
    const Hertz rate = Hertz::of(made.sampleRate);
    const Evidence baseline = gatherEvidence(channelsOf(*made.baseline), rate);
    Listening listening;
    listening.baseline = &baseline;
    const Evidence evidence = gatherEvidence(channelsOf(made.channels), rate, listening);
    const Signature* phone = evidence.signature(Cause::mobilePhone);
    ASSERT_NE(phone, nullptr);
    EXPECT_TRUE(phone->level.isSilent());
    const Observation* excess = evidence.find(Trait::baselineExcess);
    ASSERT_NE(excess, nullptr);
    EXPECT_LT(excess->value, 6.0);
  }
}

TEST(Evidence, ListsTheNoiseByBands) {
  constexpr double kLevel = -90.0;
  auto samples = dsp::whiteNoise(DecibelsFs::of(kLevel), 4 * kSecond, 9);
  dsp::addSine(samples, {Hertz::of(1234.5), 0.01, 0.0}, Hertz::of(kRate));
  const Evidence evidence = gatherEvidence(std::vector(1, samples), Hertz::of(kRate));
  ASSERT_GT(evidence.noise.size(), 15U);
  for (const NoiseBand& band : evidence.noise) {
    // White up to half the rate; the line is not in it. The quiet fifth of few frames reads low.
    const double share = (band.high - band.low).value() / (0.5 * kSecond);
    EXPECT_NEAR(band.level.value(), kLevel + 10.0 * std::log10(share), 2.5) << band.low.value();
  }
}

// No line of its orders was above it, though it would have hidden where the noise is louder.
TEST(Evidence, TheLimitOfALoopCountsItsHigherOrders) {
  std::vector<double> samples = dsp::whiteNoise(DecibelsFs::of(-120.0), 5 * kSecond, 21);
  const std::vector<double> loud = dsp::whiteNoise(DecibelsFs::of(-55.0), 5 * kSecond, 22);
  // Two zeros at DC, above −120 dBFS from the third order on: noise that rises by 12 dB per octave.
  for (std::size_t i = 2; i < samples.size(); ++i) {
    samples[i] += loud[i] - 2.0 * loud[i - 1] + loud[i - 2];
  }
  const Evidence evidence = gatherEvidence(std::vector(1, samples), Hertz::of(kRate));
  ASSERT_FALSE(evidence.hum.present);
  const Signature* loop = evidence.signature(Cause::groundLoop);
  ASSERT_NE(loop, nullptr);
  for (const dsp::HumHarmonic& harmonic : evidence.hum.harmonics) {
    if (harmonic.order % 2 == 0 || harmonic.order > 19 || !harmonic.ceiling) continue;
    EXPECT_GE(loop->limit, *harmonic.ceiling) << harmonic.order;
  }
  ASSERT_TRUE(evidence.hum.detectionLimit);
  EXPECT_GT(loop->limit, *evidence.hum.detectionLimit + 6_dB);
  EXPECT_LT(evidence.signature(Cause::magneticPickup)->limit, loop->limit - 6_dB);
}

TEST(Evidence, ASignatureReadsTheLevelOfWhatItsCauseMakes) {
  for (const auto& [kind, cause] :
       std::array{std::pair{NoiseKind::groundLoop, Cause::groundLoop},
                  std::pair{NoiseKind::magneticPickup, Cause::magneticPickup},
                  std::pair{NoiseKind::usbFrames, Cause::usbFrames},
                  std::pair{NoiseKind::hiss, Cause::gainHiss}}) {
    const Evidence evidence = gatherEvidence(capture(kind, -60.0, 5), Hertz::of(kRate));
    const Signature* signature = evidence.signature(cause);
    ASSERT_NE(signature, nullptr);
    EXPECT_NEAR(signature->level.value(), -60.0, 1.5) << causeId(cause);
  }
}

TEST(Evidence, EachTraitIsThereAtMostOnce) {
  const Evidence evidence =
      gatherEvidence(capture(NoiseKind::groundLoop, -60.0, 1), Hertz::of(kRate));
  for (const Observation& observation : evidence.observations) {
    EXPECT_EQ(evidence.find(observation.trait), &observation) << traitId(observation.trait);
    EXPECT_TRUE(std::isfinite(observation.value)) << traitId(observation.trait);
  }
}

}  // namespace
}  // namespace linecheck::diagnosis
