#include "canvas/chain_strip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAccessible>
#include <QSet>

#include "canvas/cable_span.h"
#include "canvas/connector_glyph.h"
#include "canvas/device_card.h"

namespace linecheck::ui {
namespace {

ChainView twoDevices() {
  const ConnectorView usbA{QStringLiteral("usb"), QStringLiteral("USB"), QStringLiteral("USB-A"),
                           ConnectorShape::usb,   Role::digital,         true};
  const ConnectorView lineOut{QStringLiteral("line"), QStringLiteral("Line Out"),
                              QStringLiteral("RCA"),  ConnectorShape::rca,
                              Role::unbalanced,       false};
  return {{{QStringLiteral("pc"),
            {},
            QStringLiteral("Computer"),
            QStringLiteral("Computer"),
            {},
            {usbA}},
           {QStringLiteral("zen"),
            QStringLiteral("Antelope"),
            QStringLiteral("Zen Go"),
            QStringLiteral("Audio interface"),
            {usbA},
            {lineOut}}},
          {{0, 0, QStringLiteral("USB, digital"), Role::digital}}};
}

class ChainStripTest : public ::testing::Test {
 protected:
  ChainStripTest() {
    strip.resize(900, 180);
    strip.show(twoDevices());
    static_cast<QWidget&>(strip).show();
  }

  Theme theme{ThemeChoice::dark};
  ChainStrip strip{theme};
};

TEST_F(ChainStripTest, CardsAreTwoHundredPixelsWideWithTheCableBetween) {
  const auto cards = strip.findChildren<DeviceCard*>();
  const auto cables = strip.findChildren<CableSpan*>();
  ASSERT_EQ(cards.size(), 2);
  ASSERT_EQ(cables.size(), 1);
  EXPECT_EQ(cards[0]->width(), 200);
  EXPECT_EQ(cards[1]->width(), 200);
  EXPECT_EQ(cables[0]->x(), cards[0]->geometry().right() + 1);
  EXPECT_EQ(cables[0]->geometry().right() + 1, cards[1]->x());
}

TEST_F(ChainStripTest, EveryCardAndCableSaysWhatItIs) {
  const auto cards = strip.findChildren<DeviceCard*>();
  const auto cables = strip.findChildren<CableSpan*>();
  EXPECT_EQ(cards[1]->accessibleName(), u"Antelope Zen Go");
  EXPECT_EQ(cards[1]->accessibleDescription(),
            u"Audio interface. Inputs: USB (USB-A). Outputs: Line Out (RCA)");
  EXPECT_EQ(cables[0]->accessibleName(), u"Cable from USB of Computer to USB of Zen Go");
  EXPECT_EQ(cables[0]->accessibleDescription(), u"USB, digital");
  for (const auto* child : strip.findChildren<QWidget*>()) {
    EXPECT_TRUE(child->focusPolicy() & Qt::TabFocus);
  }
}

TEST_F(ChainStripTest, ShowingAnotherChainReplacesTheCards) {
  ChainView one = twoDevices();
  one.cards.pop_back();
  one.cables.clear();
  strip.show(one);
  EXPECT_EQ(strip.findChildren<DeviceCard*>().size(), 1);
  EXPECT_EQ(strip.findChildren<CableSpan*>().size(), 0);
}

TEST_F(ChainStripTest, CableIsDrawnInTheColourOfWhatItCarries) {
  const auto* cable = strip.findChildren<CableSpan*>().front();
  const QImage image = const_cast<CableSpan*>(cable)->grab().toImage();
  const qreal ratio = image.devicePixelRatio();
  const int y = static_cast<int>(DeviceCard::connectorY(0) * ratio);
  EXPECT_EQ(image.pixelColor(image.width() / 2, y), theme[Role::digital]);
}

TEST(ConnectorGlyph, EveryShapeLooksDifferent) {
  const std::vector<ConnectorShape> shapes{
      ConnectorShape::usb,    ConnectorShape::rca,     ConnectorShape::jack635,
      ConnectorShape::jack35, ConnectorShape::xlr,     ConnectorShape::xlr4,
      ConnectorShape::combo,  ConnectorShape::optical, ConnectorShape::wire,
      ConnectorShape::jack44, ConnectorShape::other};
  QSet<QByteArray> pictures;
  for (const ConnectorShape shape : shapes) {
    QImage image(30, 30, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    drawConnector(painter, QRectF(1, 1, 28, 28), shape, Qt::white, Qt::black);
    painter.end();
    pictures.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()),
                               static_cast<qsizetype>(image.sizeInBytes())));
  }
  EXPECT_EQ(static_cast<std::size_t>(pictures.size()), shapes.size());
}

}  // namespace
}  // namespace linecheck::ui
