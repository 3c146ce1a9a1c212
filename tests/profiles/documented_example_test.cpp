#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "profiles/test_support.h"

namespace linecheck::profiles {
namespace {

/// The example of docs/profile-format.md: its only block that is a whole profile.
std::string documentedExample() {
  std::ifstream stream(std::filesystem::path(LINECHECK_SOURCE_DIR) / "docs" / "profile-format.md");
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  const std::string opening = "```json\n{\n  \"schema\"";
  const auto begin = text.find(opening);
  if (begin == std::string::npos) return "";
  const auto first = begin + std::string_view("```json\n").size();
  return text.substr(first, text.find("```", first) - first);
}

TEST(DocumentedExample, IsAGoodProfile) {
  const auto document = json::parse(documentedExample(), "example");
  ASSERT_TRUE(document) << document.error().message();
  const auto profile = load(*document);
  ASSERT_TRUE(profile) << profile.error().front().message();
  for (const Error& error : profileSchema().validate(*document)) ADD_FAILURE() << error.message();

  EXPECT_EQ(profile->id, "acme-hp-1");
  EXPECT_EQ(profile->kind, Kind::headphoneAmplifier);
  EXPECT_EQ(profile->ports.size(), 2U);
  ASSERT_NE(profile->port("headphones"), nullptr);
  EXPECT_EQ(profile->port("headphones")->impedance->value,
            (Interval<Ohms>{Ohms::of(2), Ohms::of(1), Ohms::of(3)}));
  EXPECT_EQ(profile->port("headphones")->impedance->alternatives.size(), 1U);
}

}  // namespace
}  // namespace linecheck::profiles
