#include "diagnosis/hunt.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "diagnosis/hunt_belief.h"
#include "diagnosis/hunt_candidates.h"
#include "diagnosis/remainder.h"
#include "diagnosis/suspect_stand.h"

namespace linecheck::diagnosis {
namespace {

constexpr double kSure = 0.95;
/// As sure as this will do where nothing more can be told, or only with more effort than it is
/// worth: below so many bits a minute.
constexpr double kSureEnough = 0.9;
constexpr double kWorthIt = 0.03;
/// A step that tells less is not proposed.
constexpr double kLeastBits = 0.03;
/// Beyond this there is too little left to hear what the next step does.
constexpr Decibels kHeardNoMore = 10_dB;
/// Beyond this it is quiet, as Whitlock's test asks.
constexpr Decibels kQuiet = 6_dB;
/// Of a longer capture where the last one could not tell, and of a fresh look at the causes.
constexpr double kBitsOfLongerCapture = 0.3;
constexpr double kShareOfLongerCapture = 0.15;
constexpr std::size_t kMostLongerCaptures = 2;
/// How well a baseline tells the interface's own noise from the rest.
constexpr double kShareOfBaseline = 0.8;
/// How often what is none of the suspects is in what is played.
constexpr double kUnknownIsPlayed = 0.3;

bool isSame(const Step& a, const Step& b) {
  return a.action == b.action && a.where == b.where;
}

bool isAmong(const std::vector<Step>& steps, const Step& step) {
  return std::any_of(steps.begin(), steps.end(),
                     [&](const Step& one) { return isSame(one, step); });
}

bool isDummy(StepAction action) {
  return action == StepAction::dummyInReceiver || action == StepAction::dummyAndCable ||
         action == StepAction::dummyOnLooseEnd || action == StepAction::dummyInSender;
}

/// Whether a capture after a step still is one of the noise that is hunted.
bool isStillHeard(const Change& change) {
  if (!std::isfinite(change.standardError.value())) return false;
  return change.change > -kQuiet && (!change.isBound || change.isLeast);
}

/// A belief that one opinion of the causes is part of, with another in its place.
void reweigh(const std::vector<Suspect>& suspects, const CauseOpinion& was, const CauseOpinion& is,
             std::vector<double>& belief) {
  double sum = 0.0;
  for (std::size_t i = 0; i < belief.size(); ++i) {
    belief[i] *= is.weight(suspects[i].cause) / was.weight(suspects[i].cause);
    sum += belief[i];
  }
  if (!(sum > 0.0)) return;
  for (double& one : belief) one /= sum;
}

/// How far the loudest of what is heard stands above what could just be heard.
Decibels headroomOf(const Evidence& evidence) {
  Decibels most = 6_dB;
  for (const Signature& one : evidence.signatures) {
    if (!one.level.isSilent() && !one.limit.isSilent())
      most = std::max(most, one.level - one.limit);
  }
  return most;
}

std::vector<Expectation> expectations(const std::vector<Suspect>& suspects, const Stand& before,
                                      const Stand& after) {
  std::vector<Expectation> expected;
  expected.reserve(suspects.size());
  for (const Suspect& suspect : suspects) {
    expected.push_back(suspect.where.empty() ? Expectation::ofUnknown()
                                             : Expectation::of(remainder(suspect, before, after)));
  }
  return expected;
}

/// Fixes that are cures of all of them.
std::vector<chain::Fix> commonCures(const std::vector<Suspect>& suspects) {
  if (suspects.empty()) return {};
  std::vector<chain::Fix> common = suspects.front().cures;
  for (const Suspect& suspect : suspects) {
    std::erase_if(common, [&](const chain::Fix& fix) {
      return std::none_of(suspect.cures.begin(), suspect.cures.end(), [&](const chain::Fix& own) {
        return own.action == fix.action && own.where == fix.where;
      });
    });
  }
  return common;
}

}  // namespace

Hunt::Hunt(chain::Chain chain, chain::ProfileLookup lookup, ListeningPoint at)
    : lookup_(std::move(lookup)), at_(std::move(at)) {
  origin_.chain = std::move(chain);
  unbegun_.situation = origin_;
}

const Hunt::State& Hunt::now() const {
  return states_.empty() ? unbegun_ : states_.back();
}

const std::vector<ProposedStep>& Hunt::proposals() const {
  return now().proposals;
}

const std::vector<Step>& Hunt::standing() const {
  return now().standing;
}

const std::vector<Suspect>& Hunt::suspects() const {
  static const std::vector<Suspect> kNone;
  return entries_.empty() ? kNone : entries_.back().suspects;
}

const Conclusion& Hunt::conclusion() const {
  return now().conclusion;
}

const chain::Situation& Hunt::situation() const {
  return now().situation;
}

Result<chain::Situation> Hunt::situationWith(const Step& step) const {
  return withStep(now().situation, step, lookup_);
}

std::vector<Suspect> Hunt::ranked(const std::vector<double>& belief) const {
  std::vector<Suspect> suspects = all_;
  for (std::size_t i = 0; i < suspects.size(); ++i) suspects[i].probability = belief[i];
  std::stable_sort(suspects.begin(), suspects.end(), [](const Suspect& a, const Suspect& b) {
    return a.probability > b.probability;
  });
  return suspects;
}

void Hunt::add(HuntEntry entry, State state) {
  entry.suspects = ranked(state.belief);
  entries_.push_back(std::move(entry));
  states_.push_back(std::move(state));
  State& added = states_.back();
  added.conclusion = {};
  added.proposals = worthwhile(added, false);
  added.conclusion = conclude(added);
  if (added.conclusion.kind != Conclusion::Kind::goesOn) added.proposals.clear();
}

void Hunt::begin(Diagnosis heard) {
  const chain::Desk desk(origin_.chain, lookup_);
  all_ = diagnosis::suspects(desk, at_, byLoudness(heard));
  entries_.clear();
  states_.clear();
  State state = unbegun_;
  for (const Suspect& suspect : all_) state.belief.push_back(suspect.probability);
  state.opinion.add(heard.evidence.duration, byLoudness(heard));
  HuntEntry entry;
  entry.heard = std::move(heard);
  add(std::move(entry), std::move(state));
}

std::size_t Hunt::lastHeard(const chain::Situation& situation) const {
  std::size_t latest = 0;
  for (std::size_t i = entries_.size(); i-- > 0;) {
    if (!entries_[i].heard) continue;
    if (states_[i].situation == situation) return i;
    latest = std::max(latest, i);
  }
  return latest;
}

/// What a capture says of the causes takes its part in the belief.
void Hunt::listenTo(const Diagnosis& heard, State& state) const {
  const CauseOpinion before = state.opinion;
  state.opinion.add(heard.evidence.duration, byLoudness(heard));
  reweigh(all_, before, state.opinion, state.belief);
}

std::vector<double> Hunt::compared(HuntEntry& entry, std::size_t before,
                                   const chain::Situation& after,
                                   const std::vector<double>& prior) const {
  const Evidence& was = entries_[before].heard->evidence;
  const Evidence& is = entry.heard->evidence;
  entry.comparison = compare(was, is);
  const auto expected = expectations(all_, Stand(states_[before].situation, lookup_, at_),
                                     Stand(after, lookup_, at_));
  entry.change = mainChange(all_, prior, *entry.comparison, was, is);
  return updated(all_, prior, expected, *entry.comparison, was, is);
}

void Hunt::measured(const Step& step, Diagnosis heard) {
  if (!LC_VERIFY(!entries_.empty() && !heard.causes.empty())) return;
  State next = states_.back();
  if (step.action == StepAction::captureLonger || step.action == StepAction::measureBaseline) {
    captured(step, std::move(heard));
    return;
  }
  const auto done = withStep(next.situation, step, lookup_);
  if (!LC_VERIFY(done.has_value())) return;
  const std::size_t before = lastHeard(next.situation);
  next.situation = *done;
  // The next position of a dummy takes the place of the one before.
  if (isDummy(step.action)) {
    std::erase_if(next.standing,
                  [&](const Step& one) { return isDummy(one.action) && one.where == step.where; });
  }
  next.standing.push_back(step);
  HuntEntry entry;
  entry.kind = HuntEntry::Kind::measured;
  entry.step = step;
  entry.heard = std::move(heard);
  next.belief = compared(entry, before, next.situation, next.belief);
  if (isStillHeard(*entry.change)) listenTo(*entry.heard, next);
  add(std::move(entry), std::move(next));
}

void Hunt::captured(const Step& step, Diagnosis heard) {
  State next = states_.back();
  const std::size_t last = entries_.size() - 1;
  HuntEntry entry;
  entry.kind = HuntEntry::Kind::measured;
  entry.step = step;
  entry.heard = std::move(heard);
  const bool isAfterStep = step.action == StepAction::captureLonger && last > 0 &&
                           entries_[last].kind == HuntEntry::Kind::measured &&
                           entries_[last].comparison && !(states_[last].situation == origin_);
  if (isAfterStep) {
    // The same comparison again, with what is heard better.
    const State& earlier = states_[last - 1];
    std::size_t before = 0;
    for (std::size_t i = 0; i < last; ++i) {
      if (entries_[i].heard && states_[i].situation == earlier.situation) before = i;
    }
    next.belief = compared(entry, before, next.situation, earlier.belief);
    next.opinion = earlier.opinion;
    if (isStillHeard(*entry.change)) listenTo(*entry.heard, next);
  } else if (step.action == StepAction::measureBaseline) {
    // What was said without it counts no more.
    const CauseOpinion before = std::exchange(next.opinion, {});
    next.opinion.add(entry.heard->evidence.duration, byLoudness(*entry.heard));
    reweigh(all_, before, next.opinion, next.belief);
  } else {
    listenTo(*entry.heard, next);
  }
  add(std::move(entry), std::move(next));
}

void Hunt::skip(const Step& step) {
  if (!LC_VERIFY(!entries_.empty())) return;
  HuntEntry entry;
  entry.kind = HuntEntry::Kind::skipped;
  entry.step = step;
  add(std::move(entry), State(states_.back()));
}

bool Hunt::undo() {
  if (entries_.size() <= 1) return false;
  entries_.pop_back();
  states_.pop_back();
  return true;
}

std::optional<chain::Situation> Hunt::with(const std::vector<Step>& steps) const {
  chain::Situation situation = origin_;
  for (const Step& step : steps) {
    auto done = withStep(situation, step, lookup_);
    if (!LC_VERIFY(done.has_value())) return std::nullopt;
    situation = std::move(*done);
  }
  return situation;
}

void Hunt::putBack(const Step& step) {
  if (!LC_VERIFY(!entries_.empty())) return;
  State next = states_.back();
  std::erase_if(next.standing, [&](const Step& one) { return isSame(one, step); });
  auto situation = with(next.standing);
  if (!situation) return;
  next.situation = std::move(*situation);
  HuntEntry entry;
  entry.kind = HuntEntry::Kind::putBack;
  entry.step = step;
  add(std::move(entry), std::move(next));
}

std::vector<Step> Hunt::toPutBack() const {
  std::vector<Step> steps;
  for (auto step = standing().rbegin(); step != standing().rend(); ++step) {
    const auto entry = std::find_if(entries_.rbegin(), entries_.rend(), [&](const HuntEntry& one) {
      return one.kind == HuntEntry::Kind::measured && one.step && isSame(*one.step, *step);
    });
    if (entry == entries_.rend() || !entry->change) continue;
    const Change& change = *entry->change;
    const bool isChanged =
        change.verdict == ChangeVerdict::less || change.verdict == ChangeVerdict::more;
    if (isChanged && std::abs(change.change.value()) >= kHeardNoMore.value())
      steps.push_back(*step);
  }
  return steps;
}

bool Hunt::isQuietWith(const Step& step) const {
  return std::any_of(entries_.begin(), entries_.end(), [&](const HuntEntry& entry) {
    return entry.kind == HuntEntry::Kind::measured && entry.step && isSame(*entry.step, step) &&
           entry.change && entry.change->verdict == ChangeVerdict::less &&
           entry.change->change <= -kQuiet;
  });
}

std::vector<ProposedStep> Hunt::worthwhile(const State& state, bool ofSkipped) const {
  std::vector<Step> skipped;
  std::size_t longerCaptures = 0;
  bool hasBaseline = false;
  for (const HuntEntry& entry : entries_) {
    if (!entry.step) continue;
    if (entry.kind == HuntEntry::Kind::skipped) skipped.push_back(*entry.step);
    if (entry.kind != HuntEntry::Kind::measured) continue;
    if (entry.step->action == StepAction::captureLonger) ++longerCaptures;
    if (entry.step->action == StepAction::measureBaseline) hasBaseline = true;
  }
  std::vector<Step> kept = state.standing;
  for (const Step& back : toPutBack()) {
    std::erase_if(kept, [&](const Step& one) { return isSame(one, back); });
  }
  const auto base = with(kept);
  if (!base) return {};
  const std::size_t heardAt = lastHeard(*base);
  const Diagnosis& heard = *entries_[heardAt].heard;
  const Decibels headroom = headroomOf(heard.evidence);
  const Stand stand(*base, lookup_, at_);
  // Done once is enough: what else stands done by now changed nothing.
  const auto isDone = [&](const Step& step) {
    return std::any_of(entries_.begin(), entries_.end(), [&](const HuntEntry& entry) {
      return entry.kind == HuntEntry::Kind::measured && isSame(*entry.step, step);
    });
  };
  const auto gainOf = [&](const Step& step) -> double {
    if (isDone(step)) return 0.0;
    if (step.action == StepAction::measureBaseline) {
      if (hasBaseline || heard.evidence.find(Trait::baselineExcess)) return 0.0;
      double own = 0.0;
      for (std::size_t i = 0; i < all_.size(); ++i) {
        if (all_[i].cause == Cause::interfaceNoise) own += state.belief[i];
      }
      return kShareOfBaseline * entropy({own, 1.0 - own});
    }
    if (step.action == StepAction::muteSource) {
      std::vector<std::vector<double>> outcomes;
      for (const Suspect& suspect : all_) {
        const double goes = suspect.where.empty() ? kUnknownIsPlayed : 0.05;
        outcomes.push_back({goes, 1.0 - goes});
      }
      return information(state.belief, outcomes);
    }
    const auto next = withStep(*base, step, lookup_);
    if (!next || *next == *base) return 0.0;
    return information(state.belief, expectations(all_, stand, Stand(*next, lookup_, at_)),
                       headroom);
  };
  std::vector<ProposedStep> proposed;
  const auto propose = [&](const Step& step, double bits) {
    if (bits < kLeastBits || isAmong(skipped, step) != ofSkipped) return;
    proposed.push_back({step, bits, bits / (step.minutes + minutesFor(step.cost))});
  };
  const HuntEntry& last = entries_.back();
  const Step longer = makeStep(StepAction::captureLonger);
  if (longerCaptures < kMostLongerCaptures) {
    std::vector<double> causes;
    for (const CauseProbability& one : heard.causes) causes.push_back(one.probability);
    if (last.change && last.change->verdict == ChangeVerdict::cannotTell) {
      propose(longer, kBitsOfLongerCapture);
    } else if (entries_.size() == 1) {
      const bool isStrange = heard.main().cause == Cause::unknown;
      propose(longer, isStrange ? kBitsOfLongerCapture : kShareOfLongerCapture * entropy(causes));
    }
  }
  for (const Step& step : candidateSteps(stand, all_)) {
    bool isNext = true;
    for (auto before = stepBefore(step); before && isNext; before = stepBefore(*before)) {
      // A step of the test that tells nothing here need not be done.
      if (!isQuietWith(*before)) {
        isNext = stepBefore(*before).has_value() && gainOf(*before) < kLeastBits;
      }
    }
    if (isNext) propose(step, gainOf(step));
  }
  std::stable_sort(proposed.begin(), proposed.end(),
                   [](const ProposedStep& a, const ProposedStep& b) { return a.worth > b.worth; });
  return proposed;
}

Conclusion Hunt::conclude(const State& state) const {
  Conclusion conclusion;
  for (std::size_t i = entries_.size(); i-- > 0;) {
    if (!entries_[i].heard || !(states_[i].situation == origin_)) continue;
    if (entries_[i].heard->main().cause == Cause::noHum) {
      conclusion.kind = Conclusion::Kind::nothing;
      return conclusion;
    }
    break;
  }
  conclusion.remaining = ranked(state.belief);
  const Suspect& first = conclusion.remaining.front();
  const bool isMore = !state.proposals.empty() && state.proposals.front().worth >= kWorthIt;
  const double enough = isMore ? kSure : kSureEnough;
  if (first.probability >= enough && !first.where.empty()) {
    conclusion.kind = Conclusion::Kind::found;
    conclusion.remaining.resize(1);
  } else if (!state.proposals.empty() && first.probability < kSure) {
    return conclusion;
  } else {
    double sum = 0.0;
    auto last = conclusion.remaining.begin();
    while (last != conclusion.remaining.end() && sum < kSure) sum += (last++)->probability;
    conclusion.remaining.erase(last, conclusion.remaining.end());
    const bool hasOneCure = !commonCures(conclusion.remaining).empty();
    conclusion.kind = hasOneCure ? Conclusion::Kind::found : Conclusion::Kind::open;
  }
  if (conclusion.kind == Conclusion::Kind::found) {
    conclusion.cures = commonCures(conclusion.remaining);
  } else {
    for (ProposedStep& one : worthwhile(state, true)) {
      conclusion.wouldTell.push_back(std::move(one.step));
    }
  }
  return conclusion;
}

}  // namespace linecheck::diagnosis
