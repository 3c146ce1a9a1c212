#include "profiles/user_profiles.h"

#include <gmock/gmock.h>

#include "profiles/new_profile.h"
#include "profiles/outputs.h"
#include "profiles/writer.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"
#include "test_support.h"

namespace linecheck::profiles {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class UserProfiles : public ::testing::Test {
 protected:
  UserProfiles() : locations_{folder_ / "shipped", folder_ / "mine"} {
    std::filesystem::create_directories(locations_.shipped);
    testing::writeBytes(locations_.shipped / "one.json", toFileText(device("Shipped", "One")));
  }

  static Profile device(const std::string& maker, const std::string& model) {
    return newProfile(Kind::headphones, maker, model,
                      {{"Manual", ""}, "", Confidence::datasheet, ""});
  }
  [[nodiscard]] Library library() const { return Library::load(locations_); }
  [[nodiscard]] ResultOrErrors<std::filesystem::path> save(const Profile& profile,
                                                           Clash clash = Clash::refuse) const {
    return saveProfile(profile, library(), locations_, clash);
  }

  testing::TemporaryFolder folder_;
  Locations locations_;
};

TEST_F(UserProfiles, SavesWhereTheLibraryFindsIt) {
  const Profile mine = device("Acme", "Loud");
  const auto file = save(mine);
  ASSERT_TRUE(file) << file.error().front().message();
  EXPECT_EQ(*file, locations_.user / "headphones" / "acme-loud.json");
  const Library now = library();
  ASSERT_NE(now.find("acme-loud"), nullptr);
  EXPECT_TRUE(now.find("acme-loud")->isUsers);
  EXPECT_EQ(now.find("acme-loud")->profile, mine);
}

TEST_F(UserProfiles, KeepsOneThatIsThereUnlessItIsEdited) {
  Profile mine = device("Acme", "Loud");
  ASSERT_TRUE(save(mine));
  mine.headphones->driver = Driver::planar;
  const auto refused = save(mine);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().front().what, HasSubstr("already"));
  EXPECT_EQ(library().find("acme-loud")->profile.headphones->driver, Driver::unknown);
  ASSERT_TRUE(save(mine, Clash::replaceDevice));
  EXPECT_EQ(library().find("acme-loud")->profile.headphones->driver, Driver::planar);
}

TEST_F(UserProfiles, RefusesTheIdOfAnotherDeviceUnlessTold) {
  Profile other = device("Acme", "Loud");
  other.id = "shipped-one";
  const auto refused = save(other, Clash::replaceDevice);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().front().what, HasSubstr("Shipped One"));
  ASSERT_TRUE(save(other, Clash::replaceAny));
  EXPECT_EQ(library().find("shipped-one")->profile.maker, "Acme");
}

TEST_F(UserProfiles, TakesThePlaceOfAShippedOneAndGivesItBack) {
  Profile corrected = device("Shipped", "One");
  corrected.headphones->driver = Driver::planar;
  const std::string shipped = testing::readBytes(locations_.shipped / "one.json");
  ASSERT_TRUE(save(corrected));
  EXPECT_TRUE(library().find("shipped-one")->isUsers);
  EXPECT_EQ(testing::readBytes(locations_.shipped / "one.json"), shipped);
  ASSERT_TRUE(removeProfile("shipped-one", library()));
  EXPECT_FALSE(library().find("shipped-one")->isUsers);
}

TEST_F(UserProfiles, NeverWritesOverAFileThatItCouldNotRead) {
  std::filesystem::create_directories(locations_.user / "headphones");
  const auto broken = locations_.user / "headphones" / "acme-loud.json";
  testing::writeBytes(broken, "{ half a profile");
  const auto file = save(device("Acme", "Loud"), Clash::replaceAny);
  ASSERT_TRUE(file);
  EXPECT_NE(*file, broken);
  EXPECT_EQ(testing::readBytes(broken), "{ half a profile");
}

TEST_F(UserProfiles, RefusesAProfileThatWouldNotLoad) {
  Profile nameless = device("Acme", "Loud");
  nameless.maker.clear();
  nameless.id = "Not an id";
  const auto refused = save(nameless);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().size(), 2U);
  EXPECT_FALSE(std::filesystem::exists(locations_.user));
}

TEST_F(UserProfiles, RemovesOnlyTheUsersOwn) {
  EXPECT_EQ(removeProfile("shipped-one", library()).error().code, ErrorCode::usage);
  EXPECT_EQ(removeProfile("nobody", library()).error().code, ErrorCode::notFound);
  EXPECT_TRUE(std::filesystem::exists(locations_.shipped / "one.json"));
}

