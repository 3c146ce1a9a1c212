#include "measure/calibration_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "measure/calibration_records.h"
#include "support/temporary_folder.h"

namespace linecheck::measure {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

ResultOrErrors<Calibrations> read(const std::string& text) {
  const auto document = json::parse(text, "calibrations.json");
  if (!document) return tl::unexpected<Errors>(Errors{document.error()});
  return readCalibrations(*document);
}

Calibrations oneOfEach() {
  FullScaleRecord loop = lineOutput();
  loop.direction = audio::Direction::input;
  loop.channels = {3};
  loop.knownBy = KnownByLoop{DecibelsU::of(14.25), DecibelsFs::of(-20.0), DecibelsFs::of(-24.5)};
  FullScaleRecord profile = loop;
  profile.channels = {4};
  profile.controls = {};
  profile.uncertainty = std::nullopt;
  profile.knownBy = KnownByProfile{"antelope-zen-go", "line-in", profiles::Confidence::datasheet};
  FullScaleRecord typed = profile;
  typed.channels = {5};
  typed.knownBy = KnownByUser{};
  LoopGainRecord gain;
  gain.output = gain.input = {"ALSA", "Zen Go"};
  gain.outputChannel = 2;
  gain.inputChannel = 3;
  gain.controls = {{"gain", "9 o'clock"}};
  gain.gain = Decibels::of(-4.5);
  gain.when = day(3);
  return {lineOutput(), loop, profile, typed, gain};
}

TEST(CalibrationStore, ReadsBackEveryKindOfRecord) {
  const auto back = read(toText(oneOfEach()));
  ASSERT_TRUE(back) << back.error().front().message();
  EXPECT_EQ(*back, oneOfEach());
  EXPECT_THAT(toText({}), HasSubstr("\"linecheck.calibrations/1\""));
}

TEST(CalibrationStore, AnUnknownKeyIsRefusedWithItsPlace) {
  const std::string text = toText({lineOutput()});
  const auto atTop = read(replaced(text, "\"calibrations\"", "\"colour\": 1, \"calibrations\""));
  ASSERT_FALSE(atTop);
  EXPECT_THAT(atTop.error(), ElementsAre(Field(&Error::where, "calibrations.json#/colour")));
  const auto inside = read(replaced(text, "\"reading_v\"", "\"smell\": 1, \"reading_v\""));
  ASSERT_FALSE(inside);
  EXPECT_THAT(inside.error(), ElementsAre(Field(&Error::where,
                                                "calibrations.json#/calibrations/0"
                                                "/known_by/smell")));
}

TEST(CalibrationStore, EveryFaultIsToldWithItsPlace) {
  std::string text = toText({lineOutput()});
  text = replaced(text, "48000", "12");
  text = replaced(text, "\"output\"", "\"sideways\"");
  text = replaced(text, "[1, 2]", "[2, 1]");
  text = replaced(text, "2000-02-29T", "2000-02-30T");
  text = replaced(text, "14.25", "null");
  const auto faulty = read(text);
  ASSERT_FALSE(faulty);
  for (const char* key : {"sample_rate_hz", "direction", "channels", "when", "full_scale_dbu"}) {
    EXPECT_THAT(
        faulty.error(),
        Contains(Field(&Error::where, std::string("calibrations.json#/calibrations/0/") + key)));
  }
  EXPECT_THAT(faulty.error(), SizeIs(5));
}

TEST(CalibrationStore, ANewerFormatIsUnsupported) {
  const auto newer = read(replaced(toText({}), "calibrations/1", "calibrations/2"));
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().front().code, ErrorCode::unsupported);
}

TEST(CalibrationStore, WithoutAFileThereAreNone) {
  const testing::TemporaryFolder folder;
  const auto none = loadCalibrations(folder / "calibrations.json");
  ASSERT_TRUE(none);
  EXPECT_THAT(*none, IsEmpty());
}

TEST(CalibrationStore, AddsRemovesAndMakesItsFolder) {
  const testing::TemporaryFolder folder;
  const auto file = folder / "data" / "calibrations.json";
  for (const CalibrationRecord& record : oneOfEach()) ASSERT_TRUE(addCalibration(file, record));
  EXPECT_EQ(*loadCalibrations(file), oneOfEach());
  const auto left = removeCalibration(file, 1);
  ASSERT_TRUE(left);
  EXPECT_THAT(*left, SizeIs(4));
  EXPECT_EQ(*loadCalibrations(file), *left);
  EXPECT_EQ(left->at(0), oneOfEach().at(0));
  EXPECT_EQ(left->at(1), oneOfEach().at(2));
  const auto missing = removeCalibration(file, 4);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().front().code, ErrorCode::notFound);
}

TEST(CalibrationStore, ANewRecordTakesTheOldOnesPlaceOnlyAtTheSameSettings) {
  const testing::TemporaryFolder folder;
  const auto file = folder / "calibrations.json";
  ASSERT_TRUE(addCalibration(file, lineOutput()));
  FullScaleRecord again = lineOutput();
  again.fullScale = DecibelsU::of(14.0);
  again.when = day(5);
  EXPECT_EQ(*addCalibration(file, again), Calibrations{again});
  FullScaleRecord other = again;
  other.controls["trim"] = "+20 dBu";
  EXPECT_THAT(*addCalibration(file, other), SizeIs(2));
  other.sampleRate = 96000;
  EXPECT_THAT(*addCalibration(file, other), SizeIs(3));
}

TEST(CalibrationStore, NoChannelIsToldTwice) {
  const testing::TemporaryFolder folder;
  const auto file = folder / "calibrations.json";
  ASSERT_TRUE(addCalibration(file, lineOutput()));
  FullScaleRecord first = lineOutput();
  first.channels = {1};
  FullScaleRecord left = lineOutput();
  left.channels = {2};
  EXPECT_EQ(*addCalibration(file, first), (Calibrations{left, first}));
  EXPECT_EQ(*addCalibration(file, lineOutput()), Calibrations{lineOutput()});
}

TEST(CalibrationStore, ABrokenFileIsLeftAloneAndTold) {
  const testing::TemporaryFolder folder;
  const auto file = folder / "calibrations.json";
  const std::string half = toText(oneOfEach()).substr(0, 200);
  const std::string odd = replaced(toText({lineOutput()}), "\"kind\"", "\"sort\"");
  for (const std::string& text : {half, odd, std::string()}) {
    write(file, text);
    EXPECT_FALSE(loadCalibrations(file));
    const auto added = addCalibration(file, lineOutput());
    ASSERT_FALSE(added);
    EXPECT_THAT(added.error().front().where, HasSubstr("calibrations.json"));
    EXPECT_FALSE(removeCalibration(file, 0));
    EXPECT_EQ(contentOf(file), text);
  }
}

TEST(CalibrationStore, WithoutAHomeNothingCanBeKept) {
  const auto file = calibrationsFile([](const char*) { return std::nullopt; });
  EXPECT_TRUE(file.empty());
  const auto added = addCalibration(file, lineOutput());
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().front().code, ErrorCode::notFound);
}

TEST(CalibrationStore, StandsBesideTheUsersProfiles) {
  const profiles::Environment environment = [](const char*) { return std::string("/data"); };
  EXPECT_EQ(calibrationsFile(environment).parent_path(),
            profiles::locations(environment).user.parent_path());
}

}  // namespace
}  // namespace linecheck::measure
