#include "text/reading.h"

#include <gtest/gtest.h>

#include <limits>

namespace linecheck::ui {
namespace {

std::string text(const Reading& reading) {
  return reading.text().toStdString();
}

TEST(Reading, PutsAThinSpaceBeforeTheUnit) {
  EXPECT_EQ(text(decibelsReading(Decibels::of(-96.24))), "\u221296.2\u2009dB");
}

TEST(Reading, SaysWhatIsUnknownAndWhatIsSilent) {
  EXPECT_EQ(text(unknownReading()), "—");
  EXPECT_EQ(text(decibelsReading(Decibels::of(-std::numeric_limits<double>::infinity()))),
            "\u2212∞\u2009dB");
}

TEST(Reading, ShowsFrequenciesInHertzAndKilohertz) {
  EXPECT_EQ(text(frequencyReading(Hertz::of(50.021), 2)), "50.02\u2009Hz");
  EXPECT_EQ(text(frequencyReading(Hertz::of(999.94))), "999.9\u2009Hz");
  EXPECT_EQ(text(frequencyReading(Hertz::of(997.0), 0)), "997\u2009Hz");
  EXPECT_EQ(text(frequencyReading(Hertz::of(1000.0), 0)), "1.000\u2009kHz");
  EXPECT_EQ(text(frequencyReading(Hertz::of(12345.6), 2)), "12.3456\u2009kHz");
}

TEST(Reading, ShowsVoltsWithThreeFiguresAndAPrefix) {
  EXPECT_EQ(text(voltsReading(Volts::of(7.746))), "7.75\u2009V");
  EXPECT_EQ(text(voltsReading(Volts::of(0.316))), "316\u2009mV");
  EXPECT_EQ(text(voltsReading(Volts::of(5.2e-6))), "5.20\u2009µV");
  EXPECT_EQ(text(voltsReading(Volts::of(0.0))), "0\u2009V");
  EXPECT_EQ(text(voltsReading(Volts::of(12.346))), "12.3\u2009V");
}

TEST(Reading, RoundsIntoTheNextPrefix) {
  EXPECT_EQ(text(voltsReading(Volts::of(0.9996))), "1.00\u2009V");
  EXPECT_EQ(text(voltsReading(Volts::of(9.996))), "10.0\u2009V");
  EXPECT_EQ(text(voltsReading(Volts::of(0.0999951))), "100\u2009mV");
}

TEST(Reading, ShowsSharesAsPercent) {
  EXPECT_EQ(text(percentReading(0.938)), "94\u2009%");
}

}  // namespace
}  // namespace linecheck::ui
