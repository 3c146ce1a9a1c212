#include "cli/procedure_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/number_text.h"
#include "cli/text_width.h"
#include "measure/figure_words.h"
#include "measure/path_advice.h"

namespace linecheck::cli {
namespace {

using measure::Figure;
using measure::Reading;
using measure::Statement;

constexpr std::size_t kNameWidth = 34;
constexpr std::size_t kValueWidth = 26;

std::string figureText(const Figure& figure) {
  if (!figure.value) return "unknown";
  const int decimals = measure::unitDecimals(figure.unit);
  std::string text = numberText(*figure.value, decimals, measure::unitSymbol(figure.unit));
  if (figure.uncertainty && *figure.uncertainty > 0.0) {
    text += " ± " + numberText(*figure.uncertainty, decimals);
  }
  return text;
}

std::set<int> channelsOf(const Reading& reading) {
  std::set<int> channels;
  for (const Figure& figure : reading.figures) {
    if (figure.channel) channels.insert(*figure.channel);
  }
  for (const Statement& statement : reading.statements) {
    if (statement.channel) channels.insert(*statement.channel);
  }
  return channels;
}

// Ids in the order in which they first appear.
template <class Part>
std::vector<std::string> idsOf(const std::vector<Part>& parts) {
  std::vector<std::string> ids;
  for (const Part& part : parts) {
    if (std::find(ids.begin(), ids.end(), part.id) == ids.end()) ids.push_back(part.id);
  }
  return ids;
}

class Table {
 public:
  explicit Table(const Reading& reading) : reading_(reading), channels_(channelsOf(reading)) {}

  std::string text() {
    if (channels_.size() > 1) header();
    for (const std::string& id : idsOf(reading_.figures)) {
      row(
          std::string(measure::figureName(id)), id,
          [](const Figure& figure) { return figureText(figure); }, reading_.figures);
    }
    for (const std::string& id : idsOf(reading_.statements)) {
      row(
          std::string(measure::figureName(id)), id,
          [](const Statement& statement) {
            return std::string(measure::statementText(statement.id, statement.word));
          },
          reading_.statements);
    }
    return std::move(text_);
  }

 private:
  void header() {
    text_ += padded("", kNameWidth);
    for (const int channel : channels_) {
      text_ += padded(fmt::format("Input {}", channel + 1), kValueWidth);
    }
    endLine();
  }

  template <class Part, class Words>
  void row(const std::string& name, const std::string& id, Words words,
           const std::vector<Part>& parts) {
    text_ += padded("  " + name, kNameWidth);
    const auto cell = [&](std::optional<int> channel) {
      const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
        return part.id == id && part.channel == channel;
      });
      return found == parts.end() ? std::string() : words(*found);
    };
    if (const std::string whole = cell({}); !whole.empty()) {
      text_ += whole;
    } else {
      for (const int channel : channels_) text_ += padded(cell(channel), kValueWidth);
    }
    endLine();
  }

  void endLine() {
    text_.erase(text_.find_last_not_of(' ') + 1);
    text_ += '\n';
  }

  const Reading& reading_;
  std::set<int> channels_;
  std::string text_;
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
