// How far every measurement is from the truth, over all settings of tests/support/measure/truths,
// in the simulated studio and through PortAudio.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "bench/report.h"
#include "support/jack/jack_bench.h"
#include "support/measure/truth_run.h"

namespace linecheck::bench {
namespace {

using measure::testing::Judged;
using measure::testing::Outcome;
using measure::testing::StudioBench;
using measure::testing::Truth;
using measure::testing::TruthBench;
using measure::testing::TruthCase;

struct Job {
  const Truth* truth = nullptr;
  std::uint64_t seed = 0;
  std::vector<Judged> judged;
  std::string fault;  // Why there is no reading.
};

std::vector<Job> jobsOf(const std::vector<Truth>& truths, std::uint64_t Truth::*seeds) {
  std::vector<Job> jobs;
  for (const Truth& truth : truths) {
    for (std::uint64_t seed = 1; seed <= truth.*seeds; ++seed)
      jobs.push_back({&truth, seed, {}, {}});
  }
  return jobs;
}

void run(Job& job, const TruthCase& given, TruthBench& bench) {
  const auto outcome = runTruth(bench, job.truth->procedure, given);
  if (!outcome) job.fault = outcome.error().message();
  job.judged = judge(given, outcome ? *outcome : Outcome{});
}

// One line for each number of a truth: the error that uses up most of its limit.
void addWorst(const std::vector<Job>& jobs, const Truth& truth, Report& report) {
  std::vector<Judged> worst;
  std::map<std::string, int> wrong;
  int settings = 0;
  for (const Job& job : jobs) {
    if (job.truth != &truth) continue;
    ++settings;
    for (const Judged& judged : job.judged) {
      if (judged.unit == measure::testing::kWrong) {
        wrong[judged.name] += judged.error > 0.0 ? 1 : 0;
        continue;
      }
      const auto known = std::find_if(worst.begin(), worst.end(), [&](const Judged& other) {
        return other.name == judged.name;
      });
      if (known == worst.end()) {
        worst.push_back(judged);
      } else if (judged.error * known->limit > known->error * judged.limit) {
        *known = judged;
      }
    }
  }
  if (settings == 0) return;
  const std::string name = nameOf(truth);
  for (const Judged& judged : worst) {
    report.atMost(fmt::format("{}: {}", name, judged.name), judged.error, judged.limit,
                  judged.unit);
  }
  for (const auto& [word, count] : wrong) {
    report.atMost(fmt::format("{}: {} wrong in {} settings", name, word, settings), count, 0.0, "");
  }
}

void addTable(const std::vector<Job>& jobs, Report& report) {
  for (const Job& job : jobs) {
    if (!job.fault.empty()) {
      report.note(fmt::format("{} seed {}: {}", nameOf(*job.truth), job.seed, job.fault));
    }
    for (const Judged& judged : job.judged) {
      report.row(fmt::format("{:<36} {:>4}  {:<24} {:>20} {:>20} {:<8}{}", nameOf(*job.truth),
                             job.seed, judged.name, judged.truth, judged.reading,
                             judged.unit == measure::testing::kWrong ? "" : judged.unit,
                             judged.error <= judged.limit ? "" : "  OVER"));
    }
  }
}

void addAll(const std::vector<Job>& jobs, const std::vector<Truth>& truths, Report& report) {
  for (const Truth& truth : truths) addWorst(jobs, truth, report);
  addTable(jobs, report);
}

void measureInStudio(Report& report) {
  const auto truths = measure::testing::truths();
  auto jobs = jobsOf(truths, &Truth::seeds);
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> workers;
    const unsigned count = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < count; ++i) {
      workers.emplace_back([&] {
        StudioBench bench;
        for (std::size_t at = next++; at < jobs.size(); at = next++) {
          run(jobs[at], jobs[at].truth->of(jobs[at].seed), bench);
        }
      });
    }
  }
  addAll(jobs, truths, report);
}

void measureThroughPortAudio(Report& report) {
  const auto truths = measure::testing::truths();
  auto jobs = jobsOf(truths, &Truth::quickSeeds);
  std::set<int> rates;
  for (const Job& job : jobs) rates.insert(job.truth->of(job.seed).run.sampleRate);
  for (const int rate : rates) {
    testing::JackBench bench(rate);
    if (!bench.isUp()) {
      report.note(
          fmt::format("No JACK server at {} Hz, so nothing was measured through PortAudio.", rate));
      return;
    }
    for (Job& job : jobs) {
      const TruthCase given = job.truth->of(job.seed);
      if (given.run.sampleRate == rate) run(job, given, bench);
    }
  }
  addAll(jobs, truths, report);
}

const Registration kStudio{"measure (simulated studio)", measureInStudio};
const Registration kPortAudio{"measure (PortAudio)", measureThroughPortAudio};

}  // namespace
}  // namespace linecheck::bench
