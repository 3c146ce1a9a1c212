#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "chain/file.h"
#include "support/chain/shipped_profiles.h"

namespace linecheck::chain {
namespace {

using Path = std::filesystem::path;

// Beside each faulty file lies a text with all the faults that must be told, in order.
class FaultyChain : public ::testing::TestWithParam<std::string> {};

const Path& folder() {
  static const Path kFolder = Path(LINECHECK_TEST_DATA) / "chain";
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

Errors faultsOf(const std::string& name) {
  const auto loaded = loadFile(folder() / (name + ".json"), testing::shippedProfile);
  return loaded ? Errors{} : loaded.error();
}

TEST_P(FaultyChain, IsRefusedWithAllItsFaults) {
  std::vector<std::string> told;
  for (Error error : faultsOf(GetParam())) {
    ASSERT_TRUE(error.where.starts_with(folder().string())) << error.where;
    error.where.erase(0, folder().string().size() + 1);
    told.push_back(error.message());
  }
  std::vector<std::string> expected;
  std::ifstream stream(folder() / (GetParam() + ".errors"));
  for (std::string line; std::getline(stream, line);) expected.push_back(line);
  EXPECT_FALSE(expected.empty());
  EXPECT_THAT(told, ::testing::ElementsAreArray(expected));
}

INSTANTIATE_TEST_SUITE_P(Chains, FaultyChain, ::testing::ValuesIn(faultyFiles()),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(FaultyChain, HasACodeThatTellsTheKindOfFault) {
  const auto codeOf = [](const std::string& name) { return faultsOf(name).at(0).code; };
  EXPECT_EQ(codeOf("newer-format"), ErrorCode::unsupported);
  EXPECT_EQ(codeOf("no-such-file"), ErrorCode::notFound);
  EXPECT_EQ(codeOf("missing-parts"), ErrorCode::notFound);
  EXPECT_EQ(codeOf("not-json"), ErrorCode::badInput);
}

}  // namespace
}  // namespace linecheck::chain
