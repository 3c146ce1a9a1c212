#include "measure/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace linecheck::measure {

Values::Values(std::span<const Parameter> parameters) {
  for (const Parameter& parameter : parameters) {
    if (parameter.standard) set(parameter.id, *parameter.standard);
  }
}

std::optional<double> Values::get(std::string_view id) const {
  const auto found = values_.find(id);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

Result<void> checkValues(std::span<const Parameter> parameters, const Values& values) {
  for (const auto& [id, value] : values.all()) {
    const bool isKnown =
        std::any_of(parameters.begin(), parameters.end(),
                    [&name = id](const Parameter& known) { return known.id == name; });
    if (!isKnown) return fail(ErrorCode::usage, "This measurement has no such setting.", id);
  }
  for (const Parameter& parameter : parameters) {
    const auto value = values.get(parameter.id);
    if (!value && parameter.isOptional) continue;
    if (!value) {
      return fail(
          ErrorCode::usage,
          fmt::format("\"{}\" has no usual value: tell it, from {:g} to {:g} {}.", parameter.name,
                      parameter.least, parameter.greatest, unitSymbol(parameter.unit)),
          parameter.id);
    }
    // Written so that NaN is out of range.
    if (!(*value >= parameter.least && *value <= parameter.greatest)) {
      return fail(ErrorCode::usage,
                  fmt::format("Goes from {:g} to {:g} {}; {:g} was asked for.", parameter.least,
                              parameter.greatest, unitSymbol(parameter.unit), *value),
                  parameter.id);
    }
    if (parameter.unit == Unit::count && *value != std::floor(*value)) {
      return fail(ErrorCode::usage, fmt::format("Is a whole number; {:g} was asked for.", *value),
                  parameter.id);
    }
  }
  return {};
}

}  // namespace linecheck::measure
