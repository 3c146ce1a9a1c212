#include "chain/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>

#include "json/writer.h"
#include "support/chain/edit_fixtures.h"
#include "support/temporary_folder.h"

namespace linecheck::chain {
namespace {

using profiles::Connector;
using testing::Editing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const profiles::Profile* profile(std::string_view id) {
  static const auto kProfiles = testing::editProfiles();
  const auto found = kProfiles.find(id);
  return found == kProfiles.end() ? nullptr : &found->second;
}

ResultOrErrors<LoadedChain> loadText(std::string_view text) {
  return load(json::parse(text, "a.json").value(), profile);
}

std::vector<std::string> messages(const Errors& errors) {
  std::vector<std::string> lines;
  for (const Error& error : errors) lines.push_back(error.message());
  return lines;
}

/// A chain file around the given parts, which begin with a comma.
std::string chainWith(std::string_view devices, std::string_view parts = "") {
  return R"({"schema": "linecheck.chain/1", "mains": {"frequency_hz": 50, "voltage_v": 230}, )"
         R"("devices": [)" +
         std::string(devices) + "]" + std::string(parts) + "}";
}

/// With everything in it that a chain can have.
Chain wholeChain() {
  Chain chain;
  chain.name = "Über „alles“";
  chain.mains = {Hertz::of(60), Volts::of(117.5), false};
  const auto device = [](const char* id, const char* profileId) {
    Device made;
    made.id = DeviceId(id);
    made.profile = profileId;
    return made;
  };
  Device pc = device("pc", "pc");
  pc.name = "Tower";
  pc.serial = "S/N 1";
  pc.computer = {OperatingSystem::macos, AudioPath::sharedMixer, true, 0.7};
  pc.hasEarthContact = true;
  Device interface = device("interface", "interface");
  interface.format = {Hertz::of(44100), 32};
  interface.placement = {DeviceId("pc"), true};
  Device amplifier = device("amp", "amplifier");
  amplifier.hasEarthContact = false;
  amplifier.settings = {{"gain", Position{"HIGH"}},
                        {"knob", Decibels::of(-3.1)},
                        {"trim", DecibelsU::of(14.2)},
                        {"volume", Travel{1.0 / 3.0}}};
  chain.devices = {pc, interface, amplifier};

  Cable cable;
  cable.id = CableId("c");
  cable.kind = CableKind::twisted110;
  cable.from = {{DeviceId("interface"), "out", 1}, Connector::xlr3, {}, false};
  cable.to = {{DeviceId("amp"), "in", 0},
              Connector::jack635Trs,
              {{Connector::jack635Trs, Connector::rca, Pin3::unknown},
               {Connector::rca, Connector::xlr3, Pin3::floating}},
              true};
  cable.isBalanced = false;
  cable.isStarQuad = true;
  cable.length = Metres::of(2.5);
  cable.beside = {Neighbour::graphicsCard, Neighbour::plugInSupply};
  Cable usb = Editing::cable(DeviceId("pc"), "usb", DeviceId("interface"), "usb");
  usb.id = CableId("usb");
  usb.kind = CableKind::usb;
  chain.cables = {cable, usb};

  PowerPoint outlet;
  outlet.id = PowerPointId("wall");
  outlet.circuit = "B16";
  outlet.isEarthed = false;
  PowerPoint ups;
  ups.id = PowerPointId("ups");
  ups.kind = PowerPoint::Kind::ups;
  ups.name = "UPS below";
  ups.ups = {UpsTopology::lineInteractive, UpsWaveform::stepped, VoltAmperes::of(850),
             Watts::of(510)};
  chain.powerPoints = {outlet, ups};
  PowerLead toUps{PowerLeadId("l1"), PowerPointId("wall"), PowerPointId("ups"), {}};
  PowerLead toAmp{PowerLeadId("l2"), PowerPointId("ups"), DeviceId("amp"), AdapterInUse{}};
  toAmp.adapter = {false, profiles::CurrentKind::dc, Volts::of(12)};
  PowerLead toPc{PowerLeadId("l3"), PowerPointId("ups"), DeviceId("pc"), AdapterInUse{}};
  chain.powerLeads = {toUps, toAmp, toPc};
  chain.groundLeads = {{GroundLeadId("g1"), GroundLead::Kind::network, DeviceId("pc"), true},
                       {GroundLeadId("g2"), GroundLead::Kind::antenna, DeviceId("amp"), false}};
  chain.approvals = {{"hot", {"amp:volume", "c"}}, {"hot", {}}, {"hot", {""}}};
  chain.cardPlaces = {{DeviceId("amp"), -12.25, 1e5}};
  return chain;
}

TEST(ChainFile, KeepsEverythingThatAChainHas) {
  const Chain chain = wholeChain();
  const auto loaded = loadText(toText(chain));
  ASSERT_TRUE(loaded) << loaded.error().front().message();
  EXPECT_THAT(messages(loaded->warnings), IsEmpty());
  EXPECT_EQ(loaded->chain, chain);
  EXPECT_EQ(toText(loaded->chain), toText(chain));
}

TEST(ChainFile, LeavesOutWhatIsUnknownOrAsUsual) {
  Chain chain;
  Device device;
  device.id = DeviceId("amp");
  device.profile = "amplifier";
  chain.devices = {device};
  EXPECT_EQ(toText(chain), R"({
  "schema": "linecheck.chain/1",
  "mains": {
    "frequency_hz": 50,
    "voltage_v": 230
  },
  "devices": [
    {
      "id": "amp",
      "profile": "amplifier"
    }
  ]
}
)");
}

TEST(ChainFile, TellsAnEmptyPartFromNone) {
  Chain chain;
  Device pc;
  pc.id = DeviceId("pc");
  pc.profile = "pc";
  pc.computer.emplace();
  chain.devices = {pc};
  EXPECT_EQ(loadText(toText(chain))->chain, chain);
}

TEST(ChainFile, TakesSettingsAsTheControlHasThem) {
  const auto loaded = loadText(chainWith(R"({"id": "amp", "profile": "amplifier", "settings": {
      "gain": "LOW", "knob": {"gain_db": 20}, "trim": {"level_dbu": 14.5},
      "volume": {"travel": 0.25}}})"));
  ASSERT_TRUE(loaded) << loaded.error().front().message();
  const auto& settings = loaded->chain.devices.front().settings;
  EXPECT_EQ(settings.at("gain"), Setting(Position{"LOW"}));
  EXPECT_EQ(settings.at("knob"), Setting(Decibels::of(20)));
  EXPECT_EQ(settings.at("trim"), Setting(DecibelsU::of(14.5)));
  EXPECT_EQ(settings.at("volume"), Setting(Travel{0.25}));
}

