#include "profiles/locations.h"

#include <gtest/gtest.h>

#include <map>

namespace linecheck::profiles {
namespace {

Environment environment(const std::map<std::string, std::string>& variables) {
  return [variables](const char* name) -> std::optional<std::string> {
    const auto it = variables.find(name);
    return it == variables.end() ? std::nullopt : std::optional(it->second);
  };
}

TEST(Locations, AVariableNamesTheShippedFolder) {
  EXPECT_EQ(locations(environment({{"LINECHECK_PROFILES", "/opt/profiles"}})).shipped,
            "/opt/profiles");
}

TEST(Locations, OtherwiseThereAreShippedProfilesAllTheSame) {
  EXPECT_TRUE(std::filesystem::is_directory(locations(environment({})).shipped));
}

#ifdef __linux__
TEST(Locations, TheUsersFolderFollowsXdg) {
  EXPECT_EQ(locations(environment({{"XDG_DATA_HOME", "/data"}, {"HOME", "/home/me"}})).user,
            "/data/linecheck/device-profiles");
  EXPECT_EQ(locations(environment({{"HOME", "/home/me"}})).user,
            "/home/me/.local/share/linecheck/device-profiles");
  EXPECT_EQ(locations(environment({{"XDG_DATA_HOME", "data"}, {"HOME", "/home/me"}})).user,
            "/home/me/.local/share/linecheck/device-profiles")
      << "a relative path counts as not set";
  EXPECT_EQ(locations(environment({})).user, "");
}

TEST(Locations, InstalledDataLieBesideTheProgram) {
  EXPECT_EQ(system::installedData("/usr/bin"), "/usr/share/linecheck");
  const auto program = system::programFolder();
  ASSERT_TRUE(program);
  EXPECT_TRUE(std::filesystem::is_directory(*program));
}
#endif

}  // namespace
}  // namespace linecheck::profiles
