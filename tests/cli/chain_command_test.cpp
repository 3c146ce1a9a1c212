#include <gmock/gmock.h>

#include "cli/chain_file.h"

namespace linecheck::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A computer, a Zen Go and an L30 II, nothing plugged in yet.
class ChainCommand : public ::testing::Test {
 protected:
  ChainCommand() {
    file_.done("new", {"--name", "Desk"});
    file_.done("add", {"generic-computer", "--name", "Computer"});
    file_.done("add", {"antelope-zen-go", "--name", "Zen Go"});
    file_.done("add", {"topping-l30-ii", "--name", "Amp"});
  }

  /// Refused with exit status 2 and one line that says this, and the file left as it was.
  void expectRefused(const std::string& verb, const std::vector<std::string>& arguments,
                     const std::string& says) {
    const std::string before = file_.text();
    const Outcome outcome = file_.chain(verb, arguments);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(outcome.err, HasSubstr(says));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(file_.text(), before);
  }

  json::Value document() { return json::parse(file_.text(), "desk")->root(); }

  ChainFile file_;
};

TEST_F(ChainCommand, NewTellsTheMainsAndLeavesAnOtherFileAlone) {
  EXPECT_EQ(text(document(), "name"), "Desk");
  EXPECT_EQ(number(document(), "mains/frequency_hz"), 50.0);
  const Outcome again = file_.chain("new", {});
  EXPECT_NE(again.status, 0);
  EXPECT_THAT(again.err, HasSubstr("already"));
  EXPECT_EQ(text(document(), "name"), "Desk");
}

TEST_F(ChainCommand, AddPrintsTheIdForTheNextCommand) {
  EXPECT_EQ(file_.done("add", {"adam-t7v", "--name", "Left"}), "left");
  EXPECT_EQ(file_.done("add", {"adam-t7v", "--name", "Left"}), "left-2");
  EXPECT_EQ(file_.done("add", {"strip"}), "strip");
}

TEST_F(ChainCommand, AddKnowsTheRatingOfAUps) {
  file_.done("add",
             {"ups", "--topology", "line-interactive", "--waveform", "sine", "--va", "1000"});
  EXPECT_EQ(text(document(), "power_points/0/ups/topology"), "line-interactive");
  EXPECT_EQ(number(document(), "power_points/0/ups/apparent_power_va"), 1000.0);
}

TEST_F(ChainCommand, AddRefusesAProfileThatIsNotThere) {
  expectRefused("add", {"antelope-zen"}, "profiles list");
}

TEST_F(ChainCommand, ConnectFindsTheOnlyPortThatFits) {
  EXPECT_EQ(file_.done("connect", {"zen-go:line-out", "amp", "--length", "0.5"}), "zen-go-to-amp");
  EXPECT_EQ(text(document(), "cables/0/to/port"), "line-in");
  EXPECT_EQ(text(document(), "cables/0/kind"), "analogue");
  EXPECT_EQ(number(document(), "cables/0/length_m"), 0.5);
}

TEST_F(ChainCommand, ConnectNamesThePortsWhereSeveralFit) {
  expectRefused("connect", {"zen-go", "amp"}, "zen-go:line-out or zen-go:monitor-out");
}

TEST_F(ChainCommand, ConnectTakesTheCableThatSuchSocketsTake) {
  file_.done("add", {"neuropunk-m1", "--name", "M1"});
  file_.done("connect", {"computer:usb-c", "zen-go"});
  file_.done("connect", {"amp", "m1"});
  EXPECT_EQ(text(document(), "cables/0/kind"), "usb");
  EXPECT_EQ(text(document(), "cables/1/kind"), "headphone");
}

TEST_F(ChainCommand, ConnectRefusesASocketThatIsTaken) {
  file_.done("connect", {"zen-go:line-out", "amp"});
  expectRefused("connect", {"zen-go:monitor-out", "amp:line-in"}, "taken already");
}

TEST_F(ChainCommand, ConnectRefusesADeviceThatIsNotThereAndNamesThoseThatAre) {
  expectRefused("connect", {"zen-go:line-out", "l30"}, "computer, zen-go, amp");
}

TEST_F(ChainCommand, ConnectFeedsADeviceThroughTheAdapterThatWasLookedAt) {
  file_.done("add", {"strip"});
  file_.done("connect", {"strip", "amp", "--supply", "dc", "--supply-voltage", "12"});
  EXPECT_EQ(text(document(), "power_leads/0/to"), "amp");
  EXPECT_EQ(text(document(), "power_leads/0/adapter/current"), "dc");
  EXPECT_EQ(number(document(), "power_leads/0/adapter/voltage_v"), 12.0);
}

