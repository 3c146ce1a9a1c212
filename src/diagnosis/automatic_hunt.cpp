#include "diagnosis/automatic_hunt.h"

#include <algorithm>

namespace linecheck::diagnosis {
std::size_t stepsDone(const Hunt& hunt) {
  return static_cast<std::size_t>(std::count_if(
      hunt.entries().begin(), hunt.entries().end(),
      [](const HuntEntry& entry) { return entry.kind == HuntEntry::Kind::measured; }));
}

namespace {

/// With what was put back after the step; one that stands is put back now.
void undoStep(Hunt& hunt, HuntPlayer& player) {
  const std::vector<Step> standing = hunt.standing();
  while (hunt.entries().back().kind == HuntEntry::Kind::putBack && hunt.undo()) continue;
  const std::optional<Step> undone = hunt.entries().back().step;
  if (!hunt.undo() || !undone) return;
  const bool stands = std::find(standing.begin(), standing.end(), *undone) != standing.end();
  if (stands) player.putBack(*undone);
}

}  // namespace

Result<void> runHunt(Hunt& hunt, HuntPlayer& player, std::size_t mostSteps) {
  auto first = player.hear(hunt.situation(), nullptr);
  if (!first) return fail(first.error());
  hunt.begin(*std::move(first));
  player.look(hunt);
  while (!hunt.proposals().empty() && stepsDone(hunt) < mostSteps) {
    const ProposedStep next = hunt.proposals().front();
    // Proposed for the desk with these put back.
    for (const Step& step : hunt.toPutBack()) {
      player.putBack(step);
      hunt.putBack(step);
    }
    const HuntPlayer::Reply reply = player.take(next);
    if (reply == HuntPlayer::Reply::stop) return {};
    if (reply == HuntPlayer::Reply::undo) {
      undoStep(hunt, player);
    } else if (reply == HuntPlayer::Reply::skip) {
      hunt.skip(next.step);
    } else {
      const auto situation = hunt.situationWith(next.step);
      if (!situation) return fail(situation.error());
      auto heard = player.hear(*situation, &next.step);
      if (!heard) return fail(heard.error());
      hunt.measured(next.step, *std::move(heard));
    }
    player.look(hunt);
  }
  return {};
}

}  // namespace linecheck::diagnosis
