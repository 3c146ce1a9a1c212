#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace linecheck::profiles {

/// The cells of a CSV text (RFC 4180, UTF-8 with or without a byte order mark).
struct CsvTable {
  struct Row {
    std::size_t line = 1;  ///< Of the text where the row begins.
    std::vector<std::string> cells;
  };
  char delimiter = ',';
  std::vector<std::string> header;
  std::vector<Row> rows;  ///< Without empty ones.
};

/// Comma, semicolon or tab, whichever the first row has most of outside of quotes. Cells may stand
/// in quotes, with doubled quotes and line breaks in them; space around a cell goes. Every row must
/// have as many cells as the first one. `name` is what the faults are reported under, as
/// "name:line". Thread-safe: yes.
[[nodiscard]] ResultOrErrors<CsvTable> parseCsv(std::string_view text, const std::string& name);

}  // namespace linecheck::profiles
