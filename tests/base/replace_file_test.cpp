#include "base/replace_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "support/temporary_folder.h"

namespace linecheck {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::vector<std::string> filesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

TEST(ReplaceFile, WritesANewFileAndLeavesNothingBeside) {
  const testing::TemporaryFolder folder;
  const std::string content("one\r\ntwo\0three", 14);
  ASSERT_TRUE(replaceFile(folder / "a.json", content));
  EXPECT_EQ(contentOf(folder / "a.json"), content);
  EXPECT_THAT(filesIn(folder.path()), ::testing::ElementsAre("a.json"));
}

TEST(ReplaceFile, TakesThePlaceOfALongerFile) {
  const testing::TemporaryFolder folder;
  ASSERT_TRUE(replaceFile(folder / "a.json", "a long text"));
  ASSERT_TRUE(replaceFile(folder / "a.json", "short"));
  EXPECT_EQ(contentOf(folder / "a.json"), "short");
  EXPECT_THAT(filesIn(folder.path()), ::testing::ElementsAre("a.json"));
}

TEST(ReplaceFile, KeepsThePermissions) {
  const testing::TemporaryFolder folder;
  ASSERT_TRUE(replaceFile(folder / "a.json", "secret"));
  const auto own = fs::perms::owner_read | fs::perms::owner_write;
  fs::permissions(folder / "a.json", own);
  ASSERT_TRUE(replaceFile(folder / "a.json", "other"));
  EXPECT_EQ(fs::status(folder / "a.json").permissions(), own);
}

TEST(ReplaceFile, FollowsALink) {
  const testing::TemporaryFolder folder;
  fs::create_directory(folder / "elsewhere");
  ASSERT_TRUE(replaceFile(folder / "elsewhere" / "a.json", "before"));
  std::error_code error;
  fs::create_symlink(folder / "elsewhere" / "a.json", folder / "link.json", error);
  if (error) GTEST_SKIP() << "this system lets nobody make links";
  ASSERT_TRUE(replaceFile(folder / "link.json", "after"));
  EXPECT_TRUE(fs::is_symlink(folder / "link.json"));
  EXPECT_EQ(contentOf(folder / "elsewhere" / "a.json"), "after");
}

TEST(ReplaceFile, TellsWhereItCannotWrite) {
  const testing::TemporaryFolder folder;
  const Result<void> noFolder = replaceFile(folder / "none" / "a.json", "text");
  ASSERT_FALSE(noFolder);
  EXPECT_EQ(noFolder.error().code, ErrorCode::io);
  EXPECT_EQ(noFolder.error().where, (folder / "none" / "a.json").string());
}

TEST(ReplaceFile, LeavesWhatItCannotReplace) {
  const testing::TemporaryFolder folder;
  fs::create_directories(folder / "a.json" / "inside");
  const Result<void> replaced = replaceFile(folder / "a.json", "text");
  ASSERT_FALSE(replaced);
  EXPECT_EQ(replaced.error().code, ErrorCode::io);
  EXPECT_THAT(filesIn(folder.path()), ::testing::ElementsAre("a.json"));
  EXPECT_TRUE(fs::is_directory(folder / "a.json" / "inside"));
}

}  // namespace
}  // namespace linecheck
