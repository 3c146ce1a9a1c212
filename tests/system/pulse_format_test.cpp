#include "system/pulse_format_linux.h"

#include <gtest/gtest.h>

namespace linecheck::system {
namespace {

constexpr pa_sample_spec kNow{PA_SAMPLE_S24_32LE, 44100, 2};

TEST(PulseFormat, WithTheSameBitsTheLayoutStays) {
  for (const auto& sample : {std::optional<SampleFormat>(), {SampleFormat{24, false}}}) {
    const auto spec = wantedSpec(kNow, {96000, 2, sample});
    ASSERT_TRUE(spec);
    EXPECT_EQ(spec->format, PA_SAMPLE_S24_32LE);
    EXPECT_EQ(spec->rate, 96000u);
    EXPECT_EQ(spec->channels, 2);
  }
}

TEST(PulseFormat, OtherBitsAreThoseOfThisMachine) {
  EXPECT_EQ(wantedSpec(kNow, {44100, 2, SampleFormat{16, false}})->format, PA_SAMPLE_S16NE);
  EXPECT_EQ(wantedSpec(kNow, {44100, 2, SampleFormat{32, false}})->format, PA_SAMPLE_S32NE);
  EXPECT_EQ(wantedSpec(kNow, {44100, 2, SampleFormat{32, true}})->format, PA_SAMPLE_FLOAT32NE);
}

TEST(PulseFormat, WhatNoDeviceHasIsRefused) {
  for (const Format& format :
       {Format{0, 2, {}}, Format{-48000, 2, {}}, Format{7999, 2, {}}, Format{768001, 2, {}},
        Format{48000, 1, {}}, Format{48000, 0, {}}, Format{48000, 2, SampleFormat{20, false}},
        Format{48000, 2, SampleFormat{24, true}}}) {
    const auto spec = wantedSpec(kNow, format);
    ASSERT_FALSE(spec);
    EXPECT_EQ(spec.error().code, ErrorCode::usage);
  }
}

}  // namespace
}  // namespace linecheck::system
