#include <fmt/format.h>

#include <cmath>

#include "base/number_text.h"
#include "cli/desk_words.h"
#include "cli/hunt_report.h"
#include "cli/text_width.h"
#include "diagnosis/automatic_hunt.h"
#include "diagnosis/step_words.h"

namespace linecheck::cli {
namespace {

using diagnosis::Conclusion;
using diagnosis::HuntEntry;

/// "Zen Go → L30 II" for a cable, else what a place is called.
std::string nameOf(const chain::Desk& desk, const chain::Place& place) {
  if (place.part.empty()) return "the whole desk";
  if (const chain::Cable* cable = desk.cable(chain::CableId(place.part))) {
    return fmt::format("{} → {}", desk.name(cable->from.socket.device),
                       desk.name(cable->to.socket.device));
  }
  return placeText(desk, place);
}

std::string suspectText(const chain::Desk& desk, const diagnosis::Suspect& suspect) {
  if (suspect.where.empty()) return "something else";
  std::string text =
      spaced(diagnosis::causeId(suspect.cause)) + " at " + nameOf(desk, suspect.where.front());
  if (suspect.cause != diagnosis::Cause::groundLoop) return text;
  for (std::size_t i = 1; i < suspect.where.size(); ++i) {
    text += (i == 1 ? ", through " : ", ") + nameOf(desk, suspect.where[i]);
  }
  return text;
}

std::string changeText(const diagnosis::Change& change) {
  std::string text = spaced(diagnosis::changeVerdictId(change.verdict));
  if (!std::isfinite(change.change.value()) || !std::isfinite(change.standardError.value())) {
    return text;
  }
  const bool isMore = change.change > Decibels();
  const std::string bound = !change.isBound ? "" : isMore ? "≥ " : "≤ ";
  return text + ": " + bound + numberText(change.change.value(), 1, "dB") + " ± " +
         numberText(change.standardError.value(), 1, "dB");
}

std::string heardText(const diagnosis::Diagnosis& heard) {
  const auto& main = heard.main();
  return fmt::format("{} ({})", spaced(diagnosis::causeId(main.cause)),
                     probabilityText(main.probability));
}

}  // namespace

std::string stepText(const chain::Desk& desk, const diagnosis::Step& step) {
  std::string text = diagnosis::wordsFor(step, desk).title.english() + " (" +
                     numberText(step.minutes, step.minutes < 1.0 ? 1 : 0, "min");
  if (step.cost != chain::Cost::free) text += fmt::format(", {}", word(step.cost));
  return text + ')';
}

std::string entryText(const chain::Desk& desk, const diagnosis::Hunt& hunt) {
  const HuntEntry& entry = hunt.entries().back();
  switch (entry.kind) {
    case HuntEntry::Kind::begun:
      return "Heard: " + heardText(*entry.heard) + '\n';
    case HuntEntry::Kind::skipped:
      return "   Skipped: " + stepText(desk, *entry.step) + '\n';
    case HuntEntry::Kind::putBack:
      return "   Put back: " + stepText(desk, *entry.step) + '\n';
    case HuntEntry::Kind::measured:
      break;
  }
  return fmt::format("{:>2}. {}\n    {}; likeliest now: {} ({})\n", stepsDone(hunt),
                     stepText(desk, *entry.step),
                     entry.change ? changeText(*entry.change) : "heard again",
                     suspectText(desk, entry.suspects.front()),
                     probabilityText(entry.suspects.front().probability));
}

std::string conclusionText(const chain::Desk& desk, const diagnosis::Hunt& hunt) {
  const Conclusion& end = hunt.conclusion();
  std::string text;
  switch (end.kind) {
    case Conclusion::Kind::nothing:
      return "Nothing is there above the chain's own noise.\n";
    case Conclusion::Kind::found:
      text = "Found: ";
      break;
    case Conclusion::Kind::open:
      text = "It cannot be told apart with these steps. What is left: ";
      break;
    case Conclusion::Kind::goesOn:
      text = "Not at the end. What is left: ";
      break;
  }
  bool isFirst = true;
  for (const auto& suspect : end.remaining) {
    if (!isFirst && suspect.probability < 0.01) break;
    text += (isFirst ? "" : "; ") + suspectText(desk, suspect) + " (" +
            probabilityText(suspect.probability) + ')';
    isFirst = false;
  }
  text += '\n';
  for (const chain::Fix& fix : end.cures) text += "  What helps: " + fixText(fix) + '\n';
  for (const auto& step : end.wouldTell) text += "  Would tell: " + stepText(desk, step) + '\n';
  return text;
}

}  // namespace linecheck::cli
