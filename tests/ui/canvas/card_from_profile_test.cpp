#include "canvas/card_from_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QSet>

#include "profiles/vocabulary.h"

namespace linecheck::ui {
namespace {

using profiles::Connector;
using profiles::Direction;
using profiles::Kind;
using profiles::Signal;

profiles::Port port(const char* id, Direction direction, Connector connector, Signal signal) {
  profiles::Port made;
  made.id = id;
  made.direction = direction;
  made.connector = connector;
  made.signals = {signal};
  return made;
}

TEST(CardFromProfile, NamesEachKindInItsOwnWords) {
  QSet<QString> names;
  for (const auto& [word, kind] : profiles::kKinds) {
    profiles::Profile profile;
    profile.kind = kind;
    const QString name = cardFromProfile(profile).kind;
    EXPECT_FALSE(name.isEmpty()) << word;
    EXPECT_FALSE(names.contains(name)) << name.toStdString();
    names.insert(name);
  }
}

TEST(CardFromProfile, AUsbIsolatorFacesTheComputerWithOneSideOnly) {
  profiles::Profile isolator;
  isolator.kind = Kind::usbIsolator;
  isolator.ports = {port("host", Direction::both, Connector::usbB, Signal::digitalUsb),
                    port("device", Direction::both, Connector::usbA, Signal::digitalUsb)};
  const CardView card = cardFromProfile(isolator);
  ASSERT_EQ(card.upstream.size(), 1U);
  ASSERT_EQ(card.downstream.size(), 1U);
  EXPECT_EQ(card.upstream[0].id, QStringLiteral("host"));
  EXPECT_EQ(card.downstream[0].id, QStringLiteral("device"));
}

TEST(CardFromProfile, Aes3OnAnXlrIsDigital) {
  profiles::Profile dac;
  dac.kind = Kind::dac;
  dac.ports = {port("aes", Direction::in, Connector::xlr3, Signal::digitalAes3)};
  EXPECT_EQ(cardFromProfile(dac).upstream.at(0).carries, Role::digital);
}

}  // namespace
}  // namespace linecheck::ui
