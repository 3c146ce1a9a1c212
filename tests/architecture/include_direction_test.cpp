// Header-only code links anywhere, so what the linker cannot see is read off the includes: each
// folder may include only the folders below it, and each library's headers stay where it is
// wrapped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>>& allowedFolders() {
  static const std::map<std::string, std::set<std::string>> kAllowed = [] {
    std::map<std::string, std::set<std::string>> map;
    map["base"] = {};
    map["units"] = {};
    map["json"] = {"base", "units"};
    map["realtime"] = {"base"};
    map["dsp"] = {"base", "units"};
    map["profiles"] = {"base", "units", "json"};
    map["chain"] = {"base", "units", "json", "profiles"};
    map["levels"] = {"base", "units", "profiles", "chain"};
    map["matching"] = {"base", "units", "profiles", "chain", "levels"};
    map["rules"] = {"base", "units", "profiles", "chain", "levels"};
    map["audio"] = {"base", "units", "json", "realtime"};
    map["system"] = {"base", "units"};
    map["midi"] = {"base", "json", "realtime"};
    map["measure"] = {"base", "units", "json", "realtime", "dsp", "profiles", "audio"};
    map["simulation"] = {"base",     "units", "realtime", "dsp",
                         "profiles", "chain", "audio",    "measure"};
    map["diagnosis"] = {"base",   "units",    "json", "profiles", "chain",
                        "levels", "matching", "dsp",  "measure"};
    map["prediction"] = {"base", "units", "profiles", "chain", "levels", "rules", "measure"};
    map["setup"] = {"base",     "units", "json",    "profiles",  "chain",      "levels",
                    "matching", "rules", "measure", "diagnosis", "prediction", "system"};
    map["cli"] = {"base",      "units",      "json",     "dsp",   "profiles", "chain",
                  "rules",     "levels",     "matching", "audio", "measure",  "simulation",
                  "diagnosis", "prediction", "setup",    "system"};
    return map;
  }();
  return kAllowed;
}

// A library's headers, by the start of their path, and the folders that may include them.
struct Wrapped {
  std::string header;
  std::set<std::string> folders;
};

const std::vector<Wrapped>& wrappedLibraries() {
  static const std::vector<Wrapped> kWrapped = {
      {"fftw3.h", {"dsp"}},       {"ebur128.h", {"dsp"}},
      {"Eigen/", {"dsp"}},        {"sndfile.h", {"audio"}},
      {"portaudio.h", {"audio"}}, {"pa_", {"audio"}},
      {"nlohmann/", {"json"}},    {"valijson/", {"json"}},
      {"CLI/", {"cli"}},          {"jack/", {}},
      {"spdlog/", {"base"}},      {"pulse/", {"system"}},
      {"RtMidi.h", {"midi"}},
  };
  return kWrapped;
}

struct Include {
  fs::path file;
  int line = 0;
  bool quoted = false;
  std::string target;
};

std::vector<Include> includesBelow(const fs::path& root) {
  static const std::regex kPattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Include> includes;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ifstream stream(entry.path());
    std::string text;
    for (int line = 1; std::getline(stream, text); ++line) {
      std::smatch match;
      if (std::regex_search(text, match, kPattern)) {
        includes.push_back({entry.path(), line, match[1] == "\"", match[2]});
      }
    }
  }
  return includes;
}

std::string at(const Include& include) {
  return include.file.string() + ":" + std::to_string(include.line) + " includes " + include.target;
}

const fs::path kSource = fs::path(LINECHECK_SOURCE_DIR) / "src";

TEST(IncludeDirection, FoldersIncludeOnlyWhatIsBelowThem) {
  const auto includes = includesBelow(kSource);
  ASSERT_GT(includes.size(), 50u) << "The sources were not found.";
  for (const Include& include : includes) {
    if (!include.quoted) continue;
    const std::string folder = fs::relative(include.file, kSource).begin()->string();
    const std::string target = fs::path(include.target).begin()->string();
    ASSERT_TRUE(allowedFolders().contains(folder)) << folder << " has no place in the order.";
    EXPECT_TRUE(target == folder || allowedFolders().at(folder).contains(target)) << at(include);
  }
}

TEST(IncludeDirection, LibrariesStayInTheFolderThatWrapsThem) {
  for (const Include& include : includesBelow(kSource)) {
    const std::string folder = fs::relative(include.file, kSource).begin()->string();
    for (const Wrapped& library : wrappedLibraries()) {
      if (include.target.starts_with(library.header)) {
        EXPECT_TRUE(library.folders.contains(folder)) << at(include);
      }
    }
  }
}

TEST(IncludeDirection, SourcesKnowNoQt) {
  static const std::regex kQt(R"(^(Q[A-Z]\w*|Qt\w+/.*)$)");
  for (const Include& include : includesBelow(kSource)) {
    EXPECT_FALSE(std::regex_match(include.target, kQt)) << at(include);
  }
}

TEST(IncludeDirection, TheWindowHoldsNoLibraryOfTheEngine) {
  const fs::path window = fs::path(LINECHECK_SOURCE_DIR) / "ui";
  for (const Include& include : includesBelow(window)) {
    for (const Wrapped& library : wrappedLibraries()) {
      EXPECT_FALSE(include.target.starts_with(library.header)) << at(include);
    }
  }
}

}  // namespace
