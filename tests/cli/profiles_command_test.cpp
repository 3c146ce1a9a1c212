#include <gmock/gmock.h>

#include "cli/command_line.h"
#include "cli/user_folder.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::readBytes;
using testing::writeBytes;

class ProfilesCommand : public ::testing::Test {
 protected:
  static Outcome profiles(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "profiles");
    return call(arguments);
  }
  static Outcome add(const std::string& line, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{
        "add",    "--kind", "headphones", "--maker", "Acme",         "--model",  "Loud",
        "--spec", line,     "--source",   "Manual",  "--confidence", "datasheet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return profiles(std::move(arguments));
  }
  static bool isThere(const std::string& id) { return profiles({"show", id}).status == 0; }
  std::string file(const std::string& name, const std::string& content) const {
    writeBytes(folder_ / name, content);
    return (folder_ / name).string();
  }

  testing::TemporaryFolder folder_;
  UserFolder users_{folder_.path()};
};

TEST_F(ProfilesCommand, AddMakesAProfileOfALine) {
  const Outcome added = add("300 Ω, 97 dB/mW");
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(added.out, HasSubstr("acme-loud"));
  const Outcome shown = profiles({"show", "acme-loud", "--json"});
  EXPECT_EQ(number(shown.json(), "profile/headphones/impedance/value"), 300.0);
  EXPECT_EQ(text(shown.json(), "profile/headphones/sensitivity/unit"), "dB/mW");
  EXPECT_EQ(text(shown.json(), "profile/headphones/sensitivity/confidence"), "datasheet");
}

TEST_F(ProfilesCommand, AddAsksForTheReferenceAndTellsWhatEachWouldMean) {
  const Outcome asked = add("250 Ω, 96 dB");
  EXPECT_EQ(asked.status, 2);
  EXPECT_THAT(asked.out, IsEmpty());
  EXPECT_THAT(asked.err, HasSubstr("per mW or per V"));
  EXPECT_THAT(asked.err, HasSubstr("102.0"));  // 96 + 10·log10(1000 / 250)
  EXPECT_THAT(asked.err, HasSubstr("90.0"));
  EXPECT_FALSE(isThere("acme-loud"));
  EXPECT_EQ(add("250 Ω, 96 dB", {"--reference", "v"}).status, 0);
  EXPECT_EQ(
      text(profiles({"show", "acme-loud", "--json"}).json(), "profile/headphones/sensitivity/unit"),
      "dB/V");
}

TEST_F(ProfilesCommand, AddKeepsWhatIsThereUnlessTold) {
  ASSERT_EQ(add("300 Ω").status, 0);
  const Outcome again = add("32 Ω");
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, HasSubstr("--replace"));
  EXPECT_EQ(add("32 Ω", {"--replace"}).status, 0);
  EXPECT_EQ(number(profiles({"show", "acme-loud", "--json"}).json(),
                   "profile/headphones/impedance/value"),
            32.0);
}

TEST_F(ProfilesCommand, ADryRunSavesNothing) {
  const Outcome trial = add("300 Ω", {"--dry-run", "--json"});
  EXPECT_EQ(trial.status, 0);
  EXPECT_EQ(text(trial.json(), "schema"), "linecheck.profile-changes/1");
  EXPECT_EQ(text(trial.json(), "saved/0/id"), "acme-loud");
  EXPECT_FALSE(isThere("acme-loud"));
}

TEST_F(ProfilesCommand, ImportTakesATable) {
  const std::string table = file("t.csv",
                                 "maker,model,impedance (ohm),sensitivity (dB)\n"
                                 "Acme,One,32,100\nAcme,Two,64,101.5\n");
  const Outcome refused = profiles({"import", table});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("t.csv:2, kind"));
  EXPECT_THAT(refused.err, HasSubstr("t.csv:3, source"));
  const Outcome done = profiles({"import", table, "--kind", "headphones", "--source", "A table",
                                 "--confidence", "article", "--reference", "mw", "--json"});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(text(done.json(), "saved/1/id"), "acme-two");
  EXPECT_TRUE(isThere("acme-one"));
  EXPECT_TRUE(isThere("acme-two"));
}

TEST_F(ProfilesCommand, ImportTakesAllOrNothing) {
  ASSERT_EQ(add("300 Ω").status, 0);
  const std::string table =
      file("t.csv", "maker,model,impedance (ohm)\nAcme,New,32\nAcme,Loud,64\n");
  EXPECT_EQ(profiles({"import", table, "--kind", "headphones", "--source", "A table",
                      "--confidence", "article"})
                .status,
            2);
  EXPECT_FALSE(isThere("acme-new"));
}

TEST_F(ProfilesCommand, ExportedProfilesComeBackByImport) {
  ASSERT_EQ(add("300 Ω, 97 dB/mW").status, 0);
  const std::string shared = (folder_ / "shared.json").string();
  const Outcome exported = profiles({"export", "acme-loud", shared, "--json"});
  EXPECT_EQ(exported.status, 0);
  EXPECT_EQ(text(exported.json(), "exported"), "acme-loud");
  EXPECT_EQ(text(exported.json(), "file"), shared);
  EXPECT_EQ(profiles({"export", "acme-loud"}).out, readBytes(shared));
  EXPECT_EQ(profiles({"export", "acme-loud", shared}).status, 2) << "the file is there";
  const Outcome removed = profiles({"remove", "acme-loud", "--json"});
  EXPECT_EQ(removed.status, 0);
  EXPECT_EQ(text(removed.json(), "schema"), "linecheck.profile-changes/1");
  EXPECT_EQ(text(removed.json(), "removed"), "acme-loud");
  EXPECT_FALSE(isThere("acme-loud"));
  EXPECT_EQ(profiles({"import", shared}).status, 0);
  EXPECT_TRUE(isThere("acme-loud"));
}

TEST_F(ProfilesCommand, ImportTellsEveryFaultOfAProfileFile) {
  const Outcome outcome = profiles(
      {"import", file("bad.json", R"({"schema": "linecheck.profile/1", "id": "a b", "maker": ""})"),
       "--json"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(text(outcome.json(), "errors/0/where"), HasSubstr("bad.json"));
  EXPECT_FALSE(text(outcome.json(), "errors/4/what").empty());
}

TEST_F(ProfilesCommand, RemoveLeavesWhatTheProgramBrings) {
  const Outcome outcome = profiles({"remove", "topping-l30-ii"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("comes with Linecheck"));
  EXPECT_TRUE(isThere("topping-l30-ii"));
}

}  // namespace
}  // namespace linecheck::cli
