// `linecheck-cli setup … --measure` on the simulated studio, without a sound server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "cli/no_sound_server.h"
#include "cli/setup_report_reader.h"
#include "cli/typed_line.h"
#include "cli/user_folder.h"
#include "json/writer.h"
#include "setup/progress_json.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using linecheck::testing::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class SetupMeasured : public ::testing::Test {
 protected:
  using Line = std::vector<std::string>;

  static Line line(const std::string& command, const Line& more) {
    Line line{"--json", "setup", command, exampleDesk("zen-go-l30-ii"), "--backend", "simulated"};
    line.insert(line.end(), more.begin(), more.end());
    return line;
  }
  static Outcome measured(Line more) {
    more.emplace_back("--measure");
    return call(line("checklist", more));
  }
  [[nodiscard]] std::string state() const { return (folder_ / "state.json").string(); }

  TemporaryFolder folder_;
  UserFolder user_{folder_.path()};
  NoSoundServer nobody_;
};

TEST_F(SetupMeasured, TellsThePathAndKeepsWhatItFound) {
  const Outcome first = measured({"--state", state()});
  ASSERT_EQ(first.status, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr("left out, for it is loud (--loud)"));
  EXPECT_EQ(standing(itemOf(first.json(), "computer", "whole_path")), "done by measured");
  EXPECT_EQ(standing(itemOf(first.json(), "noise", "hum")), "done by measured");
  // It is still known without measuring again.
  const Outcome later =
      call({"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii"), "--state", state()});
  EXPECT_EQ(standing(itemOf(later.json(), "computer", "whole_path")), "done by measured");
  EXPECT_THAT(later.err, IsEmpty());
  // And a 16-bit path that was not there before is told.
  const Outcome again = call(line("repeat", {"--state", state(), "--fault", "sixteen_bit"}));
  ASSERT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(text(again.json(), "changes/0/id"), "sixteen_bit");
  EXPECT_EQ(standing(itemOf(again.json(), "computer", "bit_depth")), "wrong by measured");
}

TEST_F(SetupMeasured, WithoutASoundServerItGoesOnAndSaysOnceWhy) {
  const Outcome outcome = measured({});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const std::string why = "No sound server runs";
  const std::size_t told = outcome.err.find(why);
  ASSERT_NE(told, std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.err.find(why, told + 1), std::string::npos) << outcome.err;
  EXPECT_THAT(outcome.out, Not(HasSubstr(R"("known_by": "system")")));
  EXPECT_THAT(outcome.out, HasSubstr(R"("complete": true)"));
}

TEST_F(SetupMeasured, WithoutMeasuringNothingIsSaidOfIt) {
  const Outcome outcome = call({"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii")});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, IsEmpty());
  EXPECT_THAT(outcome.out, Not(HasSubstr(R"("known_by": "system")")));
  EXPECT_THAT(outcome.out, Not(HasSubstr(R"("known_by": "measured")")));
  EXPECT_THAT(outcome.out, Not(HasSubstr("\"complete\"")));
}

