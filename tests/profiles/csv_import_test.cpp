#include "profiles/csv_import.h"

#include <gmock/gmock.h>

#include "test_support.h"

namespace linecheck::profiles {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

CsvDefaults allGiven(Kind kind) {
  return {kind, Source{"A table", ""}, Confidence::article, std::nullopt};
}

std::vector<Profile> imported(std::string_view text, const CsvDefaults& defaults) {
  auto profiles = importCsv(text, "t.csv", defaults);
  if (!profiles) {
    for (const std::string& line : messages(profiles.error())) ADD_FAILURE() << line;
    return {};
  }
  return *std::move(profiles);
}

std::vector<std::string> faults(std::string_view text, const CsvDefaults& defaults) {
  const auto profiles = importCsv(text, "t.csv", defaults);
  return profiles ? std::vector<std::string>{} : messages(profiles.error());
}

TEST(CsvImport, MakesHeadphonesWithASourceForEachRow) {
  const auto profiles = imported(
      "Maker,Model,Kind,Driver,Impedance (ohm),Sensitivity "
      "(dB/mW),Source,URL,Where,Confidence,Note\n"
      "Acme,\"Big, One\",headphones,planar,16,91.5,Manual,https://example.org,page 3,datasheet,\n"
      "Acme,Small,headphones,,32 Ω,103,Bench,,,measured,\"At 1 kHz\"\n",
      {});
  ASSERT_THAT(profiles, SizeIs(2));
  const Profile& big = profiles[0];
  EXPECT_EQ(big.id, "acme-big-one");
  EXPECT_EQ(big.headphones->driver, Driver::planar);
  EXPECT_EQ(big.headphones->impedance->value.nominal, Ohms::of(16));
  EXPECT_EQ(big.headphones->sensitivity->value.nominal,
            Sensitivity::perMilliwatt(DecibelsSpl::of(91.5)));
  EXPECT_EQ(big.headphones->impedance->provenance,
            (Provenance{{"Manual", "https://example.org"}, "page 3", Confidence::datasheet, ""}));
  EXPECT_EQ(profiles[1].headphones->driver, Driver::unknown);
  EXPECT_EQ(profiles[1].headphones->sensitivity->provenance.note, "At 1 kHz");
}

TEST(CsvImport, ReadsDecimalCommasAfterSemicolons) {
  const auto profiles = imported(
      "\xEF\xBB\xBFmaker;model;impedance;impedance unit;sensitivity;reference\n"
      "Acme;A;0,25;kohm;97,5;mW\nAcme;B;62,5;ohm;112,0;V\n",
      allGiven(Kind::headphones));
  ASSERT_THAT(profiles, SizeIs(2));
  EXPECT_EQ(profiles[0].headphones->impedance->value.nominal, Ohms::of(250));
  EXPECT_EQ(profiles[0].headphones->sensitivity->value.nominal,
            Sensitivity::perMilliwatt(DecibelsSpl::of(97.5)));
  EXPECT_EQ(profiles[1].headphones->sensitivity->value.nominal,
            Sensitivity::perVolt(DecibelsSpl::of(112)));
}

TEST(CsvImport, KeepsRangesAndBounds) {
  const auto profiles = imported(
      "maker,model,impedance low,impedance high,impedance (ohm),sensitivity\n"
      "Acme,A,20,27,,97 ± 3 dB/mW\n",
      allGiven(Kind::headphones));
  ASSERT_THAT(profiles, SizeIs(1));
  EXPECT_EQ(profiles[0].headphones->impedance->written, (Written{std::nullopt, 20, 27, "ohm"}));
  EXPECT_EQ(profiles[0].headphones->impedance->value.nominal, Ohms::of(23.5));
  EXPECT_EQ(profiles[0].headphones->sensitivity->written, (Written{97, 94, 100, "dB/mW"}));
}

TEST(CsvImport, MakesOneDeviceOfItsOutputs) {
  const auto profiles = imported(
      "maker\tmodel\toutput\tconnector\tbalanced\toutput_impedance_ohm\tpower into 32 ohm (mW)\t"
      "power_16_ohm_mw\tmaximum level (V)\tnoise (uV)\tgain\n"
      "Acme\tAmp\tPhones\tjack-6.35-trs\tno\t< 0.1\t580\t900\t7.5\t0.3\tL -14 | H 16.5\n"
      "Acme\tAmp\tBalanced\txlr-4\tyes\t0.2\t1900\t\t15\t\t\n",
      allGiven(Kind::headphoneAmplifier));
  ASSERT_THAT(profiles, SizeIs(1));
  ASSERT_THAT(profiles[0].ports, SizeIs(2));
  const Port& phones = profiles[0].ports[0];
  EXPECT_EQ(phones.id, "phones");
  EXPECT_EQ(phones.connector, Connector::jack635Trs);
  EXPECT_EQ(phones.balanced, false);
  EXPECT_EQ(phones.impedance->value.high, Ohms::of(0.1));
  ASSERT_THAT(phones.powerInto, SizeIs(2));
  EXPECT_EQ(phones.powerInto[0].load, Ohms::of(16));
  EXPECT_EQ(phones.powerInto[0].power.value.nominal, Watts::ofMilli(900));
  EXPECT_EQ(phones.powerInto[1].load, Ohms::of(32));
  EXPECT_EQ(phones.noise->written.unit, "uV");
  EXPECT_EQ(profiles[0].ports[1].balanced, true);
  EXPECT_THAT(profiles[0].ports[1].powerInto, SizeIs(1));
  ASSERT_THAT(profiles[0].controls, SizeIs(1));
  const auto& gain = std::get<GainSwitch>(profiles[0].controls[0].action);
  ASSERT_THAT(gain.steps, SizeIs(2));
  EXPECT_EQ(gain.steps[0].name, "L");
  EXPECT_EQ(gain.steps[1].gain.value.nominal, Decibels::of(16.5));
  EXPECT_THAT(profiles[0].controls[0].ports, ElementsAre("phones"));
}

TEST(CsvImport, AsksForTheReferenceUnlessItIsGiven) {
  const std::string_view table = "maker,model,impedance (ohm),sensitivity (dB)\nAcme,A,32,100\n";
  CsvDefaults defaults = allGiven(Kind::headphones);
  EXPECT_THAT(faults(table, defaults),
              ElementsAre(HasSubstr("t.csv:2, sensitivity: Is this per mW or per V?")));
  defaults.reference = Sensitivity::Reference::volt;
  const auto profiles = imported(table, defaults);
  ASSERT_THAT(profiles, SizeIs(1));
  EXPECT_EQ(profiles[0].headphones->sensitivity->written.unit, "dB/V");
}

TEST(CsvImport, KeepsAReferenceOfTheRowsOwn) {
  CsvDefaults defaults = allGiven(Kind::headphones);
  defaults.reference = Sensitivity::Reference::volt;
  const auto profiles =
      imported("maker,model,sensitivity\nAcme,A,100 dB/mW\nAcme,B,100 dB\n", defaults);
  ASSERT_THAT(profiles, SizeIs(2));
  EXPECT_EQ(profiles[0].headphones->sensitivity->written.unit, "dB/mW");
  EXPECT_EQ(profiles[1].headphones->sensitivity->written.unit, "dB/V");
}

TEST(CsvImport, TellsEveryFaultWithRowAndColumn) {
  EXPECT_THAT(faults("maker,model,kind,driver,impedance,sensitivity (dB/mW),source,confidence\n"
                     "Acme,A,headphones,paper,32,97,Manual,datasheet\n"
                     ",B,headphones,,16 ohm,loud,,sure\n"
                     "Acme,C,monitor,,,,Manual,datasheet\n"
                     "Acme,A,headphones,,0 ohm,\"97,5\",Manual,datasheet\n",
                     {}),
              ElementsAre(HasSubstr("t.csv:2, driver: “paper” must be one of"),
                          HasSubstr("t.csv:2, impedance: The unit is missing"),
                          HasSubstr("t.csv:3, source: Where do these figures come from?"),
                          HasSubstr("t.csv:3, confidence: “sure” must be one of"),
                          HasSubstr("t.csv:3, maker: This cell must not be empty."),
                          HasSubstr("t.csv:3, sensitivity: “loud” is no number"),
                          HasSubstr("t.csv:4, kind: Only headphones and devices"),
                          HasSubstr("t.csv:5, id: The id “acme-a” is that of row 2 already")));
}

TEST(CsvImport, RefusesADecimalCommaWhereCommasPartCells) {
  EXPECT_THAT(faults("maker,model,impedance (ohm)\nAcme,A,\"32,5\"\nAcme,B,0\n",
                     allGiven(Kind::headphones)),
              ElementsAre(HasSubstr("t.csv:2, impedance: “32,5” has a comma"),
                          HasSubstr("t.csv:3, impedance: The impedance of headphones")));
}

TEST(CsvImport, RefusesTwoUnitsOfOneFigure) {
  EXPECT_THAT(
      faults("maker,model,sensitivity (dB/V)\nAcme,A,97 dB/mW\n", allGiven(Kind::headphones)),
      ElementsAre(HasSubstr("t.csv:2, sensitivity: Two")));
  EXPECT_THAT(faults("maker,model,impedance (ohm)\nAcme,A,1 kohm\n", allGiven(Kind::headphones)),
              ElementsAre(HasSubstr("t.csv:2, impedance: Two units")));
}

TEST(CsvImport, TellsMilliFromMega) {
  const auto profiles = imported("maker,model,output impedance (mohm)\nAcme,A,50\n",
                                 allGiven(Kind::headphoneAmplifier));
  ASSERT_THAT(profiles, SizeIs(1));
  EXPECT_EQ(profiles[0].ports[0].impedance->value.nominal, Ohms::of(0.05));
  EXPECT_THAT(
      faults("maker,model,power into 32 ohm (MW)\nAcme,A,50\n", allGiven(Kind::headphoneAmplifier)),
      ElementsAre(HasSubstr("The unit must be one of W, mW")));
}

TEST(CsvImport, RefusesColumnsThatItDoesNotKnow) {
  EXPECT_THAT(faults("maker,model,colour,brand\nAcme,A,red,Acme\n", allGiven(Kind::headphones)),
              ElementsAre(HasSubstr("t.csv:1: There is no column “colour”"),
                          HasSubstr("t.csv:1: The column “brand” says")));
}

TEST(CsvImport, TellsFiguresOnTheWrongKindOfDevice) {
  EXPECT_THAT(faults("maker,model,kind,impedance (ohm),noise (uV)\nAcme,A,headphones,32,5\n"
                     "Acme,B,dac,32,\n",
                     allGiven(Kind::headphones)),
              ElementsAre(HasSubstr("t.csv:2, noise: Headphones have no outputs"),
                          HasSubstr("t.csv:3, impedance: This is a figure of headphones")));
}

}  // namespace
}  // namespace linecheck::profiles
