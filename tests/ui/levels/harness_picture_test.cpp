#include "levels/harness_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "measure/harness_words.h"

namespace linecheck::ui {
namespace {

using measure::Harness;

int pixelsOf(const QImage& image, const QColor& colour) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == colour ? 1 : 0;
  }
  return count;
}

class HarnessPictureTest : public ::testing::Test {
 protected:
  HarnessPictureTest() { picture.resize(640, 240); }

  QImage shown(Harness harness) {
    HarnessView view;
    view.harness = harness;
    picture.show(view);
    return picture.grab().toImage();
  }

  Theme theme{ThemeChoice::dark};
  HarnessPicture picture{theme};
};

TEST_F(HarnessPictureTest, TellsScreenReadersTheSameListAsTheCommandLine) {
  for (int i = 0; i <= static_cast<int>(Harness::soundLevelMeter); ++i) {
    const auto harness = static_cast<Harness>(i);
    shown(harness);
    const std::string told = picture.accessibleDescription().toStdString();
    EXPECT_THAT(told, ::testing::StartsWith(std::string(measure::harnessText(harness))));
    for (const std::string& line : measure::harnessConnections(harness)) {
      EXPECT_THAT(told, ::testing::HasSubstr(line));
    }
  }
}

TEST_F(HarnessPictureTest, UsesTheAccentForASecondStepOnly) {
  EXPECT_EQ(pixelsOf(shown(Harness::openOutput), theme[Role::accent]), 0);
  EXPECT_GT(pixelsOf(shown(Harness::loadedOutput), theme[Role::accent]), 100);
}

TEST_F(HarnessPictureTest, FollowsTheTheme) {
  shown(Harness::loop);
  theme.choose(ThemeChoice::light);
  EXPECT_EQ(picture.grab().toImage().pixelColor(2, 2), Palette::light()[Role::ground]);
}

TEST(HarnessDeviceTest, AStereoPairBecomesTwoJacksAndDigitalOnesAreLeftOut) {
  profiles::Profile profile;
  profile.model = "Zen Go";
  profiles::Port pair;
  pair.id = "line";
  pair.name = "Line outputs";
  pair.direction = profiles::Direction::out;
  pair.connector = profiles::Connector::rca;
  pair.sockets = 2;
  pair.channels = 2;
  pair.signals = {profiles::Signal::line};
  profiles::Port optical = pair;
  optical.id = "optical";
  optical.connector = profiles::Connector::toslink;
  optical.signals = {profiles::Signal::digitalSpdif};
  profile.ports = {pair, optical};
  const HarnessDevice device = harnessDevice(profile);
  EXPECT_EQ(device.name, QStringLiteral("Zen Go"));
  EXPECT_TRUE(device.inputs.empty());
  ASSERT_EQ(device.outputs.size(), 2U);
  EXPECT_EQ(device.outputs[0].label, QStringLiteral("Line outputs L"));
  EXPECT_EQ(device.outputs[1].label, QStringLiteral("Line outputs R"));
  EXPECT_EQ(device.outputs[1].shape, ConnectorShape::rca);
}

TEST(HarnessLines, BearTheUsersOwnNames) {
  HarnessView view;
  view.output.name = QStringLiteral("Zen Go");
  view.input.name = QStringLiteral("Zen Go");
  view.output.outputs.resize(1);
  view.output.outputs[0].label = QStringLiteral("Monitor L");
  EXPECT_EQ(harnessLines(view).at(0), QStringLiteral("Monitor L of Zen Go to Line in 1 of Zen Go"));
}

TEST(HarnessContacts, AreNamedAfterTheConnector) {
  ConnectorView jack;
  jack.shape = ConnectorShape::jack635;
  jack.carries = Role::balanced;
  EXPECT_EQ(contactNames({jack}, 0).cold, QStringLiteral("ring"));
  jack.carries = Role::unbalanced;
  EXPECT_EQ(contactNames({jack}, 0).cold, QStringLiteral("sleeve"));
  jack.shape = ConnectorShape::xlr;
  EXPECT_EQ(contactNames({jack}, 0).hot, QStringLiteral("pin 2"));
  EXPECT_TRUE(contactNames({}, 0).hot.isEmpty());
}

}  // namespace
}  // namespace linecheck::ui
