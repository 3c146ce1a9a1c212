#include <algorithm>

#include "setup/opinion.h"

namespace linecheck::setup {
namespace {

/// The lower, the more it counts.
int rankOf(const Opinion& opinion) {
  constexpr int kBehindTheUser = 1 + static_cast<int>(KnownBy::user);
  return opinion.isAdvice ? kBehindTheUser : static_cast<int>(opinion.by);
}

/// Of two of one rank what is wrong counts before what is right.
bool countsMore(const Opinion& a, const Opinion& b) {
  if (rankOf(a) != rankOf(b)) return rankOf(a) < rankOf(b);
  return a.state == State::wrong && b.state != State::wrong;
}

bool contradicts(const Opinion& opinion, State state) {
  return (opinion.state == State::done && state == State::wrong) ||
         (opinion.state == State::wrong && state == State::done);
}

}  // namespace

ItemState merged(Item item, const Opinions& opinions) {
  std::vector<const Opinion*> about;
  for (const Opinion& opinion : opinions) {
    if (opinion.item == item.id) about.push_back(&opinion);
  }
  std::stable_sort(about.begin(), about.end(),
                   [](const Opinion* a, const Opinion* b) { return countsMore(*a, *b); });
  ItemState state{std::move(item)};
  for (const Opinion* opinion : about) {
    state.findings.insert(state.findings.end(), opinion->findings.begin(), opinion->findings.end());
    if (opinion->state == State::unknown) continue;
    if (state.state == State::unknown) {
      state.state = opinion->state;
      state.knownBy = opinion->by;
      state.at = opinion->at;
      state.found = opinion->found;
      state.cure = opinion->cure;
      state.suspects = opinion->suspects;
    } else if (opinion->by != state.knownBy && contradicts(*opinion, state.state)) {
      if (opinion->found) state.contradictions.push_back(*opinion->found);
    } else if (opinion->state == state.state && !state.found) {
      // What to do, the findings say themselves.
      state.found = opinion->found;
    }
  }
  if (state.state != State::unknown) return state;
  // Nobody knows; the first that has something to say may say it.
  for (const Opinion* opinion : about) {
    if (!opinion->found) continue;
    state.found = opinion->found;
    state.cure = opinion->cure;
    state.suspects = opinion->suspects;
    break;
  }
  return state;
}

}  // namespace linecheck::setup
