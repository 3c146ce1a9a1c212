#include "text/figures_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace linecheck::ui {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;

std::vector<std::string> rows(const Figures& figures) {
  std::vector<std::string> list;
  for (const Figure& f : figures) {
    list.push_back(f.name.toStdString() + ": " + f.reading.text().toStdString());
  }
  return list;
}

const LiveLevel kLevel{DecibelsFs::of(-61.84), DecibelsPeak::of(-55.2)};

const measure::ChannelAnalysis kAnalysis = [] {
  measure::ChannelAnalysis analysis;
  analysis.hum.present = true;
  analysis.hum.fundamental = Hertz::of(50.00312);
  analysis.hum.fundamentalStandardError = Hertz::of(0.00034);
  analysis.hum.total = DecibelsFs::of(-62.1);
  analysis.tone.emplace();
  analysis.tone->frequency = Hertz::of(997.0);
  analysis.tone->level = DecibelsFs::of(-20.004);
  analysis.tone->thdn = Decibels::of(-98.76);
  analysis.noise.unweighted = DecibelsFs::of(-110.0);
  analysis.noise.aWeighted = DecibelsFs::of(-112.3);
  return analysis;
}();

TEST(ResultFigures, HaveEachAUnit) {
  EXPECT_THAT(rows(resultFigures(kLevel, &kAnalysis, {})),
              ElementsAre("Level: −61.8\u2009dBFS", "Peak: −55.2\u2009dBFS",
                          "Hum in all: −62.1\u2009dBFS", "Mains: 50.0031 ± 0.0004\u2009Hz",
                          "Tone: −20.00\u2009dBFS", "THD+N: −98.8\u2009dB",
                          "Noise: −110.0\u2009dBFS", "Noise, A-weighted: −112.3\u2009dBFS"));
}

TEST(ResultFigures, FollowTheScaleWhereItMakesSense) {
  const LevelScale dbu(LevelUnit::dbu, Calibration::withFullScaleAt(DecibelsU::of(20.0)));
  const auto list = rows(resultFigures(kLevel, &kAnalysis, dbu));
  EXPECT_EQ(list[0], "Level: −41.8\u2009dBu");
  EXPECT_EQ(list[1], "Peak: −55.2\u2009dBFS");  // A sample peak is no RMS level.
  EXPECT_EQ(list[5], "THD+N: −98.8\u2009dB");
}

TEST(ResultFigures, SayWhyTheyAreUnknown) {
  const measure::ChannelAnalysis clean;
  for (const Figure& figure : resultFigures(kLevel, &clean, {})) {
    const bool unknown = figure.reading == unknownReading();
    EXPECT_FALSE(unknown && figure.note.isEmpty()) << figure.name.toStdString();
  }
  const Figures none = resultFigures({}, nullptr, {});
  EXPECT_EQ(none.size(), 8u);
  EXPECT_THAT(none, Each(Field(&Figure::reading, unknownReading())));
  for (const Figure& figure : none) EXPECT_FALSE(figure.note.isEmpty());
}

}  // namespace
}  // namespace linecheck::ui
