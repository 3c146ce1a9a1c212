// How well the automatic hunt finds the link: desks drawn at random, one fault planted at each.
// Right is who ends with the planted link by name: alone, or among two or three that one cure helps
// against (`isRight`). An open end is wrong, and so is one after too many steps.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

#include "bench/report.h"
#include "cli/scene_player.h"
#include "support/scene/hunt_truth.h"
#include "support/scene/random_hunt.h"

namespace linecheck::bench {
namespace {

using diagnosis::Cause;
using diagnosis::Conclusion;
using simulation::Scene;
using simulation::testing::RandomHunt;

// Seeds below 5000 serve for developing.
constexpr std::uint64_t kFirst = 5000;
constexpr std::uint64_t kDesks = 500;
constexpr std::size_t kMostSteps = 20;

struct Outcome {
  std::uint64_t seed = 0;
  Cause planted = Cause::unknown;
  bool isRight = false;
  std::size_t steps = 0;
  double minutes = 0.0;
  Conclusion::Kind end = Conclusion::Kind::goesOn;
  std::size_t named = 0;   ///< Links at its end.
  double stated = 0.0;     ///< Probability that it is one of them.
  std::size_t places = 0;  ///< Where the planted cause might come from, as the hunt sees it first.
  std::size_t oneByOne = 0;
  std::string told;
};

std::string placesOf(const std::vector<chain::Place>& places) {
  std::string text;
  for (const chain::Place& place : places) text += (text.empty() ? "" : " ") + place.text();
  return text;
}

std::string wordOf(Conclusion::Kind kind) {
  switch (kind) {
    case Conclusion::Kind::goesOn:
      return "goes on";
    case Conclusion::Kind::found:
      return "found";
    case Conclusion::Kind::nothing:
      return "nothing";
    case Conclusion::Kind::open:
      return "open";
  }
  return {};
}

std::string tell(const RandomHunt& random, const diagnosis::Hunt& hunt) {
  const Conclusion& end = hunt.conclusion();
  std::string text =
      fmt::format("planted {} at {}; {}:", simulation::noiseKindId(random.fault.cause),
                  random.fault.where.text(), wordOf(end.kind));
  for (const auto& suspect : end.remaining) {
    text += fmt::format(" [{} {:.2f} {}]", diagnosis::causeId(suspect.cause), suspect.probability,
                        placesOf(suspect.where));
  }
  for (const auto& entry : hunt.entries()) {
    if (entry.kind == diagnosis::HuntEntry::Kind::begun) {
      text += fmt::format(" | heard {} {:.2f}", diagnosis::causeId(entry.heard->main().cause),
                          entry.heard->main().probability);
    }
    if (entry.kind != diagnosis::HuntEntry::Kind::measured) continue;
    text += fmt::format(" | {} {}: {} {:.1f}", diagnosis::stepActionId(entry.step->action),
                        placesOf(entry.step->where),
                        entry.change ? diagnosis::changeVerdictId(entry.change->verdict) : "-",
                        entry.change ? entry.change->change.value() : 0.0);
  }
  return text;
}

/// Of one cause; those that are ten times less likely than the likeliest left out.
std::size_t placesAtFirst(const diagnosis::Hunt& hunt, Cause cause) {
  const auto& suspects = hunt.entries().front().suspects;
  double most = 0.0;
  for (const auto& one : suspects) {
    if (one.cause == cause) most = std::max(most, one.probability);
  }
  return static_cast<std::size_t>(
      std::count_if(suspects.begin(), suspects.end(), [&](const auto& one) {
        return one.cause == cause && one.probability > 0.0 && one.probability >= 0.1 * most;
      }));
}

Outcome outcomeOf(std::uint64_t seed) {
  const RandomHunt random = simulation::testing::randomHunt(seed);
  const Scene scene = random.scene();
  cli::ScenePlayer player(scene, random.isBaselineKnown ? cli::ScenePlayer::Baseline::known
                                                        : cli::ScenePlayer::Baseline::unknown);
  diagnosis::Hunt hunt(random.chain, simulation::testing::shippedLookup(),
                       {random.listening.device, random.listening.port});
  Outcome outcome;
  outcome.seed = seed;
  outcome.planted = cli::causeOf(random.fault.cause);
  outcome.oneByOne =
      simulation::testing::stepsOneByOne(scene, simulation::testing::shippedLookup());
  if (const auto run = diagnosis::runHunt(hunt, player, kMostSteps); !run) {
    outcome.told = run.error().message();
    return outcome;
  }
  outcome.isRight =
      simulation::testing::isRight(hunt.conclusion(), scene, simulation::testing::shippedLookup());
  outcome.places = placesAtFirst(hunt, outcome.planted);
  outcome.end = hunt.conclusion().kind;
  outcome.named = hunt.conclusion().remaining.size();
  for (const auto& suspect : hunt.conclusion().remaining) outcome.stated += suspect.probability;
  outcome.steps = diagnosis::stepsDone(hunt);
  for (const auto& entry : hunt.entries()) {
    if (entry.kind == diagnosis::HuntEntry::Kind::measured) outcome.minutes += entry.step->minutes;
  }
  outcome.told = tell(random, hunt);
  return outcome;
}

std::vector<Outcome> allOutcomes(std::uint64_t first, std::size_t desks) {
  std::vector<Outcome> outcomes(desks);
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  const unsigned count = std::max(1U, std::thread::hardware_concurrency() - 1);
  for (unsigned i = 0; i < count; ++i) {
    threads.emplace_back([&] {
      for (std::size_t at = next++; at < desks; at = next++) outcomes[at] = outcomeOf(first + at);
    });
  }
  threads.clear();
  return outcomes;
}

double medianOf(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0.0 : values[values.size() / 2];
}

template <class Member>
std::vector<double> all(const std::vector<Outcome>& outcomes, Member Outcome::*member) {
  std::vector<double> values;
  values.reserve(outcomes.size());
  for (const Outcome& one : outcomes) values.push_back(static_cast<double>(one.*member));
  return values;
}

/// How many of them are right, and how sure the hunts were of those.
struct Share {
  std::size_t right = 0;
  std::size_t all = 0;
  std::size_t found = 0;
  double stated = 0.0;  ///< Of those that were found.

