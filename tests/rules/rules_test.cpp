#include "rules/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "rules/common_fixes.h"
#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
namespace fs = std::filesystem;
using ::testing::SizeIs;

std::string fileText(const fs::path& path) {
  std::ifstream stream(path);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// "connectors-mate" → ".../src/rules/connectors_mate.cpp"
fs::path fileOf(std::string_view rule) {
  std::string stem(rule);
  std::replace(stem.begin(), stem.end(), '-', '_');
  return fs::path(LINECHECK_SOURCE_DIR) / "src" / "rules" / (stem + ".cpp");
}

/// Two devices with a plug that fits nowhere between them, as often as is asked for.
RuleDesk misfits(int count) {
  RuleDesk desk;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    desk.device("from-" + number, kClassII);
    desk.device("to-" + number, kClassII);
    desk.rca("cable-" + number, "from-" + number, "to-" + number).to.plug = Connector::xlr3;
  }
  return desk;
}

TEST(Rules, AreInOrderOfTheirNamesAndEachIsAFileOfThatName) {
  std::set<std::string_view> names;
  std::string_view last;
  ASSERT_FALSE(allRules().empty());
  for (const Rule& rule : allRules()) {
    EXPECT_LT(last, rule.name);
    EXPECT_TRUE(fs::exists(fileOf(rule.name))) << fileOf(rule.name);
    names.insert(rule.name);
    last = rule.name;
  }
  static const std::regex kMakesARule(R"((^|\n)Rule \w+\(\))");
  for (const auto& entry :
       fs::directory_iterator(fs::path(LINECHECK_SOURCE_DIR) / "src" / "rules")) {
    if (!std::regex_search(fileText(entry.path()), kMakesARule)) continue;
    std::string name = entry.path().stem().string();
    std::replace(name.begin(), name.end(), '_', '-');
    EXPECT_TRUE(names.contains(name)) << name << " is not in rule_list.inc.";
  }
}

TEST(Rules, EachHasWordsForWhatItFindsAndNoOtherHasThem) {
  std::set<std::string_view> findings;
  std::set<std::string_view> fixes;
  for (const Text& text : commonFixes()) fixes.insert(text.id);
  for (const Rule& rule : allRules()) {
    EXPECT_FALSE(rule.findings.empty()) << rule.name;
    for (const Text& text : rule.findings) {
      EXPECT_FALSE(text.pattern.empty()) << text.id;
      EXPECT_TRUE(findings.insert(text.id).second) << text.id << " is there twice.";
    }
    for (const Text& text : rule.fixes) {
      EXPECT_FALSE(text.pattern.empty()) << text.id;
      EXPECT_TRUE(fixes.insert(text.id).second) << text.id << " is there twice.";
    }
  }
}

TEST(Rules, AreAllDescribedForTheReader) {
  const std::string document = fileText(fs::path(LINECHECK_SOURCE_DIR) / "docs" / "rules.md");
  const auto has = [&](const std::string& words) {
    return document.find(words) != std::string::npos;
  };
  for (const Rule& rule : allRules()) {
    EXPECT_TRUE(has("\n### " + std::string(rule.name) + "\n")) << rule.name;
    for (const Text& text : rule.findings) {
      EXPECT_TRUE(has("`" + std::string(text.id) + "`")) << text.id;
    }
  }
}

TEST(Rules, NoWordsEverSpeakAgainstTheEarth) {
  static const std::regex kAgainst(
      "(lift|cut|remove|disconnect|tape|unplug|break|open)[^.]{0,40}earth", std::regex::icase);
  const auto look = [&](std::span<const Text> texts) {
    for (const Text& text : texts) {
      EXPECT_FALSE(std::regex_search(text.pattern.begin(), text.pattern.end(), kAgainst))
          << text.pattern;
    }
  };
  look(commonFixes());
  for (const Rule& rule : allRules()) look(rule.fixes);
}

TEST(Check, FindsNothingOnAnEmptyDesk) {
  EXPECT_THAT(RuleDesk().findings(), SizeIs(0));
}

