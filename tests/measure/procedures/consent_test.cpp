#include <gtest/gtest.h>

#include <array>

#include "measure/procedure_run.h"

namespace linecheck::measure {
namespace {

constexpr std::array kIds = {"response", "crosstalk",       "balance",  "latency",
                             "jitter",   "intermodulation", "multitone"};

audio::StreamConfig stereo(int sampleRate) {
  audio::StreamConfig stream;
  stream.inputChannels = stream.outputChannels = 2;
  stream.sampleRate = sampleRate;
  return stream;
}

TEST(Consent, IsNotNeededForStandardValuesAtAnyRate) {
  for (const char* id : kIds) {
    const Procedure* procedure = findProcedure(id);
    ASSERT_NE(procedure, nullptr) << id;
    for (const int rate : {44100, 96000}) {
      const auto sequence =
          sequenceOf(*procedure, 0, Values(procedure->parameters()), stereo(rate), {});
      ASSERT_TRUE(sequence) << id << ": " << sequence.error().message();
      EXPECT_TRUE(checkLoudness(sequence->loudest(), LoudTone::refused)) << id << " at " << rate;
    }
  }
}

TEST(Consent, IsNeededOneDecibelAbove) {
  for (const char* id : kIds) {
    const Procedure* procedure = findProcedure(id);
    ASSERT_NE(procedure, nullptr) << id;
    Values values(procedure->parameters());
    // The pattern's samples lie 3 dB below the sine that they stand for.
    values.set("level", std::string_view(id) == "jitter" ? -16.0 : -19.0);
    const auto sequence = sequenceOf(*procedure, 0, values, stereo(48000), {});
    ASSERT_TRUE(sequence) << id;
    EXPECT_FALSE(checkLoudness(sequence->loudest(), LoudTone::refused)) << id;
  }
}

}  // namespace
}  // namespace linecheck::measure
