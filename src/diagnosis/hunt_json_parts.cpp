#include "diagnosis/hunt_json_parts.h"

#include <array>
#include <cmath>
#include <limits>

#include "chain/vocabulary.h"

namespace linecheck::diagnosis::parts {
namespace {

using json::Array;
using json::Cursor;
using json::Members;
using json::Object;
using json::Word;

constexpr std::array<Word<chain::Cost>, 4> kCosts{{
    {"free", chain::Cost::free},
    {"cable", chain::Cost::cable},
    {"purchase", chain::Cost::purchase},
    {"craftsman", chain::Cost::craftsman},
}};

constexpr std::array<Word<ChangeVerdict>, 4> kVerdicts{{
    {"less", ChangeVerdict::less},
    {"more", ChangeVerdict::more},
    {"unchanged", ChangeVerdict::unchanged},
    {"cannot_tell", ChangeVerdict::cannotTell},
}};

template <class Read>
auto readList(const Cursor& at, Read read) {
  std::vector<decltype(read(at))> items;
  for (const Cursor& item : at.items()) items.push_back(read(item));
  return items;
}

chain::Fix readFix(const Cursor& at) {
  Members members = at.members();
  chain::Fix fix;
  fix.action = members.required("action").text().value_or("");
  fix.where = readPlaces(members.required("where"));
  fix.cost = members.required("cost").word(kCosts).value_or(chain::Cost::free);
  if (const Cursor arguments = members.optional("arguments")) {
    Members all = arguments.members();
    for (const auto& [name, value] : all.all()) fix.arguments[name] = value.text().value_or("");
  }
  return fix;
}

Suspect readSuspect(const Cursor& at) {
  Members members = at.members();
  Suspect suspect;
  suspect.cause = readCause(members.required("cause"));
  suspect.where = readPlaces(members.required("where"));
  suspect.probability = members.required("probability").number().value_or(0.0);
  suspect.cures = readFixes(members.optional("fixes"));
  return suspect;
}

Change readChangeAt(const Cursor& at) {
  Members members = at.members();
  return readChange(members);
}

}  // namespace

Array toJson(const std::vector<chain::Place>& where) {
  Array array;
  for (const chain::Place& place : where) {
    array.emplace_back(place.part.empty() ? std::string(chain::kWholeDesk) : place.text());
  }
  return array;
}

std::vector<chain::Place> readPlaces(const Cursor& at) {
  return readList(at, [](const Cursor& item) {
    chain::Place place;
    const std::string text = item.text().value_or("");
    if (text == chain::kWholeDesk) return place;
    const std::size_t colon = text.find(':');
    place.part = text.substr(0, colon);
    if (colon != std::string::npos) place.detail = text.substr(colon + 1);
    return place;
  });
}

Cause readCause(const Cursor& at) {
  return readId(at, Cause::unknown, findCause);
}

Object toJson(const Step& step) {
  return Object()
      .set("action", std::string(stepActionId(step.action)))
      .set("where", toJson(step.where))
      .set("cost", std::string(profiles::wordFor(kCosts, step.cost)))
      .set("minutes", step.minutes)
      .set("plugging", step.isPlugging);
}

Step readStep(const Cursor& at) {
  Members members = at.members();
  Step step;
  step.action = readId(members.required("action"), StepAction::captureLonger, findStepAction);
  step.where = readPlaces(members.required("where"));
  step.cost = members.required("cost").word(kCosts).value_or(chain::Cost::free);
  step.minutes = members.required("minutes").number().value_or(0.0);
  step.isPlugging = members.required("plugging").boolean().value_or(false);
  return step;
}

Array toJson(const std::vector<chain::Fix>& fixes) {
  Array array;
  for (const chain::Fix& fix : fixes) {
    Object arguments;
    for (const auto& [name, value] : fix.arguments) arguments.set(name, value);
    array.emplace_back(Object()
                           .set("action", fix.action)
                           .set("where", toJson(fix.where))
                           .set("cost", std::string(profiles::wordFor(kCosts, fix.cost)))
                           .set("arguments", std::move(arguments)));
  }
  return array;
}

std::vector<chain::Fix> readFixes(const Cursor& at) {
  return readList(at, readFix);
}

Array toJson(const std::vector<Suspect>& suspects) {
  Array array;
  for (const Suspect& suspect : suspects) {
    array.emplace_back(Object()
                           .set("cause", std::string(causeId(suspect.cause)))
                           .set("where", toJson(suspect.where))
                           .set("probability", suspect.probability)
                           .set("fixes", toJson(suspect.cures)));
  }
  return array;
}

std::vector<Suspect> readSuspects(const Cursor& at) {
  return readList(at, readSuspect);
}

Object toJson(const Change& change) {
  Object object;
  // No error can be told: it is infinite, and the key is null.
  const double error = change.standardError.value();
  object.set("change_db", change.change.value())
      .set("se_db", std::isfinite(error) ? json::Value(error) : json::Value())
      .set("bound", change.isBound)
      .set("at_least", change.isLeast)
      .set("verdict", std::string(changeVerdictId(change.verdict)));
  return object;
}

Change readChange(Members& members) {
  Change change;
  change.change = Decibels::of(members.required("change_db").number().value_or(0.0));
  const Cursor error = members.required("se_db");
  change.standardError = Decibels::of(error.isNull() ? std::numeric_limits<double>::infinity()
                                                     : error.number().value_or(0.0));
  change.isBound = members.required("bound").boolean().value_or(false);
  change.isLeast = members.required("at_least").boolean().value_or(false);
  change.verdict = members.required("verdict").word(kVerdicts).value_or(ChangeVerdict::cannotTell);
  return change;
}

Object toJson(const Comparison& comparison) {
  Array harmonics;
  for (const HarmonicChange& one : comparison.harmonics) {
    harmonics.emplace_back(toJson(one.change).set("order", one.order));
  }
  Array causes;
  for (const CauseChange& one : comparison.causes) {
    causes.emplace_back(toJson(one.change).set("cause", std::string(causeId(one.cause))));
  }
  return Object()
      .set("total", toJson(comparison.total))
      .set("harmonics", std::move(harmonics))
      .set("causes", std::move(causes));
}

Comparison readComparison(const Cursor& at) {
  Members members = at.members();
  Comparison comparison;
  comparison.total = readChangeAt(members.required("total"));
  comparison.harmonics = readList(members.required("harmonics"), [](const Cursor& item) {
    Members one = item.members();
    return HarmonicChange{static_cast<int>(one.required("order").integer().value_or(1)),
                          readChange(one)};
  });
  comparison.causes = readList(members.required("causes"), [](const Cursor& item) {
    Members one = item.members();
    return CauseChange{readCause(one.required("cause")), readChange(one)};
  });
  return comparison;
}

}  // namespace linecheck::diagnosis::parts
