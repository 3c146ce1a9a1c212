#include "diagnosis/verdict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "diagnosis/hum_fixture.h"

namespace linecheck::diagnosis {
namespace {

using testing::HasSubstr;

// A diagnosis of one cause beyond doubt.
Diagnosis certain(Cause cause, dsp::HumEstimate hum = humWith({}, -140.0)) {
  Diagnosis diagnosis;
  diagnosis.evidence.hum = std::move(hum);
  diagnosis.evidence.observations = {{Trait::noiseLevel, Observation::Kind::measured, -100.0, 0.1},
                                     {Trait::strayLines, Observation::Kind::measured, 12.0, 0.5}};
  for (const Cause each : causes()) {
    if (each == Cause::noHum || each == Cause::unknown) continue;
    diagnosis.evidence.signatures.push_back(
        {each, DecibelsFs::of(-72.5), Decibels::of(0.5), DecibelsFs::of(-120.0)});
  }
  diagnosis.causes.push_back({cause, 0.93, {}});
  return diagnosis;
}

TEST(Verdict, QuietChannelSaysHowFarDownItLooked) {
  const Verdict verdict = verdictOf(certain(Cause::noHum));
  EXPECT_EQ(verdict.cause, Cause::noHum);
  EXPECT_DOUBLE_EQ(verdict.confidence, 0.93);
  EXPECT_THAT(verdict.detail.english(), HasSubstr("−122.4 dBFS"));
}

TEST(Verdict, DigitalSilenceIsNoProof) {
  Diagnosis silent;
  silent.causes.push_back({Cause::noHum, 0.5, {}});
  EXPECT_THAT(verdictOf(silent).detail.english(), HasSubstr("Capture longer"));
  EXPECT_LE(diagnoseSound(std::vector(1, std::vector<double>(144000, 0.0)), Hertz::of(48000.0))
                .main()
                .probability,
            0.9);
}

TEST(Verdict, NamesTheMainsAndTheLevelThatItFound) {
  const Verdict verdict =
      verdictOf(certain(Cause::groundLoop, humWith(oddDominated(-55), -140.0, 60.0)));
  EXPECT_THAT(verdict.detail.english(), HasSubstr("60 Hz and odd harmonics, −55.0 dBFS"));
}

TEST(Verdict, RippleIsNamedAtTwiceTheMains) {
  const auto verdict = verdictOf(certain(Cause::supplyRipple, humWith({{2, -70}, {4, -76}})));
  EXPECT_THAT(verdict.detail.english(), HasSubstr("100 Hz"));
}

TEST(Verdict, HasWordsOfItsOwnForEachCause) {
  std::set<std::string> headlines, details;
  for (const Cause cause : causes()) {
    const Verdict verdict = verdictOf(certain(cause, humWith(oddDominated(-80))));
    EXPECT_TRUE(headlines.insert(verdict.headline.english()).second) << causeId(cause);
    EXPECT_TRUE(details.insert(verdict.detail.english()).second) << causeId(cause);
    EXPECT_THAT(verdict.detail.english(), testing::Not(HasSubstr("%"))) << causeId(cause);
  }
}

TEST(Interference, IsTheLevelOfWhatTheMainCauseMakes) {
  EXPECT_TRUE(interference(certain(Cause::noHum)).isSilent());
  EXPECT_TRUE(interference(certain(Cause::interfaceNoise)).isSilent());
  EXPECT_DOUBLE_EQ(interference(certain(Cause::usbFrames)).value(), -72.5);
  // The lines stand 12 dB above the noise.
  EXPECT_DOUBLE_EQ(interference(certain(Cause::unknown)).value(), -88.0);
}

}  // namespace
}  // namespace linecheck::diagnosis
