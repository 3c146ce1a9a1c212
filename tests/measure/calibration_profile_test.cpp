#include "measure/calibration_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace linecheck::measure {
namespace {

using ::testing::HasSubstr;

profiles::Profile interface(const Interval<DecibelsU>& level) {
  profiles::Profile profile;
  profile.id = "acme-box";
  profile.kind = profiles::Kind::audioInterface;
  profiles::Port out;
  out.id = "line-out";
  out.direction = profiles::Direction::out;
  out.maximumLevel.emplace();
  out.maximumLevel->value = level;
  out.maximumLevel->provenance.confidence = profiles::Confidence::article;
  profiles::Port in = out;
  in.id = "line-in";
  in.direction = profiles::Direction::in;
  profiles::Port usb;
  usb.id = "usb";
  usb.direction = profiles::Direction::both;
  profile.ports = {out, in, usb};
  return profile;
}

TEST(FullScaleFromProfile, IsThePortsMaximumLevelAndSaysSo) {
  const auto profile = interface({DecibelsU::of(20.0)});
  const auto output = fullScaleFromProfile(profile, "line-out");
  ASSERT_TRUE(output) << output.error().message();
  EXPECT_EQ(output->fullScale, DecibelsU::of(20.0));
  EXPECT_FALSE(output->uncertainty) << "Nobody said.";
  EXPECT_EQ(output->direction, audio::Direction::output);
  EXPECT_EQ(output->knownBy,
            (KnownByProfile{"acme-box", "line-out", profiles::Confidence::article}));
  EXPECT_EQ(fullScaleFromProfile(profile, "line-in")->direction, audio::Direction::input);
}

TEST(FullScaleFromProfile, UncertaintyReachesTheFartherBound) {
  const auto output = fullScaleFromProfile(
      interface({DecibelsU::of(20.0), DecibelsU::of(19.5), DecibelsU::of(22.0)}), "line-out");
  ASSERT_TRUE(output);
  EXPECT_EQ(output->uncertainty, Decibels::of(2.0));
}

TEST(FullScaleFromProfile, RefusesWhatHasNoFullScale) {
  auto profile = interface({DecibelsU::of(20.0)});
  const auto missing = fullScaleFromProfile(profile, "line-up");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::notFound);
  EXPECT_THAT(missing.error().what, HasSubstr("line-out, line-in"));
  EXPECT_EQ(fullScaleFromProfile(profile, "usb").error().code, ErrorCode::usage);
  profile.kind = profiles::Kind::headphoneAmplifier;
  EXPECT_THAT(fullScaleFromProfile(profile, "line-out").error().what, HasSubstr("no converters"));
}

}  // namespace
}  // namespace linecheck::measure
