// docs/diagnosis.md shows the scorecard that the code adds up.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "diagnosis/cause_weights.h"

namespace linecheck::diagnosis {
namespace {

using Row = std::vector<std::string>;

std::string withAsciiMinus(std::string text) {
  const std::string minus = "−";
  for (auto at = text.find(minus); at != std::string::npos; at = text.find(minus)) {
    text.replace(at, minus.size(), "-");
  }
  return text;
}

// Tables of the scorecard by their heading; rows of cells, the line under the head left out.
std::map<std::string, std::vector<Row>> tables() {
  std::ifstream file(LINECHECK_SOURCE_DIR "/docs/diagnosis.md");
  std::map<std::string, std::vector<Row>> result;
  std::string line, heading;
  bool isInside = false;
  while (std::getline(file, line)) {
    if (line == "<!-- scorecard -->") isInside = true;
    if (line == "<!-- end of scorecard -->") isInside = false;
    if (!isInside) continue;
    if (line.starts_with("### ")) heading = line.substr(4);
    if (!line.starts_with("| ")) continue;
    Row row;
    std::istringstream cells(withAsciiMinus(line.substr(2)));
    for (std::string cell; std::getline(cells, cell, '|');) {
      const auto last = cell.find_last_not_of(' ');
      if (last == std::string::npos) continue;
      row.push_back(cell.substr(cell.find_first_not_of(' '), last + 1));
    }
    for (std::string& cell : row) {
      while (cell.ends_with(' ')) cell.pop_back();
    }
    result[heading].push_back(row);
  }
  return result;
}

std::vector<double> numbers(const Row& row) {
  std::vector<double> result;
  for (std::size_t i = 1; i < row.size(); ++i) result.push_back(std::stod(row[i]));
  return result;
}

TEST(ScorecardDocument, HasTheStartOfEachCause) {
  const auto all = tables();
  ASSERT_TRUE(all.contains(""));
  const auto& rows = all.at("");
  ASSERT_EQ(rows.size(), causePriors().size() + 1);
  for (std::size_t i = 0; i < causePriors().size(); ++i) {
    EXPECT_EQ(rows[i + 1].front(), causeId(causePriors()[i].cause));
    EXPECT_EQ(numbers(rows[i + 1]), std::vector{causePriors()[i].points});
  }
}

TEST(ScorecardDocument, HasTheTableOfEachTrait) {
  const auto all = tables();
  EXPECT_EQ(all.size(), traitWeights().size() + 1);
  for (const TraitWeights& weights : traitWeights()) {
    const std::string id(traitId(weights.trait));
    ASSERT_TRUE(all.contains(id)) << id;
    const auto& rows = all.at(id);
    EXPECT_EQ(rows.front().front(), id + ", " + std::string(traitUnit(weights.trait)));
    EXPECT_EQ(numbers(rows.front()), weights.knots) << id;
    ASSERT_EQ(rows.size(), weights.causes.size() + 1) << id;
    for (std::size_t i = 0; i < weights.causes.size(); ++i) {
      EXPECT_EQ(rows[i + 1].front(), causeId(weights.causes[i].cause)) << id;
      EXPECT_EQ(numbers(rows[i + 1]), weights.causes[i].points)
          << id << ", " << rows[i + 1].front();
    }
  }
}

TEST(Scorecard, IsWellFormed) {
  EXPECT_EQ(causePriors().size(), causes().size());
  for (const TraitWeights& weights : traitWeights()) {
    EXPECT_GE(weights.knots.size(), 2U);
    for (std::size_t i = 1; i < weights.knots.size(); ++i) {
      EXPECT_LT(weights.knots[i - 1], weights.knots[i]) << traitId(weights.trait);
    }
    for (const CausePoints& cause : weights.causes) {
      EXPECT_EQ(cause.points.size(), weights.knots.size()) << traitId(weights.trait);
    }
  }
}

}  // namespace
}  // namespace linecheck::diagnosis