TEST_F(UserProfiles, ExportsAFileThatElsewhereLoadsToTheSame) {
  const auto file = folder_ / "shared.json";
  const Profile one = library().find("shipped-one")->profile;
  ASSERT_TRUE(exportProfile(one, file, false));
  EXPECT_EQ(loadFile(file).value(), one);
  EXPECT_EQ(exportProfile(one, file, false).error().code, ErrorCode::usage);
  EXPECT_TRUE(exportProfile(one, file, true));
}

TEST(Outputs, TakeWithThemWhatActedOnThemAlone) {
  Profile amplifier = loadFile(shippedFolder() / "headphone-amplifier/topping-l30-ii.json").value();
  removePort(amplifier, "headphones");
  EXPECT_EQ(amplifier.port("headphones"), nullptr);
  EXPECT_EQ(amplifier.control("gain"), nullptr);
  EXPECT_NE(amplifier.control("volume"), nullptr) << "it acts on the other output as well";
  EXPECT_THAT(faultsOf(amplifier), IsEmpty());
}

TEST(Outputs, ShareAGainSwitchOrGetOneOfTheirOwn) {
  Profile amplifier = loadFile(shippedFolder() / "headphone-amplifier/topping-l30-ii.json").value();
  GainSwitch gains = std::get<GainSwitch>(amplifier.control("gain")->action);
  gains.steps.pop_back();
  setGainSteps(amplifier, "headphones", gains);
  EXPECT_EQ(std::get<GainSwitch>(amplifier.control("gain")->action), gains);
  setGainSteps(amplifier, "pre-out", gains);
  ASSERT_NE(gainSwitchOf(amplifier, "pre-out"), nullptr);
  EXPECT_EQ(gainSwitchOf(amplifier, "pre-out")->id, "gain-2");
  EXPECT_THAT(faultsOf(amplifier), IsEmpty());
}

TEST(NewProfile, MakesAnIdOfTheNames) {
  EXPECT_EQ(idFor("Topping", "L30 II"), "topping-l30-ii");
  EXPECT_EQ(idFor("Beyerdynamic", "DT 770 Pro (250 Ω)"), "beyerdynamic-dt-770-pro-250");
  EXPECT_EQ(idFor("Ёж", "—"), "device");
}

TEST(NewProfile, TakesAPastedLineOver) {
  const Provenance manual{{"Manual", ""}, "", Confidence::datasheet, ""};
  Profile headphones = newProfile(Kind::headphones, "Acme", "Loud", manual);
  EXPECT_THAT(takeOver(parseSpecLine("300 Ω, 97 dB/mW"), manual, std::nullopt, headphones),
              IsEmpty());
  EXPECT_EQ(headphones.headphones->impedance->value.nominal, Ohms::of(300));
  EXPECT_EQ(headphones.headphones->sensitivity->value.nominal,
            Sensitivity::perMilliwatt(DecibelsSpl::of(97)));
  EXPECT_THAT(faultsOf(headphones), IsEmpty());

  Profile amplifier = newProfile(Kind::headphoneAmplifier, "Acme", "Amp", manual);
  EXPECT_THAT(takeOver(parseSpecLine("3.5 W @ 16 Ω, output impedance < 0.1 Ω, SNR 120 dB"), manual,
                       std::nullopt, amplifier),
              IsEmpty());
  ASSERT_EQ(amplifier.ports.size(), 1U);
  EXPECT_EQ(amplifier.ports[0].powerInto.front().power.value.nominal, Watts::of(3.5));
  EXPECT_EQ(amplifier.ports[0].figures.signalToNoise->value.nominal, Decibels::of(120));
  EXPECT_THAT(faultsOf(amplifier), IsEmpty());
}

TEST(NewProfile, RefusesALineThatDoesNotFitAndStaysAsItWas) {
  const Provenance manual{{"Manual", ""}, "", Confidence::datasheet, ""};
  Profile headphones = newProfile(Kind::headphones, "Acme", "Loud", manual);
  const Profile before = headphones;
  for (const char* line : {"97 dB, 32 Ω", "3.5 W into 16 Ω", "1,000 Ω", "nothing"}) {
    EXPECT_EQ(takeOver(parseSpecLine(line), manual, std::nullopt, headphones).size(), 1U) << line;
    EXPECT_EQ(headphones, before) << line;
  }
  EXPECT_THAT(
      takeOver(parseSpecLine("97 dB, 32 Ω"), manual, Sensitivity::Reference::volt, headphones),
      IsEmpty());
  EXPECT_EQ(headphones.headphones->sensitivity->written.unit, "dB/V");
}

}  // namespace
}  // namespace linecheck::profiles
