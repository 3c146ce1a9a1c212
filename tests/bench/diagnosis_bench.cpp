#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <ctime>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "bench/report.h"
#include "diagnosis/diagnosis.h"
#include "support/diagnosis/judged_case.h"

namespace linecheck::bench {
namespace {

using namespace diagnosis;  // NOLINT: all of it is about one folder.
using testing::CaseKind;
using testing::CaseSet;
using testing::JudgedCase;

// The turn of every kind comes as often.
constexpr std::size_t kCases = 2080;
// Beside the clean ones among them, so that one in a hundred can be told.
constexpr std::size_t kClean = 340;
// No figure was fitted, and nothing was chosen, by what lies from here on.
constexpr std::size_t kFirst = 40'000;
constexpr std::size_t kFirstClean = 60'000;

template <class Judge>
std::vector<JudgedCase> judgeAll(std::size_t count, Judge judgeOne) {
  std::vector<JudgedCase> judged(count);
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back([&] {
      for (std::size_t index = next++; index < count; index = next++) {
        judged[index] = judgeOne(index);
      }
    });
  }
  threads.clear();
  return judged;
}

struct Share {
  std::size_t wrong = 0;
  std::size_t all = 0;

  [[nodiscard]] double percent() const {
    return all == 0 ? 0.0 : 100.0 * static_cast<double>(wrong) / static_cast<double>(all);
  }
};

// Of those that `which` takes, the ones that `isWrong`.
template <class Which, class IsWrong>
Share shareOf(const std::vector<JudgedCase>& judged, Which which, IsWrong isWrong) {
  Share share;
  for (const JudgedCase& each : judged) {
    if (!which(each)) continue;
    ++share.all;
    share.wrong += isWrong(each) ? 1 : 0;
  }
  return share;
}

template <class Which>
Share notNamed(const std::vector<JudgedCase>& judged, Which which) {
  return shareOf(judged, which, [](const JudgedCase& each) { return !each.isRight(); });
}

void printConfusion(Report& report, const std::vector<JudgedCase>& judged) {
  std::map<Cause, std::map<Cause, int>> counts;
  for (const JudgedCase& each : judged) ++counts[each.truth][each.top];
  std::string head = fmt::format("{:<18}", "truth \\ named");
  for (const Cause cause : causes()) head += fmt::format(" {:>7.7}", causeId(cause));
  report.note(head);
  for (const Cause truth : causes()) {
    std::string line = fmt::format("{:<18}", causeId(truth));
    for (const Cause named : causes()) line += fmt::format(" {:>7}", counts[truth][named]);
    report.note(line);
  }
}

// Whether 90 % is right nine times in ten.
void printCalibration(Report& report, const std::vector<JudgedCase>& judged) {
  std::string text = "confidence → share that is right:";
  for (int decile = 2; decile < 10; ++decile) {
    double confidence = 0.0;
    const auto isIn = [decile](const JudgedCase& each) {
      return std::min(9, static_cast<int>(10.0 * each.confidence)) == decile;
    };
    const Share share = notNamed(judged, isIn);
    for (const JudgedCase& each : judged) confidence += isIn(each) ? each.confidence : 0.0;
    if (share.all == 0) continue;
    text +=
        fmt::format("  {:.0f} → {:.0f} % ({})", 100.0 * confidence / static_cast<double>(share.all),
                    100.0 - share.percent(), share.all);
  }
  report.note(text);
}

void judgeSingles(Report& report, const std::vector<JudgedCase>& judged) {
  const auto isSingle = [](const JudgedCase& each) { return each.isSingle && each.isTellable; };
  const Share all = notNamed(judged, isSingle);
  report.atMost("single causes ≥ 10 dB over the floor, not named", all.percent(), 3.0, "%");
  const Share played =
      notNamed(judged, [&](const auto& each) { return isSingle(each) && each.hasProgramme; });
  report.note(fmt::format(
      "single causes not named: {} of {}; {} of {} of them under music or voice, {:.1f} %",
      all.wrong, all.all, played.wrong, played.all, played.percent()));
}

void judgeClean(Report& report, const std::vector<JudgedCase>& judged) {
  const auto isAccused = [](const JudgedCase& each) {
    return !each.isRight() && each.confidence > 0.5;
  };
  const auto isClean = [](const JudgedCase& each) { return each.kind == CaseKind::clean; };
  const Share all = shareOf(judged, isClean, isAccused);
  report.atMost("clean chains with a cause above 50 %", all.percent(), 1.0, "%");
  const Share playing = shareOf(
      judged, [&](const auto& each) { return isClean(each) && each.hasProgramme; }, isAccused);
  report.note(
      fmt::format("clean chains with a cause above 50 %: {} of {}; with music or voice {} of {}",
                  all.wrong, all.all, playing.wrong, playing.all));
}

void measureCorpus(Report& report) {
  const auto start = std::chrono::steady_clock::now();
  std::vector<JudgedCase> judged = judgeAll(
      kCases, [](std::size_t index) { return testing::judge(CaseSet::test, kFirst + index); });
  judgeSingles(report, judged);
  report.atMost("calibration error, ten bins, all captures",
                100.0 * testing::calibrationError(judged), 5.0, "points");
  const auto namedOf = [&](CaseKind kind) {
    return 100.0 - notNamed(judged, [&](const auto& each) { return each.kind == kind; }).percent();
  };
  report.note(fmt::format(
      "mixtures whose stronger cause is named: {:.1f} %; unknown called so: {:.1f} %; "
      "hiss within what converters have, no baseline: {:.1f} %",
      namedOf(CaseKind::mixture), namedOf(CaseKind::unknown),
      100.0 - notNamed(judged, [](const auto& each) { return !each.isTellable; }).percent()));
  printCalibration(report, judged);
  printConfusion(report, judged);

  const std::vector<JudgedCase> clean = judgeAll(kClean, [](std::size_t index) {
    return testing::judge(CaseSet::test, kFirstClean + index, CaseKind::clean, {});
  });
  judged.insert(judged.end(), clean.begin(), clean.end());
  judgeClean(report, judged);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  report.note(fmt::format("{} captures made and judged in {:.0f} s", judged.size(), took.count()));
  for (const JudgedCase& each : judged) {
    if (each.isRight()) continue;
    report.row(fmt::format("{} → {} {:.2f}", each.description, causeId(each.top), each.confidence));
  }
}

// Hum of each mains cause 20 dB over the floor, after three seconds.
void measureShort(Report& report) {
  constexpr std::array kKinds = {CaseKind::groundLoop, CaseKind::magneticPickup,
                                 CaseKind::supplyRipple, CaseKind::leakage, CaseKind::dimmer};
  testing::CaseWishes wishes;
  wishes.overFloor = Decibels::of(20.0);
  wishes.hasProgramme = false;
  wishes.length = Seconds::of(3.0);
  const auto judged = judgeAll(200, [&](std::size_t index) {
    return testing::judge(CaseSet::test, kFirst + index, kKinds[index % kKinds.size()], wishes);
  });
  report.atMost("hum 20 dB over the floor, 3.0 s, not named",
                notNamed(judged, [](const auto&) { return true; }).percent(), 3.0, "%");
}

void measureCost(Report& report) {
  testing::CaseWishes wishes;
  wishes.length = Seconds::of(3.0);
  wishes.sampleRate = 48000;
  double worst = 0.0;
  for (std::size_t i = 0; i < 13; ++i) {
    const testing::Case made =
        testing::makeCase(testing::caseSeed(CaseSet::test, i), testing::kCaseKinds[i], wishes);
    const std::vector<std::vector<double>> channels(made.channels.begin(), made.channels.end());
    std::vector<double> seconds;
    for (int run = 0; run < 3; ++run) {
      const std::clock_t start = std::clock();
      (void)diagnoseSound(channels, Hertz::of(48000.0));
      seconds.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    worst = std::max(worst, *std::min_element(seconds.begin(), seconds.end()));
  }
  report.atMost("CPU for 3 s of two channels at 48 kHz, worst of 13 kinds", worst, 0.15, "s");
}

void measureDiagnosis(Report& report) {
  measureCost(report);
  measureShort(report);
  measureCorpus(report);
}

const Registration kDiagnosis{"diagnosis", measureDiagnosis};

}  // namespace
}  // namespace linecheck::bench
