#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "diagnosis/cause_opinion.h"
#include "diagnosis/comparison.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/step.h"
#include "diagnosis/suspect.h"

namespace linecheck::diagnosis {

/// A step as it stands in the list of what could come next.
struct ProposedStep {
  Step step;
  double gainBits = 0.0;  ///< Expected information on the suspects.
  double worth = 0.0;     ///< gainBits per minute, cost counted as time; the list's order.
  bool operator==(const ProposedStep&) const = default;
};

/// What was done, and what was heard then.
struct HuntEntry {
  enum class Kind { begun, measured, skipped, putBack };
  Kind kind = Kind::begun;
  std::optional<Step> step;
  std::optional<Diagnosis> heard;        ///< After it; also of a beginning.
  std::optional<Comparison> comparison;  ///< Against what was heard before it.
  std::optional<Change> change;          ///< Of it what counts: the culprit's part of the sound.
  std::vector<Suspect> suspects;         ///< After it, the likeliest first.
};

/// How a hunt ends, or stands.
struct Conclusion {
  enum class Kind {
    goesOn,
    found,    ///< One link, with its cures; or several that the same cure helps against.
    nothing,  ///< No hum above the chain's own noise.
    open,     ///< What remains cannot be told apart with what the user can do.
  };
  Kind kind = Kind::goesOn;
  std::vector<Suspect> remaining;  ///< Those that are left, the likeliest first.
  /// What helps against all that remains, the cheapest first; only if found.
  std::vector<chain::Fix> cures;
  std::vector<Step> wouldTell;  ///< What would tell them apart but was skipped.
};

/// A guided search for the link that carries a hum: hear, propose, do, hear again. A value; knows
/// neither sound card nor window. Not thread-safe.
class Hunt {
 public:
  /// `lookup` outlives the hunt.
  Hunt(chain::Chain chain, chain::ProfileLookup lookup, ListeningPoint at);

  /// The first capture. Begins anew.
  void begin(Diagnosis heard);
  /// After a step was done: the suspects' probabilities by Bayes with what each predicts.
  void measured(const Step& step, Diagnosis heard);
  /// "I can't do that": not proposed again.
  void skip(const Step& step);
  /// Takes the last entry back (also a skip). False if there is none but the beginning.
  bool undo();
  /// The step is put back as it was (the plug is in again) or stays done: what remains done counts
  /// for all that follows.
  void putBack(const Step& step);

  /// The most worthwhile first, for the desk with all of `toPutBack` put back; empty once it has
  /// ended.
  [[nodiscard]] const std::vector<ProposedStep>& proposals() const;
  /// What is still done and changed what is heard, the last first: to be put back before the next
  /// step, since with the hum gone nothing more can be learnt.
  [[nodiscard]] std::vector<Step> toPutBack() const;
  /// All that is still done, in the order in which it was.
  [[nodiscard]] const std::vector<Step>& standing() const;
  [[nodiscard]] const std::vector<Suspect>& suspects() const;
  [[nodiscard]] const Conclusion& conclusion() const;
  [[nodiscard]] const std::vector<HuntEntry>& entries() const { return entries_; }
  /// The desk as it stands now, with what was done and not put back.
  [[nodiscard]] const chain::Situation& situation() const;
  /// That with a step done as well. Errors as those of `withStep`.
  [[nodiscard]] Result<chain::Situation> situationWith(const Step& step) const;
  [[nodiscard]] const ListeningPoint& listeningPoint() const { return at_; }

 private:
  /// How it stands after an entry.
  struct State {
    chain::Situation situation;
    std::vector<Step> standing;
    std::vector<double> belief;  ///< Of `all_`, in its order.
    CauseOpinion opinion;        ///< Which is part of `belief`.
    std::vector<ProposedStep> proposals;
    Conclusion conclusion;
  };

  [[nodiscard]] const State& now() const;
  [[nodiscard]] std::size_t lastHeard(const chain::Situation& situation) const;
  void captured(const Step& step, Diagnosis heard);
  void listenTo(const Diagnosis& heard, State& state) const;
  [[nodiscard]] std::vector<double> compared(HuntEntry& entry, std::size_t before,
                                             const chain::Situation& after,
                                             const std::vector<double>& prior) const;
  void add(HuntEntry entry, State state);
  [[nodiscard]] std::vector<Suspect> ranked(const std::vector<double>& belief) const;
  [[nodiscard]] std::optional<chain::Situation> with(const std::vector<Step>& steps) const;
  [[nodiscard]] std::vector<ProposedStep> worthwhile(const State& state, bool ofSkipped) const;
  [[nodiscard]] Conclusion conclude(const State& state) const;
  [[nodiscard]] bool isQuietWith(const Step& step) const;

  chain::Situation origin_;
  chain::ProfileLookup lookup_;
  ListeningPoint at_;
  std::vector<Suspect> all_;  ///< Of the beginning.
  std::vector<HuntEntry> entries_;
  std::vector<State> states_;  ///< One for each entry.
  State unbegun_;
};

}  // namespace linecheck::diagnosis
