#include "json/schema.h"

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

#include "json/pointer.h"

namespace linecheck::json {
namespace {

using valijson::adapters::NlohmannJsonAdapter;
using Context = std::vector<std::string>;

nlohmann::json toNlohmann(const Value& value) {
  if (const auto* boolean = value.getIf<bool>()) return *boolean;
  if (const auto* whole = value.getIf<std::int64_t>()) return *whole;
  if (const auto* real = value.getIf<double>()) return *real;
  if (const auto* string = value.getIf<std::string>()) return *string;
  if (const auto* array = value.getIf<Array>()) {
    auto list = nlohmann::json::array();
    for (const Value& item : *array) list.push_back(toNlohmann(item));
    return list;
  }
  if (const auto* object = value.getIf<Object>()) {
    auto map = nlohmann::json::object();
    for (const Member& member : object->members()) map[member.key] = toNlohmann(member.value);
    return map;
  }
  return nullptr;
}

/// The validator names a place as "<root>", "[ports]", "[0]".
std::string pointerFrom(const Context& context) {
  std::string pointer;
  for (const std::string& step : context) {
    if (step.size() >= 2 && step.front() == '[' && step.back() == ']') {
      pointer = pointerTo(pointer, std::string_view(step).substr(1, step.size() - 2));
    }
  }
  return pointer;
}

bool isWithin(const Context& place, const Context& outer) {
  return place.size() >= outer.size() && std::equal(outer.begin(), outer.end(), place.begin());
}

}  // namespace

struct Schema::Compiled {
  valijson::Schema schema;
};

Result<Schema> Schema::compile(const Document& schema) {
  try {
    auto compiled = std::make_shared<Compiled>();
    const nlohmann::json document = toNlohmann(schema.root());
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(NlohmannJsonAdapter(document), compiled->schema);
    return Schema(std::move(compiled));
  } catch (const std::exception& exception) {
    return fail(ErrorCode::badInput, std::string("This is not a JSON Schema: ") + exception.what(),
                place(schema.name(), ""));
  }
}

Errors Schema::validate(const Document& document) const {
  Errors errors;
  try {
    const nlohmann::json root = toNlohmann(document.root());
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    if (validator.validate(compiled_->schema, NlohmannJsonAdapter(root), &results)) return errors;

    // Each fault is followed by one more for every level that it stands in; the first is enough.
    std::vector<Context> told;
    for (const auto& result : results) {
      const bool repeats = result.description.starts_with("Failed to validate") &&
                           std::ranges::any_of(told, [&](const Context& place) {
                             return isWithin(place, result.context);
                           });
      if (repeats) continue;
      told.push_back(result.context);
      errors.push_back({ErrorCode::badInput, result.description,
                        place(document.name(), pointerFrom(result.context))});
    }
  } catch (const std::exception& exception) {
    errors.push_back({ErrorCode::badInput,
                      std::string("This cannot be checked: ") + exception.what(),
                      place(document.name(), "")});
  }
  return errors;
}

}  // namespace linecheck::json
