#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "profiles/test_support.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

using Words = std::set<std::string>;

/// The words that the schema lists under a definition.
Words schemaWords(std::string_view definition) {
  static const json::Document kSchema =
      json::parseFile(shippedFolder() / "schema" / "profile-1.schema.json").value();
  Words words;
  const auto* definitions =
      kSchema.root().getIf<json::Object>()->find("definitions")->getIf<json::Object>();
  const json::Value* entry = definitions->find(definition);
  if (entry == nullptr) return words;
  for (const json::Value& word :
       *entry->getIf<json::Object>()->find("enum")->getIf<json::Array>()) {
    words.insert(*word.getIf<std::string>());
  }
  return words;
}

Words wordsOf(const auto& vocabulary) {
  Words words;
  for (const auto& word : vocabulary) words.emplace(word.first);
  return words;
}

Words unitsOf(const auto& units) {
  Words words;
  for (const auto& unit : units) words.emplace(unit.word);
  return words;
}

TEST(Schema, ListsTheWordsThatTheLoaderKnows) {
  EXPECT_EQ(schemaWords("kind"), wordsOf(kKinds));
  EXPECT_EQ(schemaWords("confidence"), wordsOf(kConfidences));
  EXPECT_EQ(schemaWords("weighting"), wordsOf(kWeightings));
  EXPECT_EQ(schemaWords("direction"), wordsOf(kDirections));
  EXPECT_EQ(schemaWords("connector"), wordsOf(kConnectors));
  EXPECT_EQ(schemaWords("signal"), wordsOf(kSignals));
  EXPECT_EQ(schemaWords("receiver"), wordsOf(kReceivers));
  EXPECT_EQ(schemaWords("panel"), wordsOf(kPanels));
  EXPECT_EQ(schemaWords("volume_technology"), wordsOf(kVolumeTechnologies));
  EXPECT_EQ(schemaWords("taper"), wordsOf(kTapers));
  EXPECT_EQ(schemaWords("operation"), wordsOf(kOperations));
  EXPECT_EQ(schemaWords("supply"), wordsOf(kSupplies));
  EXPECT_EQ(schemaWords("current"), wordsOf(kCurrents));
  EXPECT_EQ(schemaWords("protective_class"), wordsOf(kProtectiveClasses));
  EXPECT_EQ(schemaWords("driver"), wordsOf(kDrivers));
  EXPECT_EQ(schemaWords("back"), wordsOf(kBacks));
  EXPECT_EQ(schemaWords("severity"), wordsOf(kSeverities));
}

TEST(Schema, ListsTheUnitsThatTheLoaderKnows) {
  EXPECT_EQ(schemaWords("resistance_unit"), unitsOf(kResistanceUnits));
  EXPECT_EQ(schemaWords("level_unit"), unitsOf(kLevelUnits));
  EXPECT_EQ(schemaWords("noise_unit"), unitsOf(kNoiseUnits));
  EXPECT_EQ(schemaWords("supply_unit"), unitsOf(kSupplyUnits));
  EXPECT_EQ(schemaWords("power_unit"), unitsOf(kPowerUnits));
  EXPECT_EQ(schemaWords("gain_unit"), unitsOf(kGainUnits));
  EXPECT_EQ(schemaWords("ratio_unit"), unitsOf(kRatioUnits));
  EXPECT_EQ(schemaWords("frequency_unit"), unitsOf(kFrequencyUnits));
  EXPECT_EQ(schemaWords("spl_unit"), unitsOf(kSplUnits));
  EXPECT_EQ(schemaWords("sensitivity_unit"), unitsOf(kSensitivityUnits));
}

TEST(Vocabulary, EveryMeaningHasAWord) {
  EXPECT_EQ(wordFor(kKinds, Kind::headphoneAmplifier), "headphone-amplifier");
  EXPECT_EQ(wordFor(kConnectors, Connector::jack635Trs), "jack-6.35-trs");
  EXPECT_EQ(wordFor(kProtectiveClasses, ProtectiveClass::classII), "class-2");
}

}  // namespace
}  // namespace linecheck::profiles
