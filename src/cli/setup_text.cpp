#include <fmt/format.h>

#include "cli/desk_words.h"
#include "cli/setup_report.h"
#include "cli/text_width.h"
#include "rules/texts.h"
#include "setup/checklist.h"
#include "setup/words.h"

namespace linecheck::cli {
namespace {

using setup::ItemState;
using setup::State;
using setup::StepState;

// Boxes that can be ticked on paper.
std::string_view box(State state) {
  switch (state) {
    case State::done:
      return "[x]";
    case State::wrong:
      return "[!]";
    case State::notNeeded:
      return "[-]";
    case State::unknown:
      break;
  }
  return "[ ]";
}

std::string known(const std::optional<setup::KnownBy>& by) {
  return by ? fmt::format("  ({})", setup::knownByWords(*by)) : std::string();
}

std::string itemText(const ItemState& state) {
  std::string text =
      fmt::format("  {} {}{}\n", box(state.state), state.item.text.english(), known(state.knownBy));
  const auto add = [&text](const std::string& line) { text += "        " + line + '\n'; };
  // What is right needs no words.
  if (state.state != State::done && state.found) add(state.found->english());
  if (state.state != State::done) {
    for (const auto& finding : state.findings) {
      add(rules::message(finding));
      for (const auto& fix : finding.fixes) add("→ " + fixText(fix));
    }
  }
  if (state.cure && state.state != State::done) add("→ " + state.cure->english());
  for (const Sentence& sentence : state.contradictions) {
    add("But: " + sentence.english());
  }
  return text;
}

std::string lineText(const ItemState& state) {
  return fmt::format("  {} {}{}\n", box(state.state), state.item.text.english(),
                     known(state.knownBy));
}

std::string checklistText(const StepState& step) {
  std::string text;
  std::string_view group;
  for (const ItemState& state : step.items) {
    const auto* line = setup::checklistLineOf(state.item);
    if (line && setup::groupName(line->group) != group) {
      group = setup::groupName(line->group);
      text += fmt::format(" {}\n", group);
    }
    text += lineText(state);
  }
  return text;
}

}  // namespace

std::string setupText(const SetupReport& report) {
  std::string text;
  int number = 0;
  for (const StepState& step : report.steps) {
    const auto words = setup::wordsOf(step.id);
    text += fmt::format("{}{}. {}: {}\n", number == 0 ? "" : "\n", number + 1,
                        words.title.english(), setup::stateWords(step.state));
    ++number;
    if (step.id == setup::StepId::checklist) {
      text += checklistText(step);
    } else {
      for (const ItemState& state : step.items) text += itemText(state);
    }
  }
  if (!report.isCompared) return text;
  text += "\nSince last time\n";
  if (!report.changes)
    return text + "  Nothing was measured then, so there is nothing to compare.\n";
  if (report.changes->empty()) text += "  Nothing has changed.\n";
  for (const auto& change : *report.changes) {
    text += fmt::format("  {} {}\n", change.isWorse ? "[!]" : "   ", change.text.english());
  }
  return text;
}

}  // namespace linecheck::cli
