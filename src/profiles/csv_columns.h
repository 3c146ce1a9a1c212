#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "profiles/csv_table.h"

namespace linecheck::profiles {

/// The columns of one figure.
struct CsvFigureColumns {
  std::optional<std::size_t> value;
  std::optional<std::size_t> low;
  std::optional<std::size_t> high;
  std::optional<std::size_t> unit;  ///< A column that holds the unit of each row.
  std::string headerUnit;           ///< "mW" of "power into 32 ohm (mW)"; may be empty.
};

/// What each column of a table is for.
struct CsvColumns {
  std::map<std::string, std::size_t, std::less<>> texts;         ///< "maker", "source", …
  std::map<std::string, CsvFigureColumns, std::less<>> figures;  ///< "impedance", "noise", …
  std::map<double, CsvFigureColumns> powers;                     ///< By load in ohm.
};

/// Reads the header row. A name that no column has, and one that stands twice, go to `errors`.
[[nodiscard]] CsvColumns csvColumns(const CsvTable& table, const std::string& name, Errors& errors);

}  // namespace linecheck::profiles
