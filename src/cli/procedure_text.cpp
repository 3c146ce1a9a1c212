#include "cli/procedure_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "base/number_text.h"
#include "cli/text_width.h"
#include "measure/figure_rows.h"
#include "measure/figure_words.h"
#include "measure/path_advice.h"
#include "prediction/texts.h"

namespace linecheck::cli {
namespace {

using measure::FigureRow;

// A table with one column for each input that it has anything of.
class Table {
 public:
  explicit Table(const ResultBeside& beside)
      : beside_(beside), rows_(measure::rowsOf(beside.result.reading)) {
    for (const FigureRow& row : rows_) {
      for (const auto& [channel, cell] : row.cells) {
        if (channel) channels_.insert(*channel);
      }
    }
  }

  std::string text() {
    std::vector<std::string> header{""};
    for (const int channel : channels_) header.push_back(fmt::format("Input {}", channel + 1));
    if (beside_.comparison) {
      header.resize(1 + std::max<std::size_t>(1, channels_.size()));
      header.emplace_back("Predicted");
    }
    Lines table, whole;
    for (const FigureRow& row : rows_) {
      (row.cells.contains(std::nullopt) ? whole : table).push_back(lineOf(row));
    }
    if (header.size() > 2 && !table.empty()) table.insert(table.begin(), std::move(header));
    // What is of no single input stands in no input's column.
    return aligned(whole) + aligned(table);
  }

 private:
  using Lines = std::vector<std::vector<std::string>>;

  [[nodiscard]] std::vector<std::string> lineOf(const FigureRow& row) const {
    std::vector<std::string> line{"  " + std::string(measure::figureName(row.id))};
    const auto cell = [&](std::optional<int> channel) {
      const auto found = row.cells.find(channel);
      if (found == row.cells.end()) return std::string();
      return measure::cellText(row, found->second) + dbuText(row.id, channel);
    };
    if (row.cells.contains(std::nullopt)) {
      line.push_back(cell(std::nullopt));
    } else {
      for (const int channel : channels_) line.push_back(cell(channel));
    }
    if (const std::string predicted = predictedText(row.id); !predicted.empty()) {
      if (!row.cells.contains(std::nullopt)) line.resize(1 + channels_.size());
      line.push_back(row.cells.contains(std::nullopt) ? "predicted " + predicted : predicted);
    }
    return line;
  }

  // The same level at the jack, where it is calibrated.
  [[nodiscard]] std::string dbuText(const std::string& id, std::optional<int> channel) const {
    const auto* figure = beside_.result.reading.figure(id, channel);
    const auto volts = figure != nullptr ? beside_.calibrated.inDbu(*figure) : std::nullopt;
    return volts ? "  " + numberText(*volts->value, 2, "dBu") : std::string();
  }

  [[nodiscard]] std::string predictedText(const std::string& id) const {
    if (!beside_.comparison) return {};
    for (const auto& compared : beside_.comparison->figures) {
      if (compared.measured.id == id) return expectedText(compared.expected);
    }
    return {};
  }

  static std::string expectedText(const prediction::ExpectedFigure& expected) {
    const auto& value = expected.value;
    const int decimals = measure::unitDecimals(expected.unit);
    const auto unit = measure::unitSymbol(expected.unit);
    if (value.nominal) return numberText(*value.nominal, decimals, unit);
    if (value.low && value.high) {
      return numberText(*value.low, decimals) + " … " + numberText(*value.high, decimals, unit);
    }
    if (value.low) return "at least " + numberText(*value.low, decimals, unit);
    if (value.high) return "at most " + numberText(*value.high, decimals, unit);
    return {};
  }

  [[nodiscard]] static std::string aligned(const Lines& lines) {
    constexpr std::size_t kGap = 2;
    std::vector<std::size_t> widths;
    for (const auto& line : lines) {
      widths.resize(std::max(widths.size(), line.size()));
      for (std::size_t i = 0; i < line.size(); ++i) {
        widths[i] = std::max(widths[i], columnsOf(line[i]) + kGap);
      }
    }
    std::string text;
    for (const auto& line : lines) {
      for (std::size_t i = 0; i < line.size(); ++i) text += padded(line[i], widths[i]);
      text.erase(text.find_last_not_of(' ') + 1);
      text += '\n';
    }
    return text;
  }

  const ResultBeside& beside_;
  std::vector<FigureRow> rows_;
  std::set<int> channels_;
};

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
    text += fmt::format("{}\n", measure::unseenText(fault));
  }
  return text;
}

// What is not as the desk predicts, with what would explain it.
std::string findingsText(const ResultBeside& beside) {
  if (!beside.comparison) return {};
  std::string text;
  for (const auto& finding : beside.comparison->findings) {
    const std::string who =
        finding.channel ? fmt::format("Input {}: ", *finding.channel + 1) : std::string();
    text += who + prediction::findingText(finding).english() + '\n';
    for (const auto& cause : finding.causes) {
      text += "  " + prediction::causeText(*beside.loop->desk, cause).english() + '\n';
    }
  }
  return text;
}

// Why figures have no prediction, or bounds only: each reason once, with the figures it is of.
std::string unpredictedText(const ResultBeside& beside) {
  if (!beside.comparison) return {};
  std::map<std::set<levels::Missing>, std::vector<std::string_view>> reasons;
  for (const auto& one : beside.comparison->unpredicted) {
    auto& names = reasons[one.missing.items()];
    const auto name = measure::figureName(one.id);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  std::string text;
  for (const auto& [missing, names] : reasons) {
    text += fmt::format("Not predicted in full: {}.\n", fmt::join(names, ", "));
    for (const levels::Missing& one : missing) {
      text += "  " + prediction::missingText(*beside.loop->desk, one).english() + '\n';
    }
  }
  return text;
}

std::string unfitText(const measure::CalibratedResult& calibrated) {
  std::string text;
  for (const auto& match : calibrated.unfit()) {
    text += fmt::format("Calibration {} was not used:", match.index + 1);
    for (std::size_t i = 0; i < match.misfits.size(); ++i) {
      text += (i == 0 ? " " : "; ") + measure::describe(match.misfits[i]);
    }
    text += ".\n";
  }
  return text;
}

}  // namespace

std::string procedureText(const ResultBeside& beside) {
  const measure::ProcedureResult& result = beside.result;
  std::string text = std::string(result.procedure->name()) + '\n';
  if (const auto* path = result.path()) text += pathText(*path);
  text += Table(beside).text() + findingsText(beside) + unpredictedText(beside) +
          unfitText(beside.calibrated);
  if (!result.reading.isComplete) text += "Stopped early: this is what was finished.\n";
  return text;
}

}  // namespace linecheck::cli
