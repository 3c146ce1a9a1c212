// What the rules about power and volumes say of devices that profiles are shipped for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "profiles/library.h"
#include "support/chain/volume_fixtures.h"
#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const profiles::Profile* shipped(std::string_view id) {
  static const profiles::Library kShipped = profiles::Library::load(
      {std::filesystem::path(LINECHECK_SOURCE_DIR) / "device-profiles", {}});
  const auto* entry = kShipped.find(id);
  return entry ? &entry->profile : nullptr;
}

/// The desk of the signal-chain article: computer, Zen Go, L30 II, planar headphones and monitors
/// on the amplifier's second output, on one strip, all set as the article says.
RuleDesk articlesDesk() {
  RuleDesk desk;
  for (const auto& [id, profile] :
       {std::pair("pc", "generic-desktop-computer"), std::pair("interface", "antelope-zen-go"),
        std::pair("amp", "topping-l30-ii"), std::pair("cans", "neuropunk-m1"),
        std::pair("mon", "adam-t7v")}) {
    desk.GroundDesk::device(id, *shipped(profile));
    deviceOf(desk, id).profile = profile;
    desk.profiles[profile] = *shipped(profile);
  }
  desk.cable("usb", "pc", "usb-c", "interface", "usb", chain::CableKind::usb);
  desk.cable("line", "interface", "line-out", "amp", "line-in");
  desk.cable("phones", "amp", "headphones", "cans", shipped("neuropunk-m1")->ports.front().id,
             chain::CableKind::headphone);
  desk.cable("pre", "amp", "pre-out", "mon", "rca-in");
  desk.outlet("wall").isEarthed = true;
  desk.strip("strip", "wall");
  for (const char* id : {"pc", "amp", "mon"}) desk.feed("strip", id);
  desk.chain.powerLeads[2].adapter = {true, profiles::CurrentKind::ac, 15_V};
  play(desk, chain::OperatingSystem::windows, chain::AudioPath::sharedMixer, 0.97);
  chain::Device& interface = deviceOf(desk, "interface");
  interface.format.bits = 24;
  interface.settings["computer-playback"] = 0_dB;
  interface.settings["line-out-trim"] = DecibelsU::of(20.0);
  return desk;
}

/// The rules of this folder that look at power, placement, volumes and formats.
std::vector<std::string> complaints(const RuleDesk& desk) {
  const chain::Desk made = desk.desk();
  const chain::GroundPlan grounds = chain::planGrounds(made);
  std::vector<std::string> ids;
  for (const Rule& rule : allRules()) {
    static const std::set<std::string_view> kOurs{
        "airflow",          "bit-depth",    "digital-volume", "mains-voltage", "one-live-control",
        "output-trim",      "right-supply", "sample-rates",   "serial-number", "system-volume",
        "one-power-source", "ups-rating",   "ups-topology",   "ups-waveform",  "working-earth"};
    if (!kOurs.contains(rule.name)) continue;
    std::vector<Finding> findings;
    rule.check({made, grounds}, findings);
    for (const Finding& finding : findings) ids.push_back(finding.id);
  }
  return ids;
}

TEST(ShippedDevices, TheArticlesDeskHasItsOneKnobAndNothingToComplainOf) {
  EXPECT_THAT(complaints(articlesDesk()), IsEmpty());
}

TEST(ShippedDevices, ADirectVoltageInTheL30IiIsADanger) {
  RuleDesk desk = articlesDesk();
  desk.chain.powerLeads[2].adapter = {false, profiles::CurrentKind::dc, 12_V};
  const auto found = desk.found("wrong-supply");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::danger);
}

TEST(ShippedDevices, AFaderOfTheZenGoBelowZeroIsFound) {
  RuleDesk desk = articlesDesk();
  deviceOf(desk, "interface").settings["computer-playback"] = -6_dB;
  EXPECT_THAT(complaints(desk), ElementsAre("digital-attenuation", "several-live-controls"));
}

TEST(ShippedDevices, TheL70WantsNothingOnTop) {
  RuleDesk desk = articlesDesk();
  desk.profiles["topping-l70"] = *shipped("topping-l70");
  deviceOf(desk, "amp").profile = "topping-l70";
  deviceOf(desk, "interface").placement.onTopOf = chain::DeviceId("amp");
  EXPECT_THAT(desk.found("covered-warm-device"), SizeIs(1));
}

TEST(ShippedDevices, AComputerMayNotStandASteppedWave) {
  RuleDesk desk = articlesDesk();
  chain::PowerPoint& strip = desk.chain.powerPoints.back();
  strip.kind = chain::PowerPoint::Kind::ups;
  strip.ups.waveform = chain::UpsWaveform::stepped;
  EXPECT_THAT(desk.found("stepped-ups-on-active-pfc"), SizeIs(1));
}

}  // namespace
}  // namespace linecheck::rules
