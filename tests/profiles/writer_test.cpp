#include "profiles/writer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "random_profile.h"
#include "test_support.h"

namespace linecheck::profiles {
namespace {

/// The keys of an object in their order, with those of the objects and lists in it.
void collectKeys(const json::Value& value, const std::string& place,
                 std::vector<std::string>& keys) {
  if (const auto* object = value.getIf<json::Object>()) {
    for (const json::Member& member : object->members()) {
      if (place == "/sources" || member.key == "$schema") continue;
      keys.push_back(place + '/' + member.key);
      collectKeys(member.value, keys.back(), keys);
    }
  } else if (const auto* array = value.getIf<json::Array>()) {
    for (const json::Value& item : *array) collectKeys(item, place, keys);
  }
}

std::vector<std::string> keysOf(const json::Value& value) {
  std::vector<std::string> keys;
  collectKeys(value, "", keys);
  return keys;
}

TEST(ProfileWriter, GivesEachShippedProfileBack) {
  for (const auto& file : shippedFiles()) {
    const Profile profile = loadFile(file).value();
    const auto again = loadText(toFileText(profile));
    ASSERT_TRUE(again) << file << ": " << again.error().front().message();
    EXPECT_EQ(*again, profile) << file;
  }
}

RC_GTEST_PROP(ProfileWriter, GivesAnyProfileBack, ()) {
  const Profile profile = randomProfile();
  const auto again = loadText(toFileText(profile));
  if (!again) RC_FAIL(again.error().front().message());
  RC_ASSERT(*again == profile);
}

TEST(ProfileWriter, OrdersKeysAsInAShippedFile) {
  for (const char* name :
       {"headphones/neuropunk-m1.json", "headphone-amplifier/topping-l30-ii.json"}) {
    const auto file = shippedFolder() / name;
    EXPECT_EQ(keysOf(toJson(loadFile(file).value())), keysOf(json::parseFile(file).value().root()))
        << name;
  }
}

TEST(ProfileWriter, FollowsTheSchema) {
  const json::Schema schema = profileSchema();
  for (const auto& file : shippedFiles()) {
    const auto text = toFileText(loadFile(file).value());
    EXPECT_EQ(messages(schema.validate(json::parse(text, "a.json").value())),
              std::vector<std::string>{})
        << file;
  }
}

TEST(ProfileWriter, NamesEachSourceOnceByTheBeginningOfItsCitation) {
  Profile profile;
  for (const char* citation :
       {"Acme, HP-1 manual, 2024", "Acme, HP-1 manual, 2024", "Acme, HP-2 manual", "Acme", "—"}) {
    Note note;
    note.claim.provenance.source.citation = citation;
    profile.notes.push_back(note);
  }
  const json::Object document = toJson(profile);
  std::vector<std::string> keys;
  for (const auto& member : document.find("sources")->getIf<json::Object>()->members()) {
    keys.push_back(member.key);
  }
  EXPECT_EQ(keys, (std::vector<std::string>{"acme", "acme-hp", "acme-2", "source"}));
}

}  // namespace
}  // namespace linecheck::profiles
