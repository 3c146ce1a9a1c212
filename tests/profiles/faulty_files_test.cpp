#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "profiles/test_support.h"

namespace linecheck::profiles {
namespace {

using Path = std::filesystem::path;

// Beside each faulty file lies a text with all the faults that must be told, in order.
class FaultyFile : public testing::TestWithParam<std::string> {};

const Path& folder() {
  static const Path kFolder = Path(LINECHECK_TEST_DATA) / "profiles";
  return kFolder;
}

std::vector<std::string> faultyFiles() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder())) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> expectedFaults(const std::string& name) {
  std::ifstream stream(folder() / (name + ".errors"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST_P(FaultyFile, IsRefusedWithAllItsFaults) {
  const Path file = folder() / (GetParam() + ".json");
  std::vector<std::string> told;
  for (Error error : validateFile(file)) {
    ASSERT_TRUE(error.where.starts_with(file.string())) << error.where;
    error.where.erase(0, folder().string().size() + 1);
    told.push_back(error.message());
  }
  const std::vector<std::string> expected = expectedFaults(GetParam());
  EXPECT_FALSE(expected.empty());
  EXPECT_THAT(told, testing::ElementsAreArray(expected));
}

INSTANTIATE_TEST_SUITE_P(Profiles, FaultyFile, testing::ValuesIn(faultyFiles()),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(FaultyFile, ThatIsNewerOrMissingHasItsOwnCode) {
  EXPECT_EQ(validateFile(folder() / "newer-format.json").front().code, ErrorCode::unsupported);
  EXPECT_EQ(validateFile(folder() / "no-such-file.json").front().code, ErrorCode::notFound);
  EXPECT_EQ(validateFile(folder() / "wrong-types.json").front().code, ErrorCode::badInput);
}

}  // namespace
}  // namespace linecheck::profiles