TEST(ChainFile, WarnsOfWhatTheProfilesDoNotHaveAndKeepsIt) {
  const std::string text = chainWith(
      R"({"id": "box", "profile": "lost-box", "settings": {"anything": {"travel": 1}}},
         {"id": "amp", "profile": "amplifier", "settings": {"gain": "MID", "treble": "UP"},
          "computer": {}},
         {"id": "interface", "profile": "interface"})",
      R"(, "cables": [
         {"id": "c", "kind": "analogue", "from": {"device": "box", "port": "out"},
          "to": {"device": "amp", "port": "in-2"}},
         {"id": "d", "kind": "analogue", "from": {"device": "interface", "port": "out", "socket": 2},
          "to": {"device": "amp", "port": "in"}}])");
  const auto loaded = loadText(text);
  ASSERT_TRUE(loaded) << loaded.error().front().message();
  EXPECT_THAT(messages(loaded->warnings),
              ElementsAre("a.json#/devices/0/profile: There is no profile \"lost-box\" in the "
                          "library: nothing is known of this device until there is.",
                          "a.json#/devices/1/settings/gain: gain cannot stand at \"MID\": it has "
                          "LOW, HIGH.",
                          "a.json#/devices/1/settings/treble: Acme amplifier has no control "
                          "\"treble\".",
                          "a.json#/devices/1/computer: Acme amplifier is no computer.",
                          "a.json#/cables/0/to/port: Acme amplifier has no port \"in-2\".",
                          "a.json#/cables/1/from/socket: OUTPUT of Acme interface has 2 sockets, "
                          "counted from 0."));
  const Chain& chain = loaded->chain;
  EXPECT_EQ(chain.devices[0].profile, "lost-box");
  EXPECT_EQ(chain.devices[0].settings.at("anything"), Setting(Travel{1}));
  EXPECT_EQ(chain.cables[0].to.socket.port, "in-2");
  EXPECT_EQ(loadText(toText(chain))->chain, chain);
}

