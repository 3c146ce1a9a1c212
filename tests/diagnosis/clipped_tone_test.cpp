// A tone that was clipped as numbers folds its overtones back to every place in the band, the
// mains' own among them. None of that is hum, and hum beside it is still found.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <vector>

#include "diagnosis/diagnosis.h"
#include "dsp/generators.h"

namespace linecheck::diagnosis {
namespace {

constexpr Hertz kRate = Hertz::of(48000.0);
constexpr std::size_t kLength = 480000;

std::vector<double> clipped(double frequency, double overdrive) {
  auto samples = dsp::whiteNoise(DecibelsFs::of(-117.0), kLength, 3);
  std::vector<double> tone(kLength, 0.0);
  dsp::addSine(tone, {Hertz::of(frequency), 0.99 * overdrive, 0.3}, kRate);
  for (std::size_t i = 0; i < kLength; ++i) samples[i] += std::clamp(tone[i], -0.99, 0.99);
  return samples;
}

// Frequency in Hz, and by how much the tone is too large.
class ClippedTone : public testing::TestWithParam<std::tuple<double, double>> {
 protected:
  std::vector<double> samples_ = clipped(std::get<0>(GetParam()), std::get<1>(GetParam()));
};

TEST_P(ClippedTone, IsNeitherHumNorHash) {
  const Diagnosis diagnosis = diagnoseSound(std::vector(1, samples_), kRate);
  EXPECT_EQ(causeId(diagnosis.main().cause), causeId(Cause::noHum));
}

TEST_P(ClippedTone, DoesNotHideALoudGroundLoop) {
  for (const auto& [order, level] : {std::pair{1, -60.0}, {3, -90.0}, {5, -92.0}, {7, -98.0}}) {
    dsp::addSine(samples_,
                 {Hertz::of(50.01 * order), sinePeakFromDbfs(DecibelsFs::of(level)), 0.2 * order},
                 kRate);
  }
  const Diagnosis diagnosis = diagnoseSound(std::vector(1, samples_), kRate);
  EXPECT_NE(causeId(diagnosis.main().cause), causeId(Cause::noHum));
  const dsp::HumEstimate& hum = diagnosis.evidence.hum;
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), 50.01, 0.005);
  EXPECT_NEAR(hum.total.value(), -60.0, 0.1);
}

INSTANTIATE_TEST_SUITE_P(Overdriven, ClippedTone,
                         testing::Combine(testing::Values(440.0, 997.0, 1000.0, 1003.3),
                                          testing::Values(1.002, 1.02, 1.06, 1.5, 4.0)));

}  // namespace
}  // namespace linecheck::diagnosis
