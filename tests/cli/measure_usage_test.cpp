#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line.h"
#include "cli/stream_choice.h"

namespace linecheck::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Outcome simulated(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "measure");
  arguments.insert(arguments.end(), {"--backend", "simulated"});
  return call(arguments);
}

audio::StreamConfig playingTo(const char* name) {
  audio::StreamConfig stream;
  stream.input = audio::DeviceId{"Test", "Line"};
  stream.output = audio::DeviceId{"Test", name};
  return stream;
}

TEST(MeasureDevice, IsChosenByNameForEveryKind) {
  const Outcome found = simulated({"path", "--input", "Demo", "--output", "Demo studio"});
  EXPECT_EQ(found.status, 0) << found.err;
  for (const char* option : {"--input", "--output"}) {
    EXPECT_EQ(simulated({"path", option, "Nothing like it"}).status, 3);
    EXPECT_EQ(simulated({"all", option, "Nothing like it"}).status, 3);
  }
}

TEST(MeasureEars, AHeadphoneJackIsRefusedAndTheOptionNamed) {
  StreamArguments arguments;
  const auto jack = checkEars(playingTo("Kopfhörer (Realtek)"), arguments);
  ASSERT_FALSE(jack);
  EXPECT_THAT(jack.error().what, HasSubstr("--measuring-cable"));
  const auto worn = checkEars(playingTo("Headset (Jabra)"), arguments);
  ASSERT_FALSE(worn);
  EXPECT_THAT(worn.error().what, Not(HasSubstr("--measuring-cable"))) << "no cable fits it";
  arguments.hasMeasuringCable = true;
  EXPECT_TRUE(checkEars(playingTo("Kopfhörer (Realtek)"), arguments));
  EXPECT_FALSE(checkEars(playingTo("Headset (Jabra)"), arguments));
}

TEST(MeasureEars, AllThatPlaysKnowsTheOption) {
  for (const auto& command : std::vector<std::vector<std::string>>{{"measure", "noise"},
                                                                   {"measure", "all"},
                                                                   {"measure", "tone"},
                                                                   {"calibrate", "output"},
                                                                   {"calibrate", "input"}}) {
    auto help = command;
    help.emplace_back("--help");
    EXPECT_THAT(call(help).out, HasSubstr("--measuring-cable")) << command[1];
  }
}

TEST(MeasureUsage, NamesTheKindThatMayHaveBeenMeant) {
  const Outcome near = call({"measure", "respons"});
  EXPECT_EQ(near.status, 2);
  EXPECT_THAT(near.err, AllOf(HasSubstr("Did you mean response?"), HasSubstr("level-match")));
  EXPECT_THAT(call({"measure"}).err, HasSubstr("noise, "));
  EXPECT_THAT(call({}).err, HasSubstr("measure"));
}

TEST(MeasureUsage, NumbersAreFinite) {
  for (const char* value : {"nan", "inf", "-inf", "NaN"}) {
    for (const char* option : {"--expect-gain", "--seconds"}) {
      const Outcome outcome = simulated({"noise", std::string(option) + "=" + value});
      EXPECT_EQ(outcome.status, 2) << option << value;
      EXPECT_THAT(outcome.out, IsEmpty());
    }
  }
  EXPECT_EQ(call({"measure", "tone", "--backend", "simulated", "--level=nan"}).status, 2);
}

TEST(MeasureUsage, SettingsAreCalledByTheirOptions) {
  EXPECT_THAT(simulated({"output-impedance"}).err,
              AllOf(HasSubstr("--resistor"), HasSubstr("has no usual value")));
  EXPECT_THAT(simulated({"noise", "--seconds", "900"}).err, HasSubstr("--seconds"));
  const Outcome half = simulated({"noise", "--terminated", "0.5"});
  EXPECT_EQ(half.status, 2);
  EXPECT_THAT(half.err, HasSubstr("whole number"));
}

TEST(MeasureUsage, CountsHaveNoUnitInTheirKeys) {
  const json::Value steps = simulated({"frequency-steps", "--seconds", "0.15", "--json"}).json();
  EXPECT_EQ(number(steps, "settings/per_octave"), 3.0);
  EXPECT_EQ(number(steps, "settings/duration_s"), 0.15);
  EXPECT_EQ(number(steps, "settings/level_dbfs"), -20.0);
}

TEST(MeasureText, FiguresOfTheWholeStandInNoInputsColumn) {
  const std::string out = simulated({"multitone"}).out;
  const auto whole = out.find("Crest factor");
  const auto header = out.find("Input 1");
  ASSERT_NE(whole, std::string::npos);
  ASSERT_NE(header, std::string::npos);
  EXPECT_LT(whole, header);
}

TEST(MeasureText, ByEarNoMeterIsAskedFor) {
  std::istringstream nobody;
  std::ostringstream out, err;
  (void)run({"measure", "level-match", "--by-ear", "--backend", "simulated"}, out, err, &nobody);
  EXPECT_THAT(err.str(), Not(HasSubstr("sound level meter")));
  EXPECT_THAT(call({"measure", "level-match", "--reading-a", "74.5", "--reading-a", "75",
                    "--reading-a", "60", "--reading-b", "70"})
                  .err,
              HasSubstr("15.0 dB apart"));
}

}  // namespace
}  // namespace linecheck::cli