TEST(ChainFile, MayPlugAnyNumberIntoTheUsbOfAComputerNobodyKnows) {
  const std::string devices =
      R"({"id": "pc", "profile": "lost-pc"}, {"id": "a", "profile": "interface"},
         {"id": "b", "profile": "interface"})";
  const auto cables = [](const std::string& kind) {
    return R"(, "cables": [
        {"id": "c", "kind": ")" +
           kind + R"(", "from": {"device": "pc", "port": "usb"},
         "to": {"device": "a", "port": "usb"}},
        {"id": "d", "kind": ")" +
           kind + R"(", "from": {"device": "pc", "port": "usb"},
         "to": {"device": "b", "port": "usb"}}])";
  };
  const auto usb = loadText(chainWith(devices, cables("usb")));
  ASSERT_TRUE(usb);
  EXPECT_EQ(usb->warnings.size(), 1U) << "only that of the profile";
  const auto other = loadText(chainWith(devices, cables("analogue")));
  ASSERT_TRUE(other);
  ASSERT_EQ(other->warnings.size(), 2U);
  EXPECT_EQ(other->warnings[1].message(),
            "a.json#/cables/1/from/port: usb of pc is taken already by the cable \"c\".");
}

TEST(ChainFile, HasAStepFromEachOlderFormatToTheNext) {
  EXPECT_EQ(fileFormat().newest(), kFormatVersion);
  EXPECT_EQ(fileFormat().name, "linecheck.chain");
}

// A made-up past: format 1 called the devices "gear" and knew no mains; format 2 gave the mains as
// one text.
json::Object renameGear(json::Object document) {
  json::Object renamed;
  for (const json::Member& member : document.members()) {
    renamed.set(member.key == "gear" ? "devices" : member.key, member.value);
  }
  renamed.set("mains", json::Value("50 Hz, 230 V"));
  document = std::move(renamed);
  return document;
}

json::Object partMains(json::Object document) {
  const json::Value* mains = document.find("mains");
  const std::string* text = mains ? mains->getIf<std::string>() : nullptr;
  if (text && *text == "50 Hz, 230 V") {
    document.set("mains", json::Object{{"frequency_hz", 50}, {"voltage_v", 230}});
  }
  return document;
}

constexpr std::array kMadeUpPast{json::Migration{renameGear}, json::Migration{partMains}};
const json::Format kMadeUp{"linecheck.chain", "chain", kMadeUpPast};

ResultOrErrors<LoadedChain> loadOld(std::string_view text) {
  return load(json::parse(text, "a.json").value(), profile, kMadeUp);
}

TEST(ChainFile, ReadsAnOlderFormatThroughAllStepsSince) {
  const auto first = loadOld(
      R"({"schema": "linecheck.chain/1", "gear": [{"id": "amp", "profile": "amplifier"}]})");
  ASSERT_TRUE(first) << first.error().front().message();
  EXPECT_NE(first->chain.device(DeviceId("amp")), nullptr);
  EXPECT_EQ(first->chain.mains, Mains{});

  const auto second =
      loadOld(R"({"schema": "linecheck.chain/2", "mains": "50 Hz, 230 V", "devices": []})");
  ASSERT_TRUE(second) << second.error().front().message();

  const auto third =
      loadOld(R"({"schema": "linecheck.chain/3", "mains": "50 Hz, 230 V", "devices": []})");
  ASSERT_FALSE(third) << "the newest format knows no such mains";
}

TEST(ChainFile, TellsTheFaultsOfAnOlderFormatToo) {
  const auto loaded = loadOld(
      R"({"schema": "linecheck.chain/1", "gear": [{"id": "amp", "porfile": "amplifier"}]})");
  ASSERT_FALSE(loaded);
  EXPECT_THAT(messages(loaded.error()),
              ElementsAre("a.json (read as format 3)#/devices/0: The key \"profile\" is missing.",
                          "a.json (read as format 3)#/devices/0/porfile: This key is not known "
                          "here. Did you mean \"profile\"?"));
}

TEST(ChainFile, IsSavedAndLoaded) {
  const linecheck::testing::TemporaryFolder folder;
  const auto file = folder / "desk.chain.json";
  ASSERT_TRUE(saveFile(file, Chain{}));
  const Chain chain = wholeChain();
  ASSERT_TRUE(saveFile(file, chain));
  const auto loaded = loadFile(file, profile);
  ASSERT_TRUE(loaded) << loaded.error().front().message();
  EXPECT_EQ(loaded->chain, chain);
  std::ifstream stream(file, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), toText(chain));
}

TEST(ChainFile, TellsWhereItCannotBeSaved) {
  const linecheck::testing::TemporaryFolder folder;
  const auto saved = saveFile(folder / "none" / "desk.chain.json", Chain{});
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::io);
}

}  // namespace
}  // namespace linecheck::chain
