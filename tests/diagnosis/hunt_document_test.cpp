// docs/hunt.md says of each step how long it takes; what it says is what the hunt reckons with.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "diagnosis/step.h"

namespace linecheck::diagnosis {
namespace {

/// Of the rows that begin with a name in back quotes: the second cell, by each name in the first.
std::map<std::string, std::string> stepRows() {
  std::ifstream file(std::filesystem::path(LINECHECK_SOURCE_DIR) / "docs" / "hunt.md");
  std::map<std::string, std::string> rows;
  bool isInTable = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("| step |")) isInTable = true;
    if (line.empty()) isInTable = false;
    if (!isInTable || !line.starts_with("| `")) continue;
    std::istringstream cells(line.substr(2));
    std::string names, minutes;
    std::getline(cells, names, '|');
    std::getline(cells, minutes, '|');
    std::istringstream parts(names);
    for (std::string part; std::getline(parts, part, '`');) {
      if (part.find_first_of(" ,") == std::string::npos && !part.empty()) rows[part] = minutes;
    }
  }
  return rows;
}

std::string minutesText(double minutes) {
  const int whole = static_cast<int>(minutes);
  const bool isHalf = minutes > whole;
  return " " + (whole == 0 ? "" : std::to_string(whole)) + (isHalf ? "½" : "") + " ";
}

TEST(HuntDocument, SaysHowLongEachStepTakes) {
  const auto rows = stepRows();
  EXPECT_EQ(rows.size(), stepActions().size());
  for (const StepAction action : stepActions()) {
    const auto row = rows.find(std::string(stepActionId(action)));
    ASSERT_NE(row, rows.end()) << stepActionId(action);
    EXPECT_EQ(row->second, minutesText(makeStep(action).minutes)) << stepActionId(action);
  }
}

TEST(HuntDocument, SaysWhatMoneyIsWorthInMinutes) {
  std::ifstream file(std::filesystem::path(LINECHECK_SOURCE_DIR) / "docs" / "hunt.md");
  std::stringstream text;
  text << file.rdbuf();
  const auto minutes = [](chain::Cost cost) {
    return std::to_string(static_cast<int>(minutesFor(cost)));
  };
  const std::string sentence = "a cable is " + minutes(chain::Cost::cable) +
                               " minutes, a purchase " + minutes(chain::Cost::purchase) +
                               ", a craftsman " + minutes(chain::Cost::craftsman);
  EXPECT_NE(text.str().find(sentence), std::string::npos) << sentence;
}

}  // namespace
}  // namespace linecheck::diagnosis
