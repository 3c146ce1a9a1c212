#include "diagnosis/hunt_json.h"

#include <array>

#include "base/utc_time.h"
#include "diagnosis/hunt_json_parts.h"
#include "json/reader.h"
#include "profiles/vocabulary.h"

namespace linecheck::diagnosis {
namespace {

using json::Array;
using json::Cursor;
using json::Members;
using json::Object;
using json::Word;

constexpr std::array<Word<HuntEntry::Kind>, 4> kKinds{{
    {"begun", HuntEntry::Kind::begun},
    {"measured", HuntEntry::Kind::measured},
    {"skipped", HuntEntry::Kind::skipped},
    {"put_back", HuntEntry::Kind::putBack},
}};

constexpr std::array<Word<Conclusion::Kind>, 4> kEnds{{
    {"goes_on", Conclusion::Kind::goesOn},
    {"found", Conclusion::Kind::found},
    {"nothing", Conclusion::Kind::nothing},
    {"open", Conclusion::Kind::open},
}};

Object entryJson(const JournalEntry& moment) {
  const HuntEntry& entry = moment.entry;
  Object object;
  object.set("at", utcText(moment.at))
      .set("kind", std::string(profiles::wordFor(kKinds, entry.kind)));
  if (entry.step) object.set("step", parts::toJson(*entry.step));
  if (entry.heard) object.set("heard", parts::toJson(*entry.heard));
  if (entry.comparison) object.set("comparison", parts::toJson(*entry.comparison));
  if (entry.change) object.set("change", parts::toJson(*entry.change));
  object.set("suspects", parts::toJson(entry.suspects));
  return object;
}

JournalEntry readEntry(const Cursor& at) {
  Members members = at.members();
  JournalEntry moment;
  const Cursor when = members.required("at");
  if (const auto text = when.text()) {
    const auto time = timeFromUtc(*text);
    if (!time) when.fail("Not a time such as 2026-03-01T09:30:00Z.");
    moment.at = time.value_or(std::chrono::sys_seconds{});
  }
  HuntEntry& entry = moment.entry;
  entry.kind = members.required("kind").word(kKinds).value_or(HuntEntry::Kind::begun);
  if (const Cursor step = members.optional("step")) entry.step = parts::readStep(step);
  if (const Cursor heard = members.optional("heard")) entry.heard = parts::readHeard(heard);
  if (const Cursor one = members.optional("comparison")) {
    entry.comparison = parts::readComparison(one);
  }
  if (const Cursor change = members.optional("change")) {
    Members all = change.members();
    entry.change = parts::readChange(all);
  }
  entry.suspects = parts::readSuspects(members.required("suspects"));
  return moment;
}

Conclusion readConclusion(const Cursor& at) {
  Members members = at.members();
  Conclusion conclusion;
  conclusion.kind = members.required("kind").word(kEnds).value_or(Conclusion::Kind::goesOn);
  conclusion.remaining = parts::readSuspects(members.required("links"));
  conclusion.cures = parts::readFixes(members.required("fixes"));
  for (const Cursor& step : members.required("would_tell").items()) {
    conclusion.wouldTell.push_back(parts::readStep(step));
  }
  return conclusion;
}

}  // namespace

const json::Format& huntFormat() {
  static const json::Format kFormat{"linecheck.hunt", "hunt", {}};
  return kFormat;
}

HuntJournal journalOf(const Hunt& hunt, const std::vector<std::chrono::sys_seconds>& times) {
  HuntJournal journal;
  journal.chain = hunt.situation().chain.name;
  journal.at = hunt.listeningPoint();
  journal.conclusion = hunt.conclusion();
  std::chrono::sys_seconds at{};
  for (std::size_t i = 0; i < hunt.entries().size(); ++i) {
    if (i < times.size()) at = times[i];
    journal.entries.push_back({at, hunt.entries()[i]});
  }
  return journal;
}

Object toJson(const HuntJournal& journal) {
  Array entries;
  for (const JournalEntry& moment : journal.entries) entries.emplace_back(entryJson(moment));
  Array wouldTell;
  for (const Step& step : journal.conclusion.wouldTell) wouldTell.emplace_back(parts::toJson(step));
  const Conclusion& end = journal.conclusion;
  return Object{{"schema", huntFormat().schema()}}
      .set("chain", journal.chain.empty() ? json::Value() : json::Value(journal.chain))
      .set("listening_at", journal.at.device.text() + ':' + journal.at.port)
      .set("entries", std::move(entries))
      .set("conclusion", Object()
                             .set("kind", std::string(profiles::wordFor(kEnds, end.kind)))
                             .set("links", parts::toJson(end.remaining))
                             .set("fixes", parts::toJson(end.cures))
                             .set("would_tell", std::move(wouldTell)));
}

ResultOrErrors<HuntJournal> readJournal(const json::Document& document) {
  const auto newest = json::toNewest(document, huntFormat());
  if (!newest) return tl::unexpected(Errors{newest.error()});
  json::Reader reader(*newest);
  HuntJournal journal;
  {
    Members root = reader.root().members();
    (void)root.required("schema").text();
    if (const Cursor name = root.required("chain"); !name.isNull()) {
      journal.chain = name.text().value_or("");
    }
    const Cursor point = root.required("listening_at");
    if (const auto text = point.text()) {
      const std::size_t colon = text->find(':');
      if (colon == std::string::npos) point.fail("Not a device and its port, \"amp:phones\".");
      journal.at.device = chain::DeviceId(text->substr(0, colon));
      if (colon != std::string::npos) journal.at.port = text->substr(colon + 1);
    }
    for (const Cursor& entry : root.required("entries").items()) {
      journal.entries.push_back(readEntry(entry));
    }
    journal.conclusion = readConclusion(root.required("conclusion"));
    // Others may add figures of their own.
    root.ignoreRest();
  }
  if (Errors errors = reader.errors(); !errors.empty()) return tl::unexpected(std::move(errors));
  return journal;
}

}  // namespace linecheck::diagnosis
