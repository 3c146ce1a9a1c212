#include "setup/words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "setup/cause_words.h"

namespace linecheck::setup {
namespace {

TEST(StepWords, EachStepHasOneIdeaAndAShortWhy) {
  std::set<std::string> titles;
  for (const StepId step : stepIds()) {
    const StepWords words = wordsOf(step);
    titles.insert(words.title.english());
    EXPECT_FALSE(words.idea.english().empty());
    EXPECT_FALSE(words.why.english().empty());
    EXPECT_EQ(words.why.english().find('!'), std::string::npos);
    EXPECT_LE(words.why.english().size(), 260u) << "Two sentences at most.";
  }
  EXPECT_EQ(titles.size(), stepIds().size());
}

TEST(StepWords, HowSomethingIsKnownHasItsOwnWord) {
  std::set<std::string_view> words;
  for (const KnownBy by : {KnownBy::measured, KnownBy::system, KnownBy::chain, KnownBy::user}) {
    words.insert(knownByWords(by));
    EXPECT_EQ(findKnownBy(knownByName(by)), by);
  }
  EXPECT_EQ(words.size(), 4u);
  EXPECT_EQ(findKnownBy("rumour"), std::nullopt);
}

TEST(CauseWords, EachCauseHasItsOwn) {
  std::set<std::string> words;
  for (const diagnosis::Cause cause : diagnosis::causes()) words.insert(causeWords(cause));
  EXPECT_EQ(words.size(), diagnosis::causes().size());
}

}  // namespace
}  // namespace linecheck::setup
