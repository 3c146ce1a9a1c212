// The shipped profiles that stand for any device of a kind. They must never be taken for a
// particular one, nor promise what only a particular one could.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "profiles/library.h"
#include "profiles/listing.h"
#include "profiles/test_support.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

using testing::DoubleNear;
using testing::SizeIs;

const Library& library() {
  static const Library kShipped = Library::load({shippedFolder(), {}});
  return kShipped;
}

const Profile& generic(const std::string& id) {
  return library().find("generic-" + id)->profile;
}

bool isGeneric(const Profile& profile) {
  return profile.id.starts_with("generic-");
}

Decibels onlyGain(const Profile& profile, std::string_view control) {
  const auto& steps = std::get<GainSwitch>(profile.control(control)->action).steps;
  EXPECT_THAT(steps, SizeIs(1));
  return steps.at(0).gain.value.nominal;
}

TEST(GenericProfiles, SayInIdAndNameThatTheyAre) {
  int count = 0;
  for (const Library::Entry& entry : library().entries()) {
    EXPECT_EQ(isGeneric(entry.profile), entry.profile.maker == "Generic") << entry.profile.id;
    count += isGeneric(entry.profile) ? 1 : 0;
  }
  EXPECT_GE(count, 15);
}

TEST(GenericProfiles, HaveNoFigureThatClaimsADatasheetOrAMeasurement) {
  for (const Library::Entry& entry : library().entries()) {
    if (!isGeneric(entry.profile)) continue;
    for (const FigureRow& row : figureRows(entry.profile)) {
      EXPECT_NE(row.provenance.confidence, Confidence::datasheet) << entry.profile.id << row.name;
      EXPECT_NE(row.provenance.confidence, Confidence::measured) << entry.profile.id << row.name;
    }
  }
}

TEST(GenericProfiles, HavePortsThatAreEstimates) {
  for (const Library::Entry& entry : library().entries()) {
    if (!isGeneric(entry.profile) || entry.profile.id == "generic-computer") continue;
    EXPECT_FALSE(entry.profile.ports.empty());
    for (const Port& port : entry.profile.ports) {
      EXPECT_EQ(port.claim.provenance.confidence, Confidence::estimate)
          << entry.profile.id << ' ' << port.id;
    }
  }
}

TEST(GenericProfiles, StandForEveryKindButWhatIsBuiltIntoAComputer) {
  for (const auto& [word, kind] : kKinds) {
    if (kind == Kind::onboardAudio) continue;
    const auto ofKind = library().ofKind(kind);
    EXPECT_TRUE(std::ranges::any_of(ofKind, [](const auto* entry) {
      return isGeneric(entry->profile);
    })) << word;
  }
}

TEST(GenericProfiles, LeaveTheReceiverOpenWhereSomeInputsOnlyLookBalanced) {
  EXPECT_EQ(generic("preamplifier").port("xlr-in")->receiver, std::nullopt);
  EXPECT_EQ(generic("power-amplifier").port("xlr-in")->receiver, std::nullopt);
  EXPECT_EQ(generic("line-isolator-xlr").port("in")->receiver, Receiver::differential);
}

TEST(GenericProfiles, LeaveTheEarthOpenWhereOnlyThePlugTells) {
  for (const char* id : {"laptop", "active-monitors", "power-amplifier", "preamplifier"}) {
    EXPECT_FALSE(generic(id).power->protection) << id;
    EXPECT_FALSE(generic(id).power->earthedPlug) << id;
  }
  const Power& desktop = *generic("desktop-computer").power;
  EXPECT_EQ(desktop.protection->protectiveClass, ProtectiveClass::classI);
  EXPECT_EQ(desktop.protection->claim.provenance.confidence, Confidence::estimate);
  EXPECT_TRUE(desktop.earthedPlug);
  EXPECT_TRUE(desktop.activePfc);
}

TEST(GenericProfiles, OfAccessoriesChangeTheLevelByWhatTheirNameSays) {
  EXPECT_EQ(onlyGain(generic("pad-10-db"), "pad"), Decibels::of(-10));
  EXPECT_EQ(onlyGain(generic("pad-20-db"), "pad"), Decibels::of(-20));
  // A transformer of 12:1.
  EXPECT_THAT(onlyGain(generic("di-box"), "ratio").value(),
              DoubleNear(-20.0 * std::log10(12.0), 0.05));
  // 5 mV of a cartridge to half a volt.
  EXPECT_THAT(onlyGain(generic("phono-stage"), "gain").value(),
              DoubleNear(20.0 * std::log10(0.5 / 0.005), 0.05));
}

TEST(GenericProfiles, OfAccessoriesNeedNoMains) {
  for (const char* id : {"line-isolator-rca", "line-isolator-xlr", "pad-10-db", "pad-20-db",
                         "di-box", "loudspeakers"}) {
    EXPECT_EQ(generic(id).power->supply, Supply::passive) << id;
  }
  EXPECT_EQ(generic("usb-isolator").power->supply, Supply::usbBus);
  EXPECT_EQ(generic("midi-controller").power->supply, Supply::usbBus);
}

TEST(GenericProfiles, OfMidiDevicesLeaveTheEarthOpenWhereTheySupplyThemselves) {
  EXPECT_EQ(generic("midi-controller").power->protection->protectiveClass, ProtectiveClass::host);
  EXPECT_FALSE(generic("midi-keyboard").power->protection);
}

}  // namespace
}  // namespace linecheck::profiles
