#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "json/value.h"
#include "measure/procedure_result.h"

namespace linecheck::measure {

/// Adds to a figure's object what is known of it elsewhere.
using FigureExtras = std::function<void(const Figure& figure, json::Object& object)>;

/// The linecheck.measurement/1 document of a procedure.
[[nodiscard]] json::Object procedureJson(const ProcedureResult& result,
                                         const FigureExtras& extras = {});

// Parts of it, for whoever adds something.

/// 1-based; null is the whole.
[[nodiscard]] json::Value channelJson(std::optional<int> channel);
/// "value_dbfs".
[[nodiscard]] std::string jsonKey(std::string_view what, Unit unit);
/// The distance between two levels is in dB.
[[nodiscard]] Unit unitOfDifference(Unit unit);
/// −∞ is silence; what is unknown or no number is null.
void setJsonNumber(json::Object& object, const std::string& key, std::optional<double> value);

}  // namespace linecheck::measure
