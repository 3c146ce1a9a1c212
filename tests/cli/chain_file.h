#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "cli/command_line.h"

namespace linecheck::cli {

/// A chain file of its own in a folder that goes with it.
class ChainFile {
 public:
  ChainFile() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(::testing::TempDir()) /
              (std::string("linecheck-") + test->test_suite_name() + "-" + test->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~ChainFile() { std::filesystem::remove_all(folder_); }
  ChainFile(const ChainFile&) = delete;
  ChainFile& operator=(const ChainFile&) = delete;

  [[nodiscard]] std::string path() const { return (folder_ / "desk.chain.json").string(); }
  [[nodiscard]] std::string text() const {
    std::ifstream stream(path());
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  void write(const std::string& text) const { std::ofstream(path()) << text; }

  /// `chain VERB FILE …`
  [[nodiscard]] Outcome chain(const std::string& verb, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"chain", verb, path()});
    return call(arguments);
  }
  /// The same for what must succeed; its first line of output.
  std::string done(const std::string& verb, std::vector<std::string> arguments) const {
    const Outcome outcome = chain(verb, std::move(arguments));
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out.substr(0, outcome.out.find('\n'));
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace linecheck::cli
