#include "setup/progress_json.h"

#include <array>

#include "base/utc_time.h"
#include "json/reader.h"
#include "profiles/vocabulary.h"
#include "setup/measured_json.h"
#include "setup/readings_json.h"

namespace linecheck::setup {
namespace {

using json::Array;
using json::Cursor;
using json::Members;
using json::Object;
using json::Word;
using profiles::wordFor;

constexpr std::array<Word<Answer>, 3> kAnswers{{
    {"done", Answer::done},
    {"wrong", Answer::wrong},
    {"not_needed", Answer::notNeeded},
}};

Object tickJson(const Tick& tick) {
  return Object()
      .set("item", tick.item)
      .set("answer", std::string(wordFor(kAnswers, tick.answer)))
      .set("at", utcText(tick.at))
      .set("basis", tick.basis.empty() ? json::Value() : json::Value(tick.basis));
}

Tick readTick(const Cursor& at) {
  Members members = at.members();
  Tick tick;
  tick.item = members.required("item").text().value_or("");
  tick.answer = members.required("answer").word(kAnswers).value_or(Answer::done);
  tick.at = parts::readTime(members.required("at"));
  tick.basis = parts::readOptionalText(members.required("basis"));
  return tick;
}

/// `"noise": {"at": …, "basis": …, "reading": {…}}`; nothing where none was taken.
template <class T>
void addReading(Object& object, std::string_view key, const std::optional<Taken<T>>& taken) {
  if (!taken) return;
  object.set(key,
             Object()
                 .set("at", utcText(taken->at))
                 .set("basis", taken->basis.empty() ? json::Value() : json::Value(taken->basis))
                 .set("reading", parts::toJson(taken->reading)));
}

template <class T>
void readReading(const Cursor& at, std::optional<Taken<T>>& into) {
  if (!at) return;
  Members members = at.members();
  Taken<T> taken;
  taken.at = parts::readTime(members.required("at"));
  taken.basis = parts::readOptionalText(members.required("basis"));
  parts::read(members.required("reading"), taken.reading);
  into = std::move(taken);
}

Object wishesJson(const Wishes& wishes) {
  return Object()
      .set("listening_db_spl", wishes.listening.value())
      .set("reserve_db", wishes.reserve.value());
}

/// Nobody asks for less than a whisper, or for what deafens.
Wishes readWishes(const Cursor& at) {
  Wishes wishes;
  if (!at) return wishes;  // Not kept by the first versions.
  Members members = at.members();
  if (const auto level =
          parts::readNumber(members.required("listening_db_spl"), parts::Range{30.0, 120.0})) {
    wishes.listening = DecibelsSpl::of(*level);
  }
  if (const auto reserve =
          parts::readNumber(members.required("reserve_db"), parts::Range{0.0, 60.0})) {
    wishes.reserve = Decibels::of(*reserve);
  }
  return wishes;
}

StepId readStep(const Cursor& at) {
  const auto name = at.text();
  const auto step = name ? findStep(*name) : std::nullopt;
  if (name && !step) at.fail("No step of the set-up is called so.");
  return step.value_or(StepId::desk);
}

void refuseTwice(const std::vector<Cursor>& items, const std::vector<Tick>& ticks) {
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (ticks[i].item.empty() || ticks[i].item != ticks[j].item) continue;
      items[i].fail("This item is ticked already, further up.");
      break;
    }
  }
}

}  // namespace

const json::Format& progressFormat() {
  static const json::Format kFormat{"linecheck.setup-state", "set-up", {}};
  return kFormat;
}

Object toJson(const Progress& progress) {
  Array ticks;
  for (const Tick& tick : progress.ticks) ticks.emplace_back(tickJson(tick));
  Object readings;
  addReading(readings, "system", progress.readings.system);
  addReading(readings, "path", progress.readings.path);
  addReading(readings, "level", progress.readings.level);
  addReading(readings, "noise", progress.readings.noise);
  addReading(readings, "match", progress.readings.match);
  return Object{{"schema", progressFormat().schema()}}
      .set("at", std::string(stepName(progress.at)))
      .set("ticks", std::move(ticks))
      .set("readings", std::move(readings))
      .set("wishes", wishesJson(progress.wishes));
}

ResultOrErrors<Progress> readProgress(const json::Document& document) {
  const auto newest = json::toNewest(document, progressFormat());
  if (!newest) return tl::unexpected(Errors{newest.error()});
  json::Reader reader(*newest);
  Progress progress;
  {
    Members root = reader.root().members();
    (void)root.required("schema").text();
    progress.at = readStep(root.required("at"));
    const auto items = root.required("ticks").items();
    for (const Cursor& item : items) progress.ticks.push_back(readTick(item));
    refuseTwice(items, progress.ticks);
    progress.wishes = readWishes(root.optional("wishes"));
    Members readings = root.required("readings").members();
    readReading(readings.optional("system"), progress.readings.system);
    readReading(readings.optional("path"), progress.readings.path);
    readReading(readings.optional("level"), progress.readings.level);
    readReading(readings.optional("noise"), progress.readings.noise);
    readReading(readings.optional("match"), progress.readings.match);
  }
  if (Errors errors = reader.errors(); !errors.empty()) return tl::unexpected(std::move(errors));
  return progress;
}

}  // namespace linecheck::setup
