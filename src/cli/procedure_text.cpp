#include "cli/procedure_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "cli/text_width.h"
#include "measure/figure_rows.h"
#include "measure/figure_words.h"
#include "measure/path_advice.h"

namespace linecheck::cli {
namespace {

using measure::FigureCell;
using measure::FigureRow;

// A table with one column for each input that it has anything of.
class Table {
 public:
  explicit Table(const measure::Reading& reading) : rows_(measure::rowsOf(reading)) {
    for (const FigureRow& row : rows_) {
      for (const auto& [channel, cell] : row.cells) {
        if (channel) channels_.insert(*channel);
      }
    }
  }

  std::string text() {
    if (channels_.size() > 1) {
      std::vector<std::string> header{""};
      for (const int channel : channels_) header.push_back(fmt::format("Input {}", channel + 1));
      lines_.push_back(std::move(header));
    }
    for (const FigureRow& row : rows_) lines_.push_back(lineOf(row));
    return aligned();
  }

 private:
  [[nodiscard]] std::vector<std::string> lineOf(const FigureRow& row) const {
    std::vector<std::string> line{"  " + std::string(measure::figureName(row.id))};
    const auto cell = [&row](std::optional<int> channel) {
      const auto found = row.cells.find(channel);
      return found == row.cells.end() ? std::string() : measure::cellText(row, found->second);
    };
    if (row.cells.contains(std::nullopt)) {
      line.push_back(cell(std::nullopt));
    } else {
      for (const int channel : channels_) line.push_back(cell(channel));
    }
    return line;
  }

  [[nodiscard]] std::string aligned() const {
    constexpr std::size_t kGap = 2;
    std::vector<std::size_t> widths;
    for (const auto& line : lines_) {
      widths.resize(std::max(widths.size(), line.size()));
      for (std::size_t i = 0; i < line.size(); ++i) {
        widths[i] = std::max(widths[i], columnsOf(line[i]) + kGap);
      }
    }
    std::string text;
    for (const auto& line : lines_) {
      for (std::size_t i = 0; i < line.size(); ++i) text += padded(line[i], widths[i]);
      text.erase(text.find_last_not_of(' ') + 1);
      text += '\n';
    }
    return text;
  }

  std::vector<FigureRow> rows_;
  std::set<int> channels_;
  std::vector<std::vector<std::string>> lines_;
};

}  // namespace

std::string pathText(const measure::PathReport& path) {
  std::string text;
  for (const auto& finding : path.findings) {
    const std::string who =
        finding.channel ? fmt::format("Input {}: ", *finding.channel + 1) : std::string();
    text += fmt::format("{}{}{}\n  {}\n", who, measure::pathText(finding).english(),
                        finding.certainty == measure::Certainty::likely ? " (likely)" : "",
                        measure::pathCure(finding.fault));
    for (const auto system : measure::soundSystems()) {
      if (!measure::isThisSystem(system)) continue;
      const auto menu = measure::pathMenu(finding.fault, system);
      if (!menu.empty()) {
        text += fmt::format("  {}: {}\n", measure::soundSystemName(system), menu);
      }
    }
  }
  if (text.empty()) text = "The path is clean.\n";
  for (const auto fault : path.unseen) {
    text += fmt::format("Too noisy to tell: {}\n", measure::pathFaultId(fault));
  }
  return text;
}

std::string procedureText(const measure::ProcedureResult& result) {
  std::string text = std::string(result.procedure->name()) + '\n';
  if (const auto* path = result.path()) text += pathText(*path);
  text += Table(result.reading).text();
  if (!result.reading.isComplete) text += "Stopped early: this is what was finished.\n";
  return text;
}

}  // namespace linecheck::cli
