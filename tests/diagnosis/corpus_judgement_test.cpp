// A part of what `linecheck_bench diagnosis` measures: short captures of every kind and clean ones,
// held to the same limits with the slack that so few of them need. Each count is one that the
// limit's own share exceeds once in a hundred sets.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "support/diagnosis/judged_case.h"

namespace linecheck::testing {
namespace {

constexpr std::size_t kFirst = 10'000;
constexpr std::size_t kTurns = 195;
constexpr std::size_t kClean = 120;

JudgedCase judgeShort(std::size_t index) {
  CaseWishes wishes;
  wishes.length = Seconds::of(3.0);
  // Greater rates are slow to make and no different: one of eight.
  if (index % 8 != 0) wishes.sampleRate = index % 2 == 0 ? 44'100 : 48'000;
  const bool isTurn = index < kTurns;
  const CaseKind kind = isTurn ? kCaseKinds.at(index % kCaseKinds.size()) : CaseKind::clean;
  return judge(CaseSet::test, kFirst + index, kind, wishes);
}

std::vector<JudgedCase> judgeAll() {
  std::vector<JudgedCase> judged(kTurns + kClean);
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back([&] {
      for (std::size_t index = next++; index < judged.size(); index = next++) {
        judged[index] = judgeShort(index);
      }
    });
  }
  threads.clear();
  return judged;
}

std::string textOf(const JudgedCase& each) {
  return each.description + " → " + std::string(diagnosis::causeId(each.top)) + "\n";
}

struct Count {
  std::size_t all = 0;
  std::size_t wrong = 0;
  std::string which;

  void add(const JudgedCase& each, bool isWrong) {
    ++all;
    wrong += isWrong ? 1 : 0;
    if (isWrong) which += textOf(each);
  }
};

// Of all that are 80 to 97 % sure as many are right as they say, within three standard deviations
// of so many draws: "90 %" is right nine times in ten.
void expectNineInTen(const std::vector<JudgedCase>& judged) {
  double sure = 0.0, right = 0.0, variance = 0.0;
  for (const JudgedCase& each : judged) {
    if (each.confidence < 0.8 || each.confidence > 0.97) continue;
    sure += each.confidence;
    right += each.isRight() ? 1.0 : 0.0;
    variance += each.confidence * (1.0 - each.confidence);
  }
  ASSERT_GT(sure, 30.0);
  EXPECT_NEAR(right, sure, 3.0 * std::sqrt(variance));
}

// All in one: what takes the time is to make the captures.
TEST(CorpusJudgement, IsRightAccusesNoCleanChainAndIsAsSureAsItIsRight) {
  const std::vector<JudgedCase> judged = judgeAll();
  Count singles, clean;
  for (const JudgedCase& each : judged) {
    if (each.isSingle && each.isTellable) singles.add(each, !each.isRight());
    if (each.kind == CaseKind::clean) clean.add(each, !each.isRight() && each.confidence > 0.5);
  }
  ASSERT_GT(singles.all, 130U);
  EXPECT_LE(singles.wrong, 10U) << singles.which;  // 3 %
  ASSERT_GT(clean.all, 130U);
  EXPECT_LE(clean.wrong, 4U) << clean.which;  // 1 %
  // Five points; ten bins of some twenty captures each scatter by four more.
  const std::vector<JudgedCase> turns(judged.begin(), judged.begin() + kTurns);
  EXPECT_LE(calibrationError(turns), 0.09);
  expectNineInTen(judged);
}

}  // namespace
}  // namespace linecheck::testing
