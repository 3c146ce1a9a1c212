#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "json/reader.h"
#include "profiles/figure_reader.h"
#include "profiles/profile.h"

/// One function for each part of a profile. Faults go to the cursor's reader; an empty place gives
/// an empty part.
namespace linecheck::profiles {

[[nodiscard]] std::vector<Port> readPorts(const json::Cursor& place, const FigureReader& figures);
/// `portIds`: those that a control may name.
[[nodiscard]] std::vector<Control> readControls(const json::Cursor& place,
                                                const FigureReader& figures,
                                                const std::set<std::string>& portIds);
[[nodiscard]] std::optional<Power> readPower(const json::Cursor& place,
                                             const FigureReader& figures);
[[nodiscard]] std::optional<Headphones> readHeadphones(const json::Cursor& place,
                                                       const FigureReader& figures);

/// An id of lower-case letters, digits and single hyphens.
[[nodiscard]] std::string readId(const json::Cursor& place);
/// The same; tells if it stands in `taken` already, and adds it.
[[nodiscard]] std::string readNewId(const json::Cursor& place, std::set<std::string>& taken);

}  // namespace linecheck::profiles
