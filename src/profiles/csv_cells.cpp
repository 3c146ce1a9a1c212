#include "profiles/csv_cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "profiles/spec_quantity.h"
#include "profiles/spec_reference.h"
#include "profiles/spec_tokens.h"

namespace linecheck::profiles {
namespace {

const std::string kNothing;

bool hasDecimalComma(const std::string& text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text[i] == ',' && isDigit(text[i - 1]) && isDigit(text[i + 1])) return true;
  }
  return false;
}

}  // namespace

const std::string& CsvCells::text(std::string_view column) const {
  const auto it = columns_.texts.find(column);
  return it == columns_.texts.end() ? kNothing : row_.cells[it->second];
}

const std::string& CsvCells::cell(const std::optional<std::size_t>& column) const {
  return column ? row_.cells[*column] : kNothing;
}

void CsvCells::tell(std::string_view column, const std::string& what) {
  errors_.push_back(
      {ErrorCode::badInput, what, fmt::format("{}:{}, {}", name_, row_.line, column)});
}

std::optional<Written> CsvCells::number(const std::string& text, std::string_view column) {
  if (table_.delimiter != ';' && hasDecimalComma(text)) {
    tell(column, fmt::format("“{}” has a comma; in a file with this delimiter write a decimal "
                             "point.",
                             text));
    return std::nullopt;
  }
  const auto tokens = spec::tokens(text);
  const auto quantity = spec::quantityAt(tokens, 0);
  std::size_t end = quantity ? quantity->end : 0;
  if (quantity && quantity->dimension == spec::Dimension::decibels) {
    const spec::ReferenceClause clause = spec::referenceAt(tokens, end);
    end = clause.end;
    cellReference_ = clause.reference;
  }
  if (!quantity || end != tokens.size()) {
    tell(column, fmt::format("“{}” is no number; text belongs into the column “note”.", text));
    return std::nullopt;
  }
  if (!quantity->fault.empty()) {
    tell(column, quantity->fault);
    return std::nullopt;
  }
  return quantity->written;
}

std::optional<Written> CsvCells::figure(std::string_view column) {
  const auto it = columns_.figures.find(column);
  return it == columns_.figures.end() ? std::nullopt : figure(it->second, column);
}

std::optional<Written> CsvCells::figure(const CsvFigureColumns& figure, std::string_view column) {
  cellReference_.reset();
  const std::string& value = cell(figure.value);
  const std::string& low = cell(figure.low);
  const std::string& high = cell(figure.high);
  if (value.empty() && low.empty() && high.empty()) return std::nullopt;

  Written written;
  const auto takeUnit = [&](const std::string& unit) {
    if (unit.empty()) return;
    if (!written.unit.empty() && written.unit != unit) {
      tell(column, fmt::format("Two units are given: {} and {}.", written.unit, unit));
    }
    written.unit = unit;
  };
  if (!value.empty()) {
    auto read = number(value, column);
    if (!read) return std::nullopt;
    written = *read;
  }
  const auto takeBound = [&](const std::string& text, std::optional<double>& place,
                             std::string_view which) {
    if (text.empty()) return true;
    const auto bound = number(text, fmt::format("{} {}", column, which));
    if (!bound) return false;
    if (place || !bound->value || bound->low || bound->high) {
      tell(column, "The range is given twice.");
      return false;
    }
    place = bound->value;
    takeUnit(bound->unit);
    return true;
  };
  if (!takeBound(low, written.low, "low") || !takeBound(high, written.high, "high")) {
    return std::nullopt;
  }
  const std::string& own = cell(figure.unit);
  const std::string& usual = own.empty() ? figure.headerUnit : own;
  // "97 dB" in a column of dB/mW only lacks what the header adds.
  if (written.unit == "dB" && usual.starts_with("dB")) written.unit = usual;
  takeUnit(usual);
  return written;
}

}  // namespace linecheck::profiles
