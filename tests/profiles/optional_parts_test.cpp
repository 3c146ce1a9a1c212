// What a profile may say beside the figures: each part that is there is read, each that is not
// stays unknown, and the schema allows the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profiles/listing.h"
#include "profiles/test_support.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

constexpr std::string_view kSaidSo = R"("source": "manual", "confidence": "datasheet")";

/// Loads the profile and holds it against the schema too.
Profile goodProfile(const std::string& text) {
  const json::Document document = json::parse(text, "a.json").value();
  for (const Error& error : profileSchema().validate(document)) ADD_FAILURE() << error.message();
  auto profile = load(document);
  if (!profile) {
    for (const std::string& line : messages(profile.error())) ADD_FAILURE() << line;
    return {};
  }
  return *std::move(profile);
}

std::string with(const std::string& kind, const std::string& portKeys, const std::string& parts) {
  return R"({"schema": "linecheck.profile/1", "id": "a", "kind": ")" + kind +
         R"(", "maker": "Maker", "model": "Model",
             "sources": {"manual": {"citation": "Maker, Manual, page 7"}},
             "ports": [{"id": "in", "name": "In", "direction": "in", "connector": "xlr-3",
                        "channels": 1, "balanced": true, "signals": ["line"], )" +
         portKeys + std::string(kSaidSo) + "}]" + parts + "}";
}

Profile plain(const std::string& portKeys, const std::string& parts = {}) {
  return goodProfile(with("monitor", portKeys, parts));
}

std::string claim(const std::string& key) {
  return ", \"" + key + "\": {" + std::string(kSaidSo) + "}";
}

std::string power(const std::string& parts) {
  return R"(, "power": {"supply": "internal-mains", )" + std::string(kSaidSo) + parts + "}";
}

TEST(OptionalParts, AreUnknownWhereNobodySaysThem) {
  const Profile profile = plain("", power(""));
  EXPECT_FALSE(profile.ports[0].receiver);
  EXPECT_FALSE(profile.ports[0].commonModeRejection);
  EXPECT_FALSE(profile.needsAirflow);
  EXPECT_FALSE(profile.power->activePfc);
  EXPECT_FALSE(profile.power->earthedPlug);
}

TEST(OptionalParts, AReceiverIsDifferentialOrSingleEnded) {
  EXPECT_EQ(plain(R"("receiver": "differential", )").ports[0].receiver, Receiver::differential);
  EXPECT_EQ(plain(R"("receiver": "single-ended", )").ports[0].receiver, Receiver::singleEnded);
}

TEST(OptionalParts, CommonModeRejectionIsAFigureAndIsListed) {
  const Profile profile = plain(R"("common_mode_rejection": {"value": 60, "range": [50, 70],
      "unit": "dB", "source": "manual", "confidence": "datasheet"}, )");
  const Port& port = profile.ports[0];
  ASSERT_TRUE(port.commonModeRejection);
  EXPECT_EQ(port.commonModeRejection->value,
            (Interval<Decibels>{Decibels::of(60), Decibels::of(50), Decibels::of(70)}));
  const std::vector<FigureRow> rows = figureRows(profile);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].name, "In: common-mode rejection");
}

TEST(OptionalParts, ClaimsStandAlone) {
  const Profile profile =
      plain("", claim("needs_airflow") + power(claim("active_pfc") + claim("earthed_plug")));
  for (const auto& said :
       {profile.needsAirflow, profile.power->activePfc, profile.power->earthedPlug}) {
    ASSERT_TRUE(said);
    EXPECT_EQ(said->provenance.source.citation, "Maker, Manual, page 7");
    EXPECT_EQ(said->provenance.confidence, Confidence::datasheet);
  }
  EXPECT_FALSE(plain("", claim("needs_airflow") + power("")).power->activePfc);
}

TEST(OptionalParts, AClaimNeedsASource) {
  const auto profile = loadText(profileWith(R"("needs_airflow": {"confidence": "datasheet"},)"));
  ASSERT_FALSE(profile);
  EXPECT_THAT(profile.error().front().message(), HasSubstr("needs_airflow"));
}

TEST(OptionalParts, AVolumeMayTellItsTaper) {
  const auto taper = [](const std::string& key) {
    const Profile profile =
        plain("", R"(, "controls": [{"id": "volume", "name": "Volume", "type": "volume",
                      "technology": "potentiometer", )" +
                      key + std::string(kSaidSo) + "}]");
    return std::get<Volume>(profile.controls.at(0).action).taper;
  };
  EXPECT_EQ(taper(R"("taper": "audio", )"), Taper::audio);
  EXPECT_EQ(taper(R"("taper": "linear", )"), Taper::linear);
  EXPECT_EQ(taper(""), std::nullopt);
}

TEST(OptionalParts, HeadphonesMayTellWhatLiesBehindTheDriver) {
  const auto back = [](const std::string& key) {
    return goodProfile(with("headphones", "",
                            R"(, "headphones": {"driver": {"type": "air-motion", )" +
                                std::string(kSaidSo) + "}" + key + "}"))
        .headphones->back;
  };
  EXPECT_EQ(back(""), std::nullopt);
  for (const auto& [word, type] : kBacks) {
    const auto said =
        back(R"(, "back": {"type": ")" + std::string(word) + "\", " + std::string(kSaidSo) + "}");
    ASSERT_TRUE(said);
    EXPECT_EQ(said->type, type);
    EXPECT_EQ(said->claim.provenance.source.citation, "Maker, Manual, page 7");
  }
}

TEST(OptionalParts, EveryKindButHeadphonesLoadsWithoutMore) {
  for (const auto& [word, kind] : kKinds) {
    if (kind == Kind::headphones) continue;
    EXPECT_EQ(goodProfile(with(std::string(word), "", "")).kind, kind);
  }
}

TEST(OptionalParts, Aes3IsADigitalSignal) {
  const Profile profile = goodProfile(
      R"({"schema": "linecheck.profile/1", "id": "a", "kind": "dac", "maker": "Maker",
          "model": "Model", "sources": {"manual": {"citation": "Maker, Manual, page 7"}},
          "ports": [{"id": "aes", "name": "AES", "direction": "in", "connector": "xlr-3",
                     "channels": 2, "balanced": true, "signals": ["digital-aes3"],
                     "source": "manual", "confidence": "datasheet"}]})");
  EXPECT_THAT(profile.ports.at(0).signals, testing::ElementsAre(Signal::digitalAes3));
}

}  // namespace
}  // namespace linecheck::profiles
