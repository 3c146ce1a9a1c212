#include "measure/saved_reading.h"

#include <cmath>
#include <utility>

#include "json/reader.h"

namespace linecheck::measure {
namespace {

constexpr std::string_view kSchema = "linecheck.measurement/1";

std::optional<int> channelOf(json::Members& members) {
  const auto place = members.required("channel");
  if (!place || place.isNull()) return std::nullopt;
  const auto number = place.integer();
  return number ? std::optional(static_cast<int>(*number) - 1) : std::nullopt;
}

// "value_db" is the name "value" and the unit of "db"; the longest unit that fits.
struct NamedUnit {
  std::string name;
  Unit unit;
};
std::optional<NamedUnit> split(const std::string& key) {
  for (auto at = key.find('_'); at != std::string::npos; at = key.find('_', at + 1)) {
    if (const auto unit = unitOfKey(std::string_view(key).substr(at + 1))) {
      return NamedUnit{key.substr(0, at), *unit};
    }
  }
  return std::nullopt;
}

Figure figureOf(const json::Cursor& place) {
  auto members = place.members();
  Figure figure;
  figure.id = members.required("name").text().value_or("");
  figure.channel = channelOf(members);
  const auto silent = members.optional("silent");
  const bool isSilent = silent && silent.boolean().value_or(false);
  bool hasValue = false;
  for (const auto& [key, value] : members.all()) {
    const auto named = split(key);
    if (!named) continue;
    // The first is the figure's own; the same in dBu may follow.
    if (named->name == "value" && !std::exchange(hasValue, true)) {
      figure.unit = named->unit;
      if (!value.isNull()) {
        figure.value = value.number();
      } else if (isSilent) {
        figure.value = -HUGE_VAL;
      }
    } else if (named->name == "uncertainty" && !value.isNull()) {
      figure.uncertainty = value.number();
    }
  }
  return figure;
}

std::vector<double> numbersOf(const json::Cursor& place) {
  std::vector<double> numbers;
  for (const auto& item : place.items()) {
    numbers.push_back(item.isNull() ? std::nan("") : item.number().value_or(std::nan("")));
  }
  return numbers;
}

Trace traceOf(const json::Cursor& place) {
  auto members = place.members();
  Trace trace;
  trace.id = members.required("name").text().value_or("");
  trace.channel = channelOf(members);
  for (const auto& [key, value] : members.all()) {
    const auto named = value.isList() ? split(key) : std::nullopt;
    if (!named) continue;
    if (named->name == "value") {
      trace.yUnit = named->unit;
      trace.y = numbersOf(value);
    } else {
      trace.xName = named->name;
      trace.xUnit = named->unit;
      trace.x = numbersOf(value);
    }
  }
  if (trace.x.size() != trace.y.size()) place.fail("A curve has as many values as places.");
  return trace;
}

Statement statementOf(const json::Cursor& place) {
  auto members = place.members();
  Statement statement;
  statement.id = members.required("name").text().value_or("");
  statement.channel = channelOf(members);
  statement.word = members.required("value").text().value_or("");
  members.ignoreRest();
  return statement;
}

void checkSchema(const json::Cursor& place) {
  const auto schema = place.text();
  if (!schema || *schema == kSchema) return;
  constexpr std::string_view kFamily = "linecheck.measurement/";
  if (schema->starts_with(kFamily)) {
    place.fail("It was written by a later version of Linecheck.", ErrorCode::unsupported);
  } else {
    place.fail("This is no measurement.");
  }
}

}  // namespace

Result<SavedReading> loadReading(const std::filesystem::path& file) {
  constexpr json::Limits kLimits{.bytes = std::size_t{64} << 20U};
  const auto document = json::parseFile(file, kLimits);
  if (!document) return fail(document.error());
  json::Reader reader(*document);
  SavedReading saved;
  {
    auto root = reader.root().members();
    checkSchema(root.required("schema"));
    saved.kind = root.required("kind").text().value_or("");
    saved.reading.isComplete = root.required("complete").boolean().value_or(true);
    for (const auto& item : root.required("figures").items()) {
      saved.reading.figures.push_back(figureOf(item));
    }
    for (const auto& item : root.required("statements").items()) {
      saved.reading.statements.push_back(statementOf(item));
    }
    for (const auto& item : root.required("traces").items()) {
      saved.reading.traces.push_back(traceOf(item));
    }
    root.ignoreRest();
  }
  if (const auto errors = reader.errors(); !errors.empty()) return fail(errors.front());
  return saved;
}

}  // namespace linecheck::measure