TEST(Check, SortsByGravityThenByTheChain) {
  const RuleDesk desk = misfits(3);
  const auto findings = desk.findings();
  Severity last = Severity::danger;
  for (const Finding& finding : findings) {
    EXPECT_LE(finding.severity, last);
    last = finding.severity;
  }
  const auto misfit = desk.found("plug-does-not-fit");
  ASSERT_THAT(misfit, SizeIs(3));
  for (std::size_t i = 0; i < misfit.size(); ++i) {
    EXPECT_EQ(misfit[i].where.front().part, "cable-" + std::to_string(i));
  }
}

TEST(Check, SortsTheCuresByCost) {
  for (const Finding& finding : misfits(2).findings()) {
    EXPECT_TRUE(
        std::is_sorted(finding.fixes.begin(), finding.fixes.end(),
                       [](const chain::Fix& a, const chain::Fix& b) { return a.cost < b.cost; }));
  }
}

TEST(Check, MarksWhatTheChainApprovesOfAndNothingElse) {
  RuleDesk desk = misfits(2);
  const auto before = desk.found("plug-does-not-fit");
  ASSERT_THAT(before, SizeIs(2));
  EXPECT_FALSE(before[0].isApproved);
  desk.chain.approvals.push_back(approvalOf(before[0]));
  const auto after = desk.found("plug-does-not-fit");
  ASSERT_THAT(after, SizeIs(2));
  EXPECT_TRUE(after[0].isApproved);
  EXPECT_FALSE(after[1].isApproved);
}

/// A desk of four devices whose cables and sockets are anything at all.
RuleDesk randomDesk(std::mt19937& random) {
  RuleDesk desk(randomGroundDesk(random));
  const auto below = [&](auto limit) { return static_cast<int>(random() % limit); };
  const auto connector = [&] { return static_cast<Connector>(below(21u)); };
  for (auto& [id, profile] : desk.profiles) {
    profile.kind = static_cast<Kind>(below(15u));
    for (profiles::Port& port : profile.ports) {
      if (below(2u) == 0) port.connector = connector();
      if (below(3u) == 0) port.balanced = below(2u) == 0;
      if (below(2u) == 0) port.signals = {static_cast<Signal>(below(12u))};
    }
  }
  for (chain::Cable& cable : desk.chain.cables) {
    if (below(2u) == 0) cable.kind = static_cast<chain::CableKind>(below(7u));
    if (below(2u) == 0) cable.length = Metres::of(below(30u));
    if (below(2u) == 0) cable.beside.insert(static_cast<chain::Neighbour>(below(3u)));
    for (chain::CableEnd* end : {&cable.from, &cable.to}) {
      if (below(3u) == 0) end->plug = connector();
      if (below(3u) == 0) {
        end->adapters.push_back({connector(), connector(), static_cast<chain::Pin3>(below(3u))});
      }
    }
  }
  return desk;
}

TEST(Check, OfAnyDeskGivesWordsPlacesAndCuresInOrder) {
  std::mt19937 random(11);
  std::set<std::string> seen;
  for (int round = 0; round < 2000; ++round) {
    SCOPED_TRACE(round);
    const RuleDesk desk = randomDesk(random);
    for (const Finding& finding : desk.findings()) {
      seen.insert(finding.id);
      RuleDesk::expectWorded(finding);
      for (const chain::Place& place : finding.where) {
        EXPECT_TRUE(place.part.empty() || desk.chain.hasPart(place.part)) << place.text();
      }
      EXPECT_TRUE(
          std::is_sorted(finding.fixes.begin(), finding.fixes.end(),
                         [](const chain::Fix& a, const chain::Fix& b) { return a.cost < b.cost; }))
          << finding.id;
    }
  }
  EXPECT_GT(seen.size(), 10u);
}

TEST(Check, AnApprovalNamesTheFindingAndTheParts) {
  const auto found = misfits(1).found("plug-does-not-fit");
  ASSERT_THAT(found, SizeIs(1));
  const chain::Approval approval = approvalOf(found.front());
  EXPECT_EQ(approval.finding, "plug-does-not-fit");
  EXPECT_THAT(approval.where, ::testing::ElementsAre("cable-0", "to-0"));
}

}  // namespace
}  // namespace linecheck::rules
