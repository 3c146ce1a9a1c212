#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// What comes of this serial number of an L30.
std::vector<Finding> withSerial(const std::string& serial,
                                const std::string& profile = "topping-l30") {
  RuleDesk desk;
  desk.device(profile, kClassII).serial = serial;
  std::vector<Finding> found;
  for (const char* id : {"unsafe-serial", "disputed-serial", "unknown-serial"}) {
    for (Finding& finding : desk.found(id)) found.push_back(std::move(finding));
  }
  return found;
}

std::string idFor(const std::string& serial) {
  const auto found = withSerial(serial);
  return found.empty() ? "" : found.front().id;
}

TEST(SerialNumber, BothSourcesCallTheBatchesUpTo2011Unsafe) {
  const auto found = withSerial("20070123");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().id, "unsafe-serial");
  EXPECT_EQ(found.front().severity, Severity::danger);
  EXPECT_THAT(cures(found.front()), ElementsAre("ask-for-exchange", "replace-with-later-model"));
  EXPECT_EQ(idFor("2011999"), "unsafe-serial");
  EXPECT_EQ(idFor("S/N: 2010-00042"), "unsafe-serial");
}

TEST(SerialNumber, OnlyOneOfThemVouchesForTheBatchesFrom2012To2020) {
  const auto found = withSerial("2012001");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().id, "disputed-serial");
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(idFor("2020999"), "disputed-serial");
}

TEST(SerialNumber, BothCallTheBatchesFrom2021OnSafe) {
  EXPECT_EQ(idFor("2021001"), "");
  EXPECT_EQ(idFor("2103777"), "");
}

TEST(SerialNumber, WithoutOneThatCanBeReadThereIsAQuestionAndNoMore) {
  for (const char* serial : {"", "L302010", "201", "unknown", "99991234"}) {
    const auto found = withSerial(serial);
    ASSERT_THAT(found, SizeIs(1)) << serial;
    EXPECT_EQ(found.front().id, "unknown-serial") << serial;
    EXPECT_EQ(found.front().severity, Severity::info);
  }
}

TEST(SerialNumber, OtherModelsAreNotAsked) {
  EXPECT_THAT(withSerial("20070123", "topping-l30-ii"), IsEmpty());
  EXPECT_THAT(withSerial("", "topping-l70"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
