#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/edit_fixtures.h"

namespace linecheck::chain {
namespace {

using testing::Editing;
using ::testing::ElementsAre;
using testing::expectRefused;
using ::testing::IsEmpty;

struct DeviceEdits : ::testing::Test {
  Editing editing;

  const Chain& chain() const { return editing.chain(); }
  Result<Edit> set(const DeviceId& id, const std::string& control,
                   const std::optional<Setting>& setting) const {
    return editing.make(changeSetting, id, control, setting);
  }
};

TEST_F(DeviceEdits, AddADeviceUnderAnIdOfItsOwn) {
  const auto edit = editing.edit(addDevice, editing.profile("interface"), "");
  ASSERT_TRUE(edit);
  EXPECT_EQ(edit->kind, EditKind::addDevice);
  EXPECT_EQ(edit->subject, "Acme interface");
  EXPECT_EQ(editing.add("interface").text(), "acme-interface-2");
  EXPECT_EQ(editing.add("interface", "Ludwig's Box").text(), "ludwig-s-box");
  EXPECT_EQ(editing.point(PowerPoint::Kind::strip, "Ludwig's Box").text(), "ludwig-s-box-2");

  const Device& named = chain().devices.back();
  EXPECT_EQ(named.profile, "interface");
  EXPECT_EQ(named.name, "Ludwig's Box");
  EXPECT_TRUE(named.settings.empty()) << "nobody has told how its switches stand";
  EXPECT_EQ(chain().devices.front().name, "") << "the profile's name is not copied";
}

TEST_F(DeviceEdits, AddNoDeviceWithoutAProfile) {
  expectRefused(editing.make(addDevice, nullptr, "Box"), ErrorCode::notFound, "", "profile");
}

TEST_F(DeviceEdits, AddNoDeviceWithANameThatNoFileCouldHold) {
  const auto* profile = editing.profile("interface");
  expectRefused(editing.make(addDevice, profile, "a\nb"), ErrorCode::badInput, "a-b", "one line");
  expectRefused(editing.make(addDevice, profile, "\xff"), ErrorCode::badInput, "part", "UTF-8");
  expectRefused(editing.make(addDevice, profile, "  "), ErrorCode::badInput, "part", "blanks");
}

TEST_F(DeviceEdits, RemoveADeviceWithAllThatHangsOnIt) {
  const DeviceId interface = editing.add("interface");
  const DeviceId amplifier = editing.add("amplifier");
  const DeviceId monitors = editing.add("monitors");
  const CableId in = editing.plug(interface, "out", amplifier, "in");
  const CableId elsewhere = editing.plug(interface, "out-2", monitors, "in");
  const CableId out = editing.plug(amplifier, "pre-out", editing.add("amplifier-2"), "in");
  const PowerPointId strip = editing.point(PowerPoint::Kind::strip);
  editing.edit(feed, Editing::lead(strip, amplifier));
  editing.edit(feed, Editing::lead(strip, monitors));
  GroundLead antenna;
  antenna.device = amplifier;
  editing.edit(addGroundLead, antenna);
  antenna.device = monitors;
  editing.edit(addGroundLead, antenna);
  editing.edit(moveCard, CardPlace{amplifier, 1, 2});
  editing.edit(moveCard, CardPlace{monitors, 3, 4});
  for (const Approval& approval :
       {Approval{"a", {amplifier.text()}}, Approval{"b", {monitors.text()}},
        Approval{"c", {monitors.text(), amplifier.text() + ":gain"}}, Approval{"d", {in.text()}},
        Approval{"e", {elsewhere.text()}}, Approval{"f", {"acme-amplifier-power"}},
        Approval{"g", {"acme-amplifier-antenna"}}, Approval{"h", {}}}) {
    editing.edit(approve, approval);
  }
  Device above = *chain().device(monitors);
  above.placement.onTopOf = amplifier;
  editing.edit(changeDevice, above, nullptr);

  const Chain before = chain();
  const auto edit = editing.edit(removeDevice, amplifier);
  EXPECT_EQ(edit->kind, EditKind::removeDevice);
  EXPECT_EQ(edit->subject, "Acme amplifier");
  EXPECT_EQ(chain().device(amplifier), nullptr);
  EXPECT_EQ(chain().devices.size(), 3U);
  ASSERT_EQ(chain().cables.size(), 1U);
  EXPECT_EQ(chain().cables.front().id, elsewhere);
  ASSERT_EQ(chain().powerLeads.size(), 1U);
  EXPECT_EQ(chain().powerLeads.front().to, (std::variant<DeviceId, PowerPointId>(monitors)));
  ASSERT_EQ(chain().groundLeads.size(), 1U);
  EXPECT_EQ(chain().groundLeads.front().device, monitors);
  EXPECT_THAT(chain().cardPlaces, ElementsAre(CardPlace{monitors, 3, 4}));
  EXPECT_THAT(chain().approvals, ElementsAre(Approval{"b", {monitors.text()}},
                                             Approval{"e", {elsewhere.text()}}, Approval{"h", {}}));
  EXPECT_EQ(chain().device(monitors)->placement.onTopOf, std::nullopt);

  editing.history.undo();
  EXPECT_EQ(chain(), before);
  EXPECT_NE(chain().cable(out), nullptr);
}

TEST_F(DeviceEdits, NameTheDeviceThatIsNotThere) {
  const DeviceId ghost("ghost");
  Device device;
  device.id = ghost;
  const auto refused = [](const Result<Edit>& edit) {
    expectRefused(edit, ErrorCode::notFound, "ghost", "\"ghost\"");
  };
  refused(editing.make(removeDevice, ghost));
  refused(editing.make(changeDevice, device, nullptr));
  refused(set(ghost, "gain", Position{"LOW"}));
  refused(editing.make(moveCard, CardPlace{ghost, 0, 0}));
}

TEST_F(DeviceEdits, ChangeAllButTheId) {
  const DeviceId pc = editing.add("pc");
  Device device = *chain().device(pc);
  device.name = "Tower";
  device.serial = "1234";
  device.computer = {OperatingSystem::linux, AudioPath::exclusive, false, 1.0};
  device.format = {Hertz::of(48000), 24};
  device.placement.isEnclosed = true;
  device.hasEarthContact = false;
  const auto edit = editing.edit(changeDevice, device, nullptr);
  EXPECT_EQ(edit->subject, "Acme pc") << "the name that it has in the menu before";
  EXPECT_EQ(*chain().device(pc), device);
  EXPECT_THAT(editing.make(changeDevice, device, nullptr)->changes, IsEmpty());
}

TEST_F(DeviceEdits, RefuseWhatNoDeviceCanBe) {
  const DeviceId pc = editing.add("pc");
  const auto refused = [&](std::string_view what, const std::function<void(Device&)>& change) {
    Device device = *chain().device(pc);
    change(device);
    expectRefused(editing.make(changeDevice, device, nullptr), ErrorCode::badInput, pc.text(),
                  what);
  };
  refused("sample rate", [](Device& it) { it.format.sampleRate = Hertz::of(48); });
  refused("sample rate", [](Device& it) { it.format.sampleRate = Hertz::of(std::nan("")); });
  refused("word length", [](Device& it) { it.format.bits = 7; });
  refused("word length", [](Device& it) { it.format.bits = 65; });
  refused("UTF-8", [](Device& it) { it.serial = "\xc3"; });
  refused("system volume", [](Device& it) {
    it.computer.emplace();
    it.computer->systemVolume = 50;
  });
}

TEST_F(DeviceEdits, KnowOnlyComputersToBeComputers) {
  Device device = *chain().device(editing.add("interface"));
  device.computer.emplace();
  expectRefused(editing.make(changeDevice, device, nullptr), ErrorCode::badInput, "acme-interface",
                "is no computer");
}

TEST_F(DeviceEdits, LetNothingLieOnItself) {
  const DeviceId a = editing.add("amplifier");
  const DeviceId b = editing.add("interface");
  const auto on = [&](const DeviceId& above, const DeviceId& below) {
    Device device = *chain().device(above);
    device.placement.onTopOf = below;
    return editing.make(changeDevice, device, nullptr);
  };
  expectRefused(on(a, a), ErrorCode::badInput, a.text(), "lie on itself");
  expectRefused(on(a, DeviceId("shelf")), ErrorCode::notFound, a.text(), "\"shelf\"");
  editing.history.apply(on(a, b).value());
  expectRefused(on(b, a), ErrorCode::badInput, a.text(), "lie on itself");
}

TEST_F(DeviceEdits, ExchangeTheProfileIfAllThatIsPluggedInFindsItsPlace) {
  const DeviceId interface = editing.add("interface");
  const DeviceId amplifier = editing.add("amplifier");
  editing.plug(interface, "out", amplifier, "in");
  Device device = *chain().device(amplifier);
  device.profile = "amplifier-2";
  const auto* other = editing.profile("amplifier-2");
  expectRefused(editing.make(changeDevice, device, nullptr), ErrorCode::notFound, amplifier.text(),
                "\"amplifier-2\"");
  EXPECT_TRUE(editing.make(changeDevice, device, other));

  editing.plug(amplifier, "pre-out", editing.add("monitors"), "in");
  expectRefused(editing.make(changeDevice, device, other), ErrorCode::notFound,
                "acme-amplifier-to-acme-monitors", "no port \"pre-out\"");
  editing.edit(disconnect, chain().cables.back().id);
  editing.edit(changeSetting, amplifier, "gain", Position{"LOW"});
  device.settings["gain"] = Position{"LOW"};
  expectRefused(editing.make(changeDevice, device, other), ErrorCode::notFound,
                "acme-amplifier:gain", "no control \"gain\"");
}

TEST_F(DeviceEdits, SetAndForgetControls) {
  const DeviceId id = editing.add("amplifier", "Amp");
  const auto edit = editing.edit(changeSetting, id, "gain", Position{"HIGH"});
  EXPECT_EQ(edit->kind, EditKind::changeSetting);
  EXPECT_EQ(edit->subject, "Amp: gain");
  EXPECT_EQ(chain().device(id)->settings.at("gain"), Setting(Position{"HIGH"}));
  EXPECT_THAT(set(id, "gain", Position{"HIGH"})->changes, IsEmpty());
  editing.edit(changeSetting, id, "gain", std::nullopt);
  EXPECT_THAT(chain().device(id)->settings, IsEmpty());
}

TEST_F(DeviceEdits, TakeEverySettingThatAControlHas) {
  const DeviceId id = editing.add("amplifier");
  for (const auto& [control, setting] : std::vector<std::pair<std::string, Setting>>{
           {"gain", Position{"LOW"}},
           {"pads", Position{"whatever it is called"}},
           {"knob", Decibels::of(-10)},
           {"knob", Decibels::of(50)},
           {"trim", DecibelsU::of(14)},
           {"trim", DecibelsU::of(20)},
           {"volume", Travel{0}},
           {"volume", Travel{1}},
           {"volume", Decibels::of(-90)},
           {"volume", Decibels::of(10)},
           {"sensitivity", Position{"+4"}},
           {"lift", Position{"LIFT"}},
           {"mode", Position{"OFF"}},
       }) {
    EXPECT_TRUE(set(id, control, setting)) << control;
  }
}

TEST_F(DeviceEdits, RefuseASettingThatTheControlDoesNotHave) {
  const DeviceId id = editing.add("amplifier");
  for (const auto& [control, setting, what] :
       std::vector<std::tuple<std::string, Setting, std::string>>{
           {"gain", Position{"MID"}, "it has LOW, HIGH"},
           {"gain", Decibels::of(0), "name one of its positions"},
           {"pads", Travel{0}, "name one of its positions"},
           {"pads", Position{""}, "has a name"},
           {"knob", Decibels::of(-10.1), "it begins at −10.0\u2009dB"},
           {"knob", Decibels::of(50.1), "it ends at 50.0\u2009dB"},
           {"knob", Travel{0.5}, "give its gain in dB"},
           {"trim", DecibelsU::of(13), "it begins at 14.0\u2009dBu"},
           {"trim", Decibels::of(14), "give its level in dBu"},
           {"volume", Decibels::of(11), "it ends at 10.0\u2009dB"},
           {"volume", Position{"12 o'clock"}, "travel from 0 to 1"},
           {"volume", Travel{1.01}, "between 0 and 1"},
           {"volume", Travel{std::nan("")}, "between 0 and 1"},
           {"volume", Decibels::of(-HUGE_VAL), "A gain lies between"},
           {"sensitivity", Position{"-10"}, "it has +4"},
           {"lift", Position{"OFF"}, "it has GND, LIFT"},
           {"mode", Position{"PRE"}, "it has HPA, OFF"},
       }) {
    SCOPED_TRACE(control);
    const Result<Edit> edit = set(id, control, setting);
    ASSERT_FALSE(edit);
    EXPECT_EQ(edit.error().code, ErrorCode::badInput);
    EXPECT_TRUE(edit.error().where.starts_with(id.text())) << edit.error().where;
    EXPECT_NE(edit.error().what.find(what), std::string::npos) << edit.error().what;
  }
  expectRefused(set(id, "treble", Travel{0.5}), ErrorCode::notFound, "acme-amplifier:treble",
                "no control \"treble\"");
  expectRefused(set(id, "treble", std::nullopt), ErrorCode::notFound, "acme-amplifier:treble",
                "no control \"treble\"");
}

TEST_F(DeviceEdits, MoveTheOneCardOfADevice) {
  const DeviceId id = editing.add("amplifier");
  EXPECT_EQ(editing.edit(moveCard, CardPlace{id, 1, 2})->kind, EditKind::moveCard);
  editing.edit(moveCard, CardPlace{id, -3, 4});
  EXPECT_THAT(chain().cardPlaces, ElementsAre(CardPlace{id, -3, 4}));
  EXPECT_FALSE(editing.make(moveCard, CardPlace{id, HUGE_VAL, 0}));
}

TEST_F(DeviceEdits, HoldNothingAgainstAnEditThatWasWrongBefore) {
  const DeviceId interface = editing.add("interface");
  const DeviceId amplifier = editing.add("amplifier");
  editing.plug(interface, "out", amplifier, "in");
  editing.edit(changeSetting, amplifier, "gain", Position{"LOW"});
  // A newer profile has lost the port and named the steps anew.
  editing.profiles["interface"].ports.clear();
  std::get<profiles::GainSwitch>(editing.profiles["amplifier"].controls[0].action).steps[0].name =
      "L";
  Device device = *chain().device(interface);
  device.name = "Mine";
  editing.edit(changeDevice, device, nullptr);
  editing.edit(changeSetting, amplifier, "volume", Travel{0.5});
  expectRefused(set(amplifier, "gain", Position{"MID"}), ErrorCode::badInput, "acme-amplifier:gain",
                "it has L, HIGH");
  editing.edit(changeSetting, amplifier, "gain", Position{"HIGH"});
}

TEST_F(DeviceEdits, SetNothingOnADeviceWithoutAProfile) {
  const DeviceId id = editing.add("amplifier");
  editing.edit(changeSetting, id, "gain", Position{"LOW"});
  editing.profiles.erase("amplifier");
  expectRefused(set(id, "gain", Position{"HIGH"}), ErrorCode::notFound, "acme-amplifier:gain",
                "not in the library");
  editing.edit(changeSetting, id, "gain", std::nullopt);
  EXPECT_THAT(chain().device(id)->settings, IsEmpty());
  Device device = *chain().device(id);
  device.name = "Box";
  editing.edit(changeDevice, device, nullptr);
}

}  // namespace
}  // namespace linecheck::chain