TEST_F(SetupMeasured, HumCountsUnlessItIsKnownThatNobodyHearsIt) {
  const auto calibrate = [](const char* reading) {
    const Outcome outcome = call({"calibrate", "input", "--backend", "simulated", "--channel", "1",
                                  "--channel", "2", "--reading", reading});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  };
  const auto hum = [] {
    const Outcome outcome = measured({"--fault", "magnetic_pickup"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return itemOf(outcome.json(), "noise", "hum");
  };
  EXPECT_EQ(standing(hum()), "wrong by measured") << "Nobody knows how loud it is.";
  // −20 dBFS are 1 V: the hum at −60 dBFS is 10 mV, some 70 dB SPL in headphones of 109 dB/V.
  calibrate("1.00V");
  EXPECT_EQ(standing(hum()), "wrong by measured");
  // A thousandth of that is some 10 dB SPL. At 50 Hz the ear begins at 44 dB SPL.
  calibrate("1.00mV");
  const json::Value soft = hum();
  EXPECT_EQ(standing(soft), "done by measured");
  EXPECT_THAT(text(soft, "detail"), HasSubstr("too soft to be heard"));
}

TEST_F(SetupMeasured, HowLoudYouListenIsTakenFromTheStateAndKeptThere) {
  const auto trim = [this](const Line& more) {
    Line command{"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii"), "--state", state()};
    command.insert(command.end(), more.begin(), more.end());
    const Outcome outcome = call(command);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return standing(itemOf(outcome.json(), "interface", "output_trim:zen-go:line-out-trim"));
  };
  setup::Progress soft;
  soft.wishes.listening = DecibelsSpl::of(65.0);
  std::ofstream(state()) << json::toText(setup::toJson(soft));
  // So soft that the knob would have to stay low.
  EXPECT_EQ(trim({}), "wrong by chain");
  EXPECT_EQ(trim({"--listen-spl", "80"}), "done by chain");
  EXPECT_EQ(trim({}), "wrong by chain") << "Nothing is kept without measuring.";
  EXPECT_EQ(trim({"--listen-spl", "80", "--measure", "--backend", "simulated"}), "done by chain");
  EXPECT_EQ(trim({}), "done by chain");
}

TEST_F(SetupMeasured, RefusesJacksThatAreNotThereBeforeItPlays) {
  const Outcome outcome =
      measured({"--loop-from", "zen-go:line-out", "--loop-to", "zen-go:nowhere"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, HasSubstr("nowhere"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("Check the path")));
}

TEST_F(SetupMeasured, WhatOnlyMeasuringTakesAsksForIt) {
  for (const Line& more : std::vector<Line>{{"--loud"},
                                            {"--fault", "hiss"},
                                            {"--loop-from", "zen-go:line-out"},
                                            {"--control", "gain=1"},
                                            {"--system-output", "Phones"}}) {
    Line command{"setup", "checklist", exampleDesk("zen-go-l30-ii")};
    command.insert(command.end(), more.begin(), more.end());
    const Outcome outcome = call(command);
    EXPECT_EQ(outcome.status, 2) << more.front();
    EXPECT_THAT(outcome.err, HasSubstr("--measure")) << more.front();
    EXPECT_THAT(outcome.out, IsEmpty()) << more.front();
  }
}

TEST_F(SetupMeasured, TellsBeforeItMeasuresThatTheStateCannotBeKept) {
  const std::string nowhere = (folder_ / "none/state.json").string();
  const Outcome lost = measured({"--state", nowhere});
  EXPECT_EQ(lost.status, 2);
  EXPECT_THAT(lost.err, HasSubstr(nowhere));
  EXPECT_THAT(lost.err, Not(HasSubstr("Check the path")));

  std::ofstream(state()) << json::toText(setup::toJson(setup::Progress{}));
  using std::filesystem::perms;
  std::filesystem::permissions(state(), perms::owner_read);
  const std::string before = linecheck::testing::readBytes(state());
  const Outcome kept = measured({"--state", state()});
  EXPECT_EQ(kept.status, 2);
  EXPECT_THAT(kept.err, HasSubstr("write-protected"));
  EXPECT_THAT(kept.err, Not(HasSubstr("Check the path")));
  EXPECT_EQ(linecheck::testing::readBytes(state()), before);
}

TEST_F(SetupMeasured, AMissingStateIsToldAndIsNothingToRepeat) {
  const Outcome list =
      call({"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii"), "--state", state()});
  EXPECT_EQ(list.status, 0);
  EXPECT_THAT(list.err, HasSubstr(state()));
  const Outcome repeat = call(line("repeat", {"--state", state()}));
  EXPECT_EQ(repeat.status, 2);
  EXPECT_THAT(repeat.out, IsEmpty());
  EXPECT_THAT(repeat.err, HasSubstr("nothing to compare with"));
}

TEST_F(SetupMeasured, WhereNothingWasMeasuredBeforeNothingIsSaidToHaveStayed) {
  std::ofstream(state()) << json::toText(setup::toJson(setup::Progress{}));
  const Outcome repeat = call(line("repeat", {"--state", state()}));
  ASSERT_EQ(repeat.status, 0) << repeat.err;
  EXPECT_THAT(repeat.out, HasSubstr(R"("changes": null)"));
  // The second time there is.
  const Outcome again = call({"setup", "repeat", exampleDesk("zen-go-l30-ii"), "--backend",
                              "simulated", "--state", state()});
  ASSERT_EQ(again.status, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("Nothing has changed."));
}

TEST_F(SetupMeasured, WithoutADeviceItEndsAsADeviceError) {
  const Outcome outcome = measured({"--fault", "unplugged"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.out, IsEmpty()) << "Nothing was found out.";
}

TEST_F(SetupMeasured, WhatWasMeasuredBeforeCtrlCIsPrintedAndKept) {
  const Outcome outcome =
      callStoppedAt(line("checklist", {"--measure", "--state", state()}), "Listen for hum");
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.out, HasSubstr(R"("complete": false)"));
  EXPECT_EQ(standing(itemOf(outcome.json(), "computer", "whole_path")), "done by measured");
  EXPECT_EQ(standing(itemOf(outcome.json(), "noise", "hum")), "unknown");
  const Outcome later =
      call({"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii"), "--state", state()});
  EXPECT_EQ(standing(itemOf(later.json(), "computer", "whole_path")), "done by measured");
}

TEST_F(SetupMeasured, ADeskWithoutAnInterfaceHasNoLoopToMeasure) {
  const Outcome outcome = call({"--json", "setup", "checklist", exampleDesk("laptop-onboard"),
                                "--backend", "simulated", "--measure"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("nothing is measured through a cable"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("Connect")));
}

}  // namespace
}  // namespace linecheck::cli
