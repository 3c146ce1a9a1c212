#include "profiles/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profiles/text_folding.h"

namespace linecheck::profiles {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FoldedWords, IgnoreCaseAndAccents) {
  EXPECT_THAT(foldedWords("Topping L30-II"), ElementsAre("topping", "l30", "ii"));
  EXPECT_THAT(foldedWords("Beyerdynamic, DT 1990 PRO"),
              ElementsAre("beyerdynamic", "dt", "1990", "pro"));
  EXPECT_THAT(foldedWords("Élan Čuk Øresund Łódź"), ElementsAre("elan", "cuk", "oresund", "lodz"));
  EXPECT_THAT(foldedWords("E\xcc\x81lan"), ElementsAre("elan")) << "accents as their own marks";
  EXPECT_THAT(foldedWords("НАУШНИКИ Ёлка Ωμέγα"), ElementsAre("наушники", "ёлка", "ωμέγα"));
  EXPECT_THAT(foldedWords("6.35 мм – “jack”"), ElementsAre("6", "35", "мм", "jack"));
  EXPECT_THAT(foldedWords("音楽 スタジオ"), ElementsAre("音楽", "スタジオ"));
  EXPECT_THAT(foldedWords("  -- "), IsEmpty());
}

TEST(FoldedWords, SurviveBytesThatAreNotUtf8) {
  EXPECT_THAT(foldedWords("a\xff\xfe"
                          "b"),
              ElementsAre("a", "b"));
  EXPECT_THAT(foldedWords("caf\xc3"), ElementsAre("caf"));
  EXPECT_THAT(foldedWords("x\xe2\x82y"), ElementsAre("x", "y"));
  EXPECT_THAT(foldedWords("\xf0\x9f\x8e\xa7"), ElementsAre("\xf0\x9f\x8e\xa7"));
}

Profile named(std::string maker, std::string model, Kind kind) {
  Profile profile;
  profile.maker = std::move(maker);
  profile.model = std::move(model);
  profile.kind = kind;
  return profile;
}

TEST(Relevance, EveryWordMustBeFound) {
  const Profile l30 = named("Topping", "L30 II", Kind::headphoneAmplifier);
  EXPECT_GT(relevance(l30, "topping l30"), 0);
  EXPECT_GT(relevance(l30, "L30ii"), 0);
  EXPECT_GT(relevance(l30, "l30-II TOPPING"), 0);
  EXPECT_GT(relevance(l30, "top amp"), 0) << "the kind counts too";
  EXPECT_EQ(relevance(l30, "topping l70"), 0);
  EXPECT_EQ(relevance(l30, "x"), 0);
  EXPECT_EQ(relevance(l30, ""), 0);
}

TEST(Relevance, RanksTheModelFirst) {
  const Profile l30 = named("Topping", "L30", Kind::headphoneAmplifier);
  const Profile hl30 = named("Topping", "HL300", Kind::headphoneAmplifier);
  const Profile maker = named("L30 Audio", "One", Kind::headphoneAmplifier);
  EXPECT_GT(relevance(l30, "l30"), relevance(maker, "l30"));
  EXPECT_GT(relevance(maker, "l30"), relevance(hl30, "l30"));
  EXPECT_GT(relevance(hl30, "l30"), 0);
}

TEST(Relevance, KnowsOtherNames) {
  Profile zenGo = named("Antelope Audio", "Zen Go Synergy Core", Kind::audioInterface);
  EXPECT_EQ(relevance(zenGo, "azg"), 0);
  zenGo.alsoKnownAs = {"AZG"};
  EXPECT_GT(relevance(zenGo, "azg"), 0);
  EXPECT_GT(relevance(zenGo, "zengo"), 0) << "spaces do not matter";
}

}  // namespace
}  // namespace linecheck::profiles
