#include "text/match_text.h"

#include <gtest/gtest.h>

#include <set>

#include "text/reason_text.h"

namespace linecheck::ui {
namespace {

using matching::Reason;
using matching::Verdict;

TEST(MatchText, EachReasonHasASentenceOfItsOwn) {
  std::set<QString> sentences;
  const auto last = static_cast<int>(Reason::Kind::builtInEnoughForListening);
  for (int kind = 0; kind <= last; ++kind) {
    const QString text = reasonText({static_cast<Reason::Kind>(kind), 12.0, 20.0, 0.0});
    EXPECT_TRUE(text.endsWith(u'.')) << kind;
    EXPECT_FALSE(text.contains(u'%') && text.contains(QStringLiteral("%1"))) << kind;
    EXPECT_FALSE(text.contains(u'!')) << kind;
    EXPECT_TRUE(sentences.insert(text).second) << text.toStdString();
  }
}

TEST(MatchText, EachVerdictHasAWordOfItsOwn) {
  std::set<QString> words;
  for (const Verdict verdict :
       {Verdict::good, Verdict::fair, Verdict::unknown, Verdict::poor, Verdict::dangerous}) {
    EXPECT_TRUE(words.insert(verdictText(verdict)).second);
  }
}

TEST(MatchText, TheWeeksTimeHalvesWithEachThreeDecibels) {
  EXPECT_EQ(weeklyTimeText(DecibelsSpl::of(80.0)), u"40 hours a week");
  EXPECT_EQ(weeklyTimeText(DecibelsSpl::of(86.0)), u"10 hours a week");
  EXPECT_EQ(weeklyTimeText(DecibelsSpl::of(95.0)), u"75 minutes a week");
  EXPECT_EQ(weeklyTimeText(DecibelsSpl::of(60.0)), u"as long as you like");
}

TEST(MatchText, HeadphonesAreTheirFiguresInTheUnitsThatTheyWereGivenIn) {
  matching::Load load;
  load.impedance = matching::Bounded<Ohms>::exactly(Ohms::of(300.0));
  load.sensitivity = {profiles::Sensitivity::perVolt(DecibelsSpl::of(103.0)), std::nullopt,
                      std::nullopt};
  EXPECT_EQ(loadText(load), u"300\u2009Ω · 103\u2009dB/V");
  load.sensitivity = {profiles::Sensitivity::perMilliwatt(DecibelsSpl::of(97.0)),
                      profiles::Sensitivity::perMilliwatt(DecibelsSpl::of(95.0)),
                      profiles::Sensitivity::perMilliwatt(DecibelsSpl::of(99.0))};
  EXPECT_EQ(loadText(load), u"300\u2009Ω · 97 (95–99)\u2009dB/mW");
}

TEST(MatchText, WithoutHeadphonesTheBannerSaysWhereToBegin) {
  EXPECT_EQ(matchBanner(nullptr, nullptr, nullptr, {}).sentence, u"Choose your headphones");
}

TEST(MatchText, ASourceIsNamedWithItsConfidence) {
  matching::SourceFigure figure;
  figure.part = matching::SourceFigure::Part::sensitivity;
  figure.value = "91 dB/mW";
  figure.provenance.source.citation = "A text";
  figure.provenance.confidence = profiles::Confidence::estimate;
  EXPECT_EQ(sourceText(figure), u"Sensitivity of the headphones: 91 dB/mW (an estimate) – A text");
}

}  // namespace
}  // namespace linecheck::ui