TEST_F(ChainCommand, ConnectKnowsPlugsAndAdapters) {
  file_.done("add", {"adam-t7v", "--name", "Left"});
  file_.done("connect", {"amp:pre-out/0", "left:xlr-in", "--to-plug", "rca", "--to-adapter",
                         "rca:xlr-3:floating"});
  EXPECT_EQ(text(document(), "cables/0/to/plug"), "rca");
  EXPECT_EQ(text(document(), "cables/0/to/adapters/0/from"), "rca");
  EXPECT_EQ(text(document(), "cables/0/to/adapters/0/pin_3"), "floating");
  EXPECT_THAT(call({"check", file_.path()}).out, HasSubstr("pin 3"));
  expectRefused("connect", {"amp:pre-out/1", "left:rca-in", "--to-adapter", "rca"}, "plug:plug");
}

TEST_F(ChainCommand, SetTakesAPositionInAnyCaseAndForgetsIt) {
  file_.done("set", {"amp:mode", "hpa"});
  EXPECT_EQ(text(document(), "devices/2/settings/mode"), "HPA");
  file_.done("set", {"amp:mode", "unknown"});
  EXPECT_THAT(file_.text(), ::testing::Not(HasSubstr("HPA")));
}

TEST_F(ChainCommand, SetUnderstandsUnits) {
  file_.done("set", {"amp:volume", "40%"});
  file_.done("set", {"zen-go:line-out-trim", "+18 dBu"});
  file_.done("set", {"zen-go:output-volume", "-6dB"});
  EXPECT_DOUBLE_EQ(number(document(), "devices/2/settings/volume/travel"), 0.4);
  EXPECT_EQ(number(document(), "devices/1/settings/line-out-trim/level_dbu"), 18.0);
  EXPECT_EQ(number(document(), "devices/1/settings/output-volume/gain_db"), -6.0);
}

TEST_F(ChainCommand, SetRefusesWhatTheControlDoesNotTake) {
  expectRefused("set", {"amp:mode", "BOTH"}, "HPA");
  expectRefused("set", {"amp:volume", "40"}, "unit");
  expectRefused("set", {"amp:volume", "loud"}, "number");
  expectRefused("set", {"amp:treble", "3"}, "mode, gain, volume");
  expectRefused("set", {"amp", "3"}, "colon");
}

TEST_F(ChainCommand, SetTellsOfTheComputerItsFormatAndTheMains) {
  file_.done("set", {"computer:system", "windows"});
  file_.done("set", {"computer:system-volume", "97%"});
  file_.done("set", {"zen-go:sample-rate", "48000"});
  file_.done("set", {"zen-go:bits", "24"});
  file_.done("set", {"amp:on-top-of", "zen-go"});
  file_.done("set", {"mains:earth", "yes"});
  EXPECT_EQ(text(document(), "devices/0/computer/system"), "windows");
  EXPECT_DOUBLE_EQ(number(document(), "devices/0/settings/system-volume/travel"), 0.97);
  EXPECT_EQ(number(document(), "devices/1/format/sample_rate_hz"), 48000.0);
  EXPECT_EQ(number(document(), "devices/1/format/bits"), 24.0);
  EXPECT_EQ(text(document(), "devices/2/placement/on_top_of"), "zen-go");
  expectRefused("set", {"computer:system-volume", "110%"}, "between 0 and 1");
  expectRefused("set", {"computer:system", "beos"}, "windows, macos, linux");
  expectRefused("set", {"zen-go:bits", "16.5"}, "whole number");
}

TEST_F(ChainCommand, RemoveTakesADeviceWithItsCables) {
  file_.done("connect", {"zen-go:line-out", "amp"});
  file_.done("remove", {"amp"});
  EXPECT_THAT(file_.text(), ::testing::Not(HasSubstr("zen-go-to-amp")));
  expectRefused("remove", {"amp"}, "amp");
}

TEST_F(ChainCommand, ApproveMarksWhatTheCheckFinds) {
  file_.done("set", {"zen-go:bits", "16"});
  const auto finds = [&] { return call({"check", file_.path()}).out; };
  ASSERT_THAT(finds(), HasSubstr("16 bit"));
  expectRefused("approve", {"no-such-finding"}, "no-such-finding");
  const json::Value check = call({"--json", "check", file_.path()}).json();
  const std::string id = text(check, "findings/0/id");
  file_.done("approve", {id});
  EXPECT_THAT(call({"check", file_.path()}).out, HasSubstr("approved"));
}

TEST_F(ChainCommand, TellsEveryFaultOfAFileAndWritesNothing) {
  file_.write(R"({"schema": "linecheck.chain/1", "mains": {"frequency_hz": 55, "voltage_v": 230},
                  "devices": [{"id": "a"}], "extra": 1})");
  const std::string before = file_.text();
  const Outcome outcome = file_.chain("add", {"adam-t7v"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("#/mains/frequency_hz"));
  EXPECT_THAT(outcome.err, HasSubstr("#/devices/0"));
  EXPECT_THAT(outcome.err, HasSubstr("extra"));
  EXPECT_EQ(file_.text(), before);
}

}  // namespace
}  // namespace linecheck::cli
