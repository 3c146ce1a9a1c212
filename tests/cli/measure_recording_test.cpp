#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audio/file/sound_file.h"
#include "cli/command_line.h"
#include "measure/capture_file.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class MeasureRecording : public ::testing::Test {
 protected:
  void SetUp() override {
    live = call({"measure", "noise", "--backend", "simulated", "--seconds", "2", "--json", "--save",
                 file()});
    ASSERT_EQ(live.status, 0) << live.err;
  }
  [[nodiscard]] std::string file(const char* name = "noise.wav") const {
    return (folder / name).string();
  }
  static Outcome read(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "measure");
    arguments.emplace_back("--json");
    return call(arguments);
  }

  testing::TemporaryFolder folder;
  Outcome live;
};

TEST_F(MeasureRecording, TellsItsOwnSettings) {
  const Outcome again = read({"noise", "--recording", file()});
  ASSERT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(number(again.json(), "settings/duration_s"), 2.0);
  EXPECT_EQ(number(again.json(), "figures/0/value_dbfs"),
            number(live.json(), "figures/0/value_dbfs"));
  EXPECT_EQ(read({"noise", "--seconds", "2", "--recording", file()}).out, again.out);
}

TEST_F(MeasureRecording, IsRefusedWithAnotherSetting) {
  const Outcome other = read({"noise", "--seconds", "1", "--recording", file()});
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.err, HasSubstr("--seconds"));
  EXPECT_THAT(other.out, IsEmpty());
}

TEST_F(MeasureRecording, IsRefusedAsAnotherMeasurement) {
  const Outcome other = read({"multitone", "--recording", file()});
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.err, HasSubstr("\"noise\""));
  EXPECT_THAT(other.out, IsEmpty());
}

TEST_F(MeasureRecording, WithoutNotesIsReadWithARemark) {
  auto capture = measure::loadCapture(file());
  ASSERT_TRUE(capture);
  EXPECT_TRUE(capture->run);
  capture->run.reset();
  ASSERT_TRUE(measure::saveCapture(file("old.wav"), *capture));
  const Outcome old = read({"noise", "--seconds", "2", "--recording", file("old.wav")});
  EXPECT_EQ(old.status, 0) << old.err;
  EXPECT_THAT(old.err, HasSubstr("old.wav"));
  EXPECT_EQ(number(old.json(), "figures/0/value_dbfs"),
            number(live.json(), "figures/0/value_dbfs"));
}

TEST_F(MeasureRecording, OfWhichAPartIsMissingIsRefused) {
  auto sound = audio::readSoundFile<float>(file());
  ASSERT_TRUE(sound);
  sound->samples.resize(sound->samples.size() / 4 * 2);
  audio::SoundFileOptions options;
  options.comment = sound->info.comment;
  ASSERT_TRUE(audio::writeSoundFile<float>(file("cut.wav"), sound->samples, sound->info.channels,
                                           sound->info.sampleRate, options));
  const Outcome cut = read({"noise", "--recording", file("cut.wav")});
  EXPECT_EQ(cut.status, 2);
  EXPECT_THAT(cut.err, HasSubstr("a part is missing"));
  EXPECT_THAT(cut.out, IsEmpty());
}

TEST_F(MeasureRecording, FromElsewhereThatEndsEarlyIsNotDone) {
  auto capture = measure::loadCapture(file());
  ASSERT_TRUE(capture);
  capture->run.reset();
  capture->samples.resize(capture->samples.size() / 4 * 3);
  ASSERT_TRUE(measure::saveCapture(file("short.wav"), *capture));
  const Outcome cut = read({"noise", "--seconds", "2", "--recording", file("short.wav")});
  EXPECT_EQ(cut.status, 4);
  EXPECT_THAT(cut.out, HasSubstr(R"("complete": false)"));
}

TEST(MeasureTwoSteps, OfTheStudioAreReadAgain) {
  const testing::TemporaryFolder folder;
  const Outcome live = call({"measure", "output-impedance", "--resistor", "33", "--backend",
                             "simulated", "--json", "--save", (folder / "run.wav").string()});
  ASSERT_EQ(live.status, 0) << live.err;
  EXPECT_NEAR(number(live.json(), "figures/0/value_ohm"), 100.0, 2.0);
  const std::string one = (folder / "run-1.wav").string();
  const std::string two = (folder / "run-2.wav").string();
  const Outcome again =
      call({"measure", "output-impedance", "--recording", one, "--recording", two, "--json"});
  ASSERT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(number(again.json(), "figures/0/value_ohm"),
            number(live.json(), "figures/0/value_ohm"));
  const Outcome swapped =
      call({"measure", "output-impedance", "--recording", two, "--recording", one});
  EXPECT_EQ(swapped.status, 2);
  EXPECT_THAT(swapped.err, HasSubstr("step 1"));
}

TEST(MeasureTwoSteps, CommonModeTellsOfTheInputThatIsPluggedInOnly) {
  const Outcome outcome = call({"measure", "common-mode", "--backend", "simulated", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value document = outcome.json();
  const json::Value figures = at(document, "figures");
  ASSERT_FALSE(figures.getIf<json::Array>()->empty());
  for (std::size_t i = 0; i < figures.getIf<json::Array>()->size(); ++i) {
    const std::string figure = "figures/" + std::to_string(i);
    EXPECT_EQ(number(document, figure + "/channel"), 1.0);
    EXPECT_GT(number(document, figure + "/value_db"), 20.0);
  }
  EXPECT_TRUE(at(document, "path/channels/1").isNull());
  EXPECT_THAT(outcome.err, Not(HasSubstr("somebody has to be")));
}

}  // namespace
}  // namespace linecheck::cli
