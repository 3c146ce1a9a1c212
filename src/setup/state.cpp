#include "setup/state.h"

#include <algorithm>

#include "setup/checklist.h"
#include "setup/item_makers.h"
#include "setup/opinion.h"

namespace linecheck::setup {
namespace {

/// The worse, the greater.
int badness(State state) {
  switch (state) {
    case State::notNeeded:
      return 0;
    case State::done:
      return 1;
    case State::unknown:
      return 2;
    case State::wrong:
      return 3;
  }
  return 0;
}

State worse(State a, State b) {
  return badness(a) < badness(b) ? b : a;
}

/// A line sums up the items of its kinds; what is found is that of the worst of them.
ItemState lineState(Item item, const std::vector<ItemState>& parts) {
  const ChecklistLine* line = checklistLineOf(item);
  ItemState sum{std::move(item)};
  sum.state = State::notNeeded;
  const ItemState* worst = nullptr;
  for (const ItemState& part : parts) {
    if (std::find(line->kinds.begin(), line->kinds.end(), part.item.kind) == line->kinds.end()) {
      continue;
    }
    sum.restsOn.push_back(part.item.id);
    sum.state = worse(sum.state, part.state);
    if (part.state == State::done && part.knownBy) {
      sum.knownBy = std::max(sum.knownBy.value_or(*part.knownBy), *part.knownBy);
    }
    if (!worst || badness(worst->state) < badness(part.state)) worst = &part;
    sum.findings.insert(sum.findings.end(), part.findings.begin(), part.findings.end());
    sum.contradictions.insert(sum.contradictions.end(), part.contradictions.begin(),
                              part.contradictions.end());
  }
  if (!worst || sum.state == State::done) return sum;
  sum.knownBy = worst->knownBy;
  sum.at = worst->at;
  sum.found = worst->found;
  sum.cure = worst->cure;
  return sum;
}

/// Of an empty desk nobody can tell yet what it needs.
StepState summedUp(StepId id, std::vector<ItemState> items, bool isDeskEmpty) {
  StepState step{id, isDeskEmpty ? State::unknown : State::notNeeded, {}, std::move(items)};
  for (const ItemState& item : step.items) {
    step.state = worse(step.state, item.state);
    if (item.state == State::done && item.knownBy) {
      step.knownBy = std::max(step.knownBy.value_or(*item.knownBy), *item.knownBy);
    }
  }
  if (step.state != State::done) step.knownBy.reset();
  return step;
}

}  // namespace

std::string_view stateName(State state) {
  switch (state) {
    case State::unknown:
      return "unknown";
    case State::done:
      return "done";
    case State::wrong:
      return "wrong";
    case State::notNeeded:
      return "not_needed";
  }
  return {};
}

int StepState::settled() const {
  return static_cast<int>(std::count_if(items.begin(), items.end(), [](const ItemState& item) {
    return item.state == State::done || item.state == State::notNeeded;
  }));
}

std::vector<StepState> stateOf(const chain::Desk& desk, const Progress& progress,
                               const Wishes& wishes) {
  const auto& level = progress.readings.level;
  const bool isLevelValid = level && level->basis == readingBasis(desk, ReadingKind::level);
  const Survey survey(desk, wishes, isLevelValid ? &level->reading : nullptr);
  std::vector<Item> items = itemsOf(survey);
  const Progress valid = stillValid(progress, desk, items);
  const Evidence evidence{survey, items, valid};
  Opinions opinions;
  for (const auto check : {checkDesk, checkRules, checkSystem, checkFormat, checkPath, checkLevels,
                           checkSettings, checkGain, checkMatch, checkNoise, checkTicks}) {
    check(evidence, opinions);
  }
  // From here on nobody looks at the evidence.
  std::vector<ItemState> states;
  states.reserve(items.size());
  for (Item& item : items) {
    states.push_back(item.kind == ItemKind::checklistLine ? lineState(std::move(item), states)
                                                          : merged(std::move(item), opinions));
  }
  std::vector<StepState> steps;
  for (const StepId id : stepIds()) {
    std::vector<ItemState> own;
    for (ItemState& state : states) {
      if (state.item.step() == id) own.push_back(std::move(state));
    }
    steps.push_back(summedUp(id, std::move(own), desk.chain().devices.empty()));
  }
  return steps;
}

std::vector<StepState> stateOf(const chain::Desk& desk, const Progress& progress) {
  return stateOf(desk, progress, progress.wishes);
}

const ItemState* findItem(std::span<const StepState> steps, std::string_view id) {
  for (const StepState& step : steps) {
    for (const ItemState& item : step.items) {
      if (item.item.id == id) return &item;
    }
  }
  return nullptr;
}

}  // namespace linecheck::setup
