#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "profiles/csv_columns.h"
#include "profiles/csv_table.h"
#include "profiles/figure.h"
#include "profiles/sensitivity.h"

namespace linecheck::profiles {

/// The cells of one row by what they are for. Faults go to the list with row and column.
class CsvCells {
 public:
  CsvCells(const CsvTable& table, const CsvColumns& columns, const CsvTable::Row& row,
           const std::string& name, Errors& errors)
      : table_(table), columns_(columns), row_(row), name_(name), errors_(errors) {}

  /// Empty if there is no such column.
  [[nodiscard]] const std::string& text(std::string_view column) const;
  /// A number, range or bound with the unit of its cell, unit column or header; nothing if the
  /// cells are empty or faulty. The unit is empty if nobody gives one.
  [[nodiscard]] std::optional<Written> figure(const CsvFigureColumns& figure,
                                              std::string_view column);
  /// The same by the figure's name.
  [[nodiscard]] std::optional<Written> figure(std::string_view column);
  /// The reference of "dB/mW" or "dB/V" where a cell says it beside its number.
  [[nodiscard]] std::optional<Sensitivity::Reference> cellReference() const {
    return cellReference_;
  }

  void tell(std::string_view column, const std::string& what);

 private:
  [[nodiscard]] const std::string& cell(const std::optional<std::size_t>& column) const;
  std::optional<Written> number(const std::string& text, std::string_view column);

  const CsvTable& table_;
  const CsvColumns& columns_;
  const CsvTable::Row& row_;
  const std::string& name_;
  Errors& errors_;
  std::optional<Sensitivity::Reference> cellReference_;
};

}  // namespace linecheck::profiles
