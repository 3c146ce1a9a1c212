#include "base/utc_time.h"
#include "cli/desk_words.h"
#include "cli/setup_report.h"
#include "json/value.h"
#include "rules/texts.h"
#include "setup/words.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using json::Value;
using setup::ItemState;
using setup::StepState;

Value knownBy(const std::optional<setup::KnownBy>& by) {
  return by ? Value(std::string(setup::knownByName(*by))) : Value();
}

/// What was found, or what the rules say, or why a step is not done.
Value detailOf(const ItemState& item) {
  if (item.found) return item.found->english();
  if (!item.findings.empty()) return rules::message(item.findings.front());
  return {};
}

Value detailOf(const StepState& step) {
  for (const setup::State worst : {setup::State::wrong, setup::State::unknown}) {
    if (step.state != worst) continue;
    for (const ItemState& item : step.items) {
      if (item.state != worst) continue;
      Value detail = detailOf(item);
      return detail.isNull() ? Value(item.item.text.english()) : detail;
    }
  }
  return {};
}

Array placesJson(const std::vector<chain::Place>& places) {
  Array array;
  for (const chain::Place& place : places) array.emplace_back(place.text());
  return array;
}

Object itemJson(const ItemState& state) {
  Array findings;
  for (const auto& finding : state.findings) {
    Array fixes;
    for (const auto& fix : finding.fixes) {
      fixes.emplace_back(Object{{"cost", std::string(word(fix.cost))}, {"text", fixText(fix)}});
    }
    findings.emplace_back(Object{{"id", finding.id},
                                 {"severity", std::string(word(finding.severity))},
                                 {"text", rules::message(finding)},
                                 {"fixes", std::move(fixes)}});
  }
  Array contradictions;
  for (const Sentence& sentence : state.contradictions) {
    contradictions.emplace_back(sentence.english());
  }
  Object object{{"id", state.item.id},
                {"kind", std::string(setup::itemKindName(state.item.kind))},
                {"text", state.item.text.english()},
                {"state", std::string(setup::stateName(state.state))},
                {"known_by", knownBy(state.knownBy)}};
  object.set("at", state.at ? Value(utcText(*state.at)) : Value())
      .set("detail", detailOf(state))
      .set("cure", state.cure ? Value(state.cure->english()) : Value())
      .set("where", placesJson(state.item.where))
      .set("findings", std::move(findings))
      .set("contradictions", std::move(contradictions));
  if (!state.restsOn.empty()) {
    Array rests;
    for (const std::string& id : state.restsOn) rests.emplace_back(id);
    object.set("rests_on", std::move(rests));
  }
  return object;
}

Object stepJson(const StepState& step) {
  Array items;
  for (const ItemState& item : step.items) items.emplace_back(itemJson(item));
  return Object{{"id", std::string(setup::stepName(step.id))},
                {"title", setup::wordsOf(step.id).title.english()},
                {"state", std::string(setup::stateName(step.state))},
                {"known_by", knownBy(step.knownBy)},
                {"detail", detailOf(step)},
                {"items", std::move(items)}};
}

Value finite(const std::optional<double>& value) {
  return value ? Value(*value) : Value();
}

}  // namespace

json::Object setupJson(const SetupReport& report) {
  Object document{{"schema", "linecheck.setup/1"}};
  document.set("file", report.file).set("name", report.desk.chain().name);
  if (report.isComplete) document.set("complete", *report.isComplete);
  Array steps;
  for (const StepState& step : report.steps) steps.emplace_back(stepJson(step));
  document.set("steps", std::move(steps));
  if (report.isCompared && !report.changes) document.set("changes", Value());
  if (report.changes) {
    Array changes;
    for (const auto& change : *report.changes) {
      changes.emplace_back(Object{{"id", change.id},
                                  {"text", change.text.english()},
                                  {"where", placesJson(change.where)},
                                  {"before", finite(change.before)},
                                  {"now", finite(change.now)},
                                  {"worse", change.isWorse}});
    }
    document.set("changes", std::move(changes));
  }
  return document;
}

}  // namespace linecheck::cli
