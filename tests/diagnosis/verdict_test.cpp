#include "diagnosis/verdict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "diagnosis/hum_fixture.h"

namespace linecheck::diagnosis {
namespace {

using testing::HasSubstr;

measure::ChannelAnalysis channelWith(dsp::HumEstimate hum,
                                     std::vector<dsp::SpectralLine> lines = {}) {
  measure::ChannelAnalysis channel;
  channel.hum = std::move(hum);
  channel.lines = std::move(lines);
  return channel;
}

dsp::SpectralLine lineAt(double hertz, double dbfs) {
  return {Hertz::of(hertz), DecibelsFs::of(dbfs)};
}

TEST(Verdict, QuietChannelSaysHowFarDownItLooked) {
  const Verdict verdict = diagnose(channelWith(humWith({}, -140.0)));
  EXPECT_EQ(verdict.cause, Cause::noHum);
  EXPECT_GT(verdict.confidence, 0.95);
  EXPECT_THAT(verdict.detail.english(), HasSubstr("−122.4 dBFS"));
}

TEST(Verdict, DigitalSilenceIsNoProof) {
  const Verdict verdict = diagnose(channelWith(dsp::HumEstimate{}));
  EXPECT_EQ(verdict.cause, Cause::noHum);
  EXPECT_LE(verdict.confidence, 0.5);
}

TEST(Verdict, NamesTheMainsThatItFound) {
  const Verdict verdict = diagnose(channelWith(humWith(oddDominated(-55), -140.0, 60.0)));
  EXPECT_EQ(verdict.cause, Cause::groundLoop);
  EXPECT_THAT(verdict.detail.english(), HasSubstr("60 Hz and odd harmonics, −55.0 dBFS"));
}

TEST(Verdict, RippleIsNamedAtTwiceTheMains) {
  const Verdict verdict = diagnose(channelWith(humWith({{2, -70}, {4, -76}, {6, -80}})));
  EXPECT_EQ(verdict.cause, Cause::supplyRipple);
  EXPECT_THAT(verdict.detail.english(), HasSubstr("100 Hz"));
}

TEST(Verdict, UsbFrameTonesAreDigitalHash) {
  const Verdict verdict = diagnose(
      channelWith(humWith({}), {lineAt(1000, -90), lineAt(2000, -95), lineAt(8000.1, -92)}));
  EXPECT_EQ(verdict.cause, Cause::digitalHash);
  EXPECT_THAT(verdict.detail.english(), HasSubstr("−90.0 dBFS at 1000 Hz"));
}

TEST(Verdict, TonesOffTheFrameClockAreNotHash) {
  EXPECT_EQ(diagnose(channelWith(humWith({}), {lineAt(440, -30), lineAt(880, -40)})).cause,
            Cause::noHum);
}

TEST(Verdict, OneLineOnTheFrameClockMayBeSomebodysTone) {
  EXPECT_EQ(diagnose(channelWith(humWith({}), {lineAt(1000, -20)})).cause, Cause::noHum);
}

TEST(Verdict, ACombOfMainsHarmonicsIsNotHash) {
  std::map<int, double> buzz;
  std::vector<dsp::SpectralLine> lines;
  for (int order = 1; order <= 45; ++order) {
    if (order <= 20) buzz[order] = -80.0;
    lines.push_back(lineAt(50.0 * order, -80.0));
  }
  EXPECT_NE(diagnose(channelWith(humWith(buzz), lines)).cause, Cause::digitalHash);
}

TEST(Verdict, TestToneIsNotHash) {
  auto channel = channelWith(humWith({}), {lineAt(1000, -6), lineAt(2000, -100)});
  channel.tone.emplace();
  channel.tone->frequency = Hertz::of(1000);
  EXPECT_EQ(diagnose(channel).cause, Cause::noHum);
}

TEST(Verdict, TheStrongerOfHumAndHashDecides) {
  const auto hum = humWith(oddDominated(-80));
  EXPECT_EQ(diagnose(channelWith(hum, {lineAt(1000, -97), lineAt(8000, -95)})).cause,
            Cause::groundLoop);
  EXPECT_EQ(diagnose(channelWith(hum, {lineAt(1000, -65), lineAt(8000, -60)})).cause,
            Cause::digitalHash);
}

TEST(Verdict, TheWorseChannelDecides) {
  const std::vector channels = {channelWith(humWith({})), channelWith(humWith(oddDominated(-70)))};
  EXPECT_EQ(diagnose(channels).cause, Cause::groundLoop);
}

}  // namespace
}  // namespace linecheck::diagnosis