  void add(const Outcome& one) {
    ++all;
    right += one.isRight ? 1 : 0;
    if (one.end != Conclusion::Kind::found) return;
    ++found;
    stated += one.stated;
  }
  [[nodiscard]] double percent() const {
    return all == 0 ? 0.0 : 100.0 * static_cast<double>(right) / static_cast<double>(all);
  }
  [[nodiscard]] double statedPercent() const {
    return found == 0 ? 0.0 : 100.0 * stated / static_cast<double>(found);
  }
  [[nodiscard]] std::string text() const {
    return fmt::format("{:>3} of {:>3} right, {:5.1f} % (said {:5.1f} %)", right, all, percent(),
                       statedPercent());
  }
};

void noteShares(Report& report, const std::vector<Outcome>& outcomes) {
  std::map<Cause, Share> byCause;
  std::map<std::size_t, Share> byPlaces;
  std::map<std::size_t, Share> bySteps;
  std::map<std::size_t, Share> byNamed;
  std::map<int, Share> byStated;
  for (const Outcome& one : outcomes) {
    byCause[one.planted].add(one);
    byPlaces[std::min<std::size_t>(one.places, 5)].add(one);
    bySteps[std::min<std::size_t>(one.steps, 5)].add(one);
    if (one.end != Conclusion::Kind::found) continue;
    byNamed[std::min<std::size_t>(one.named, 5)].add(one);
    byStated[one.stated < 0.95 ? 90 : one.stated < 0.98 ? 95 : 98].add(one);
  }
  for (const auto& [cause, share] : byCause) {
    report.note(fmt::format("planted {:<16} {}", diagnosis::causeId(cause), share.text()));
  }
  for (const auto& [places, share] : byPlaces) {
    report.note(fmt::format("{}{} places of its cause {:<2} {}", places, places == 5 ? "+" : " ",
                            "", share.text()));
  }
  for (const auto& [steps, share] : bySteps) {
    report.note(
        fmt::format("after {}{} steps {:<9} {}", steps, steps == 5 ? "+" : " ", "", share.text()));
  }
  for (const auto& [named, share] : byNamed) {
    report.note(
        fmt::format("naming {}{} links {:<8} {}", named, named == 5 ? "+" : " ", "", share.text()));
  }
  for (const auto& [from, share] : byStated) {
    report.note(fmt::format("surer than {} % {:<8} {}", from, "", share.text()));
  }
}

void measureHunt(Report& report) {
  const std::uint64_t first = report.setting("first", kFirst);
  const std::vector<Outcome> outcomes = allOutcomes(first, report.setting("count", kDesks));
  const auto steps = all(outcomes, &Outcome::steps);
  const auto oneByOne = all(outcomes, &Outcome::oneByOne);
  Share right;
  Share found;
  double named = 0.0;
  for (const Outcome& one : outcomes) {
    right.add(one);
    if (one.end != Conclusion::Kind::found) continue;
    found.add(one);
    named += static_cast<double>(one.named);
  }
  report.atMost(fmt::format("{} desks with one fault: another link named, or none", right.all),
                100.0 - right.percent(), 5.0, "%");
  report.atMost("  steps until the end, median", medianOf(steps), 4.0, "steps");
  report.atMost("  most steps", *std::max_element(steps.begin(), steps.end()), kMostSteps, "steps");
  report.atMost("  links named, mean",
                named / static_cast<double>(std::max<std::size_t>(found.all, 1)), 1.5, "links");
  report.atMost("  said to be surer than it was right",
                std::max(0.0, found.statedPercent() - found.percent()), 5.0, "points");
  std::vector<double> stepsOfChoice;
  for (const Outcome& one : outcomes) {
    if (one.places > 1) stepsOfChoice.push_back(static_cast<double>(one.steps));
  }
  report.note(fmt::format("  where its cause may come from several places: median {:.0f} steps",
                          medianOf(stepsOfChoice)));
  report.note(fmt::format(
      "unplugging one by one from the ear upstream: median {:.0f} steps, and {:.0f} at most",
      medianOf(oneByOne), *std::max_element(oneByOne.begin(), oneByOne.end())));
  report.note(fmt::format("the user's time: median {:.1f} min",
                          medianOf(all(outcomes, &Outcome::minutes))));
  noteShares(report, outcomes);
  for (const Outcome& one : outcomes) {
    if (!one.isRight)
      report.row(fmt::format("seed {}, {} steps: {}", one.seed, one.steps, one.told));
  }
  for (const Outcome& one : outcomes) {
    if (one.isRight && one.steps > 8) {
      report.row(fmt::format("long: seed {}, {} steps: {}", one.seed, one.steps, one.told));
    }
  }
}

const Registration kHunt{"hunt", measureHunt};

}  // namespace
}  // namespace linecheck::bench
