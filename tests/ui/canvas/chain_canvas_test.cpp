#include "canvas/chain_canvas.h"

#include <gtest/gtest.h>

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include "support/chain/shipped_desk.h"
#include "support/pointer.h"

namespace linecheck::ui {
namespace {

class ChainCanvasTest : public ::testing::Test {
 protected:
  ChainCanvasTest() {
    document.replace(linecheck::testing::shippedDesk());
    canvas.resize(1400, 900);
    canvas.show();
    canvas.fit();
  }

  [[nodiscard]] QPoint inView(QPointF scene) const { return canvas.mapFromScene(scene); }
  [[nodiscard]] QPointF placeOf(const char* device) const {
    return canvas.drawing().card(device)->pos();
  }
  /// Presses, goes there in two steps, as a hand does, and lets go.
  void drag(QPointF from, QPointF to) {
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, inView(from));
    linecheck::testing::movePointer(*canvas.viewport(), inView((from + to) / 2), Qt::LeftButton);
    linecheck::testing::movePointer(*canvas.viewport(), inView(to), Qt::LeftButton);
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, inView(to));
  }
  void click(QPointF at) { QTest::mouseClick(canvas.viewport(), Qt::LeftButton, {}, inView(at)); }
  [[nodiscard]] QPointF socket(const char* device, const char* port) const {
    return canvas.drawing().anchorOf({chain::DeviceId(device), port, {}}).value_or(QPointF());
  }
  [[nodiscard]] QPointF control(const char* device, std::size_t index) const {
    const CardItem* item = canvas.drawing().card(device);
    return item->pos() + card::controlFace(item->view(), index).center();
  }

  Theme theme{ThemeChoice::dark};
  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainDocument document{library};
  ChainCanvas canvas{theme, document};
};

TEST_F(ChainCanvasTest, ADraggedCardStaysWhereItIsPutUntilUndone) {
  const QPointF before = placeOf("m1");
  const QPointF grip = before + QPointF(100, 12);
  drag(grip, grip + QPointF(-80, 240));
  ASSERT_EQ(document.chain().cardPlaces.size(), 1u);
  EXPECT_NEAR(placeOf("m1").x(), before.x() - 80, 8.0);
  EXPECT_NEAR(placeOf("m1").y(), before.y() + 240, 8.0);
  document.undoAction()->trigger();
  EXPECT_EQ(placeOf("m1"), before);
}

TEST_F(ChainCanvasTest, AClickOnACardSelectsItAndMovesNothing) {
  const QSignalSpy selected(&canvas, &ChainCanvas::selectionChanged);
  click(placeOf("l30") + QPointF(100, 12));
  EXPECT_EQ(canvas.selected(), "l30");
  EXPECT_EQ(selected.count(), 1);
  EXPECT_TRUE(document.chain().cardPlaces.empty());
}

TEST_F(ChainCanvasTest, ACableIsPulledFromSocketToSocket) {
  const std::size_t before = document.chain().cables.size();
  drag(socket("l30", "pre-out"), socket("monitor-left", "rca-in"));
  ASSERT_EQ(document.chain().cables.size(), before + 1);
  const chain::Cable& cable = document.chain().cables.back();
  EXPECT_EQ(cable.from.socket.port, "pre-out");
  EXPECT_EQ(cable.to.socket.device.text(), "monitor-left");
}

TEST_F(ChainCanvasTest, ACableLetGoInTheOpenIsNone) {
  const chain::Chain before = document.chain();
  const QSignalSpy refused(&document, &ChainDocument::refused);
  drag(socket("l30", "pre-out"), socket("l30", "pre-out") + QPointF(40, -80));
  EXPECT_EQ(document.chain(), before);
  EXPECT_EQ(refused.count(), 0);
}

TEST_F(ChainCanvasTest, ACableThatIsPluggedInIsPulledOverToAnotherSocket) {
  const std::size_t before = document.chain().cables.size();
  drag(socket("l30", "line-in"), socket("monitor-left", "rca-in"));
  EXPECT_EQ(document.chain().cables.size(), before);
  const chain::Cable* cable = document.desk().cable(chain::CableId("line"));
  ASSERT_NE(cable, nullptr);
  EXPECT_EQ(cable->from.socket.device.text(), "zen-go");
  EXPECT_EQ(cable->to.socket.device.text(), "monitor-left");
  EXPECT_EQ(cable->length, Metres::of(1.0));
  document.undoAction()->trigger();
  EXPECT_EQ(document.desk().cable(chain::CableId("line"))->to.socket.device.text(), "l30");
}

TEST_F(ChainCanvasTest, ACableLetGoWhereItWasTakenStays) {
  const chain::Chain before = document.chain();
  const QSignalSpy refused(&document, &ChainDocument::refused);
  drag(socket("l30", "line-in"), socket("l30", "line-in") + QPointF(3, 3));
  EXPECT_EQ(document.chain(), before);
  EXPECT_EQ(refused.count(), 0);
}

TEST_F(ChainCanvasTest, ACableIntoASocketThatIsTakenIsRefusedWithAReason) {
  const chain::Chain before = document.chain();
  const QSignalSpy refused(&document, &ChainDocument::refused);
  drag(socket("zen-go", "headphones-1"), socket("m1", "plug"));
  EXPECT_EQ(document.chain(), before);
  EXPECT_EQ(refused.count(), 1);
}

TEST_F(ChainCanvasTest, AClickOnASwitchSetsIt) {
  const CardItem* item = canvas.drawing().card("l30");
  const auto faces = card::positionFaces(item->view(), 0);
  ASSERT_EQ(faces.size(), 3u);  // OFF, HPA, PRE
  click(item->pos() + faces[2].center());
  EXPECT_EQ(document.desk().setting(chain::DeviceId("l30"), "mode"),
            chain::Setting(chain::Position{"PRE"}));
}

TEST_F(ChainCanvasTest, AKnobTurnsWithTheHandInOneStepOfUndo) {
  const QPointF knob = control("l30", 2);
  drag(knob, knob - QPointF(0, 60));
  const auto volume = document.desk().setting(chain::DeviceId("l30"), "volume");
  ASSERT_TRUE(volume);
  EXPECT_GT(std::get<chain::Travel>(*volume).fraction, 0.5);
  document.undoAction()->trigger();
  EXPECT_EQ(document.desk().setting(chain::DeviceId("l30"), "volume"),
            chain::Setting(chain::Travel{0.4}));
}

TEST_F(ChainCanvasTest, PowerIsPulledFromTheInletToAStrip) {
  const CardItem* monitor = canvas.drawing().card("monitor-left");
  const auto* strip = canvas.drawing().item("strip");
  drag(monitor->pos() + card::inletAnchor(monitor->view()),
       strip->pos() + QPointF(powerPointSize().width() / 2, 0));
  const auto& feeds = document.desk().feeds(chain::DeviceId("monitor-left"));
  ASSERT_EQ(feeds.size(), 1u);
  EXPECT_EQ(feeds.front()->from.text(), "strip");
}

TEST_F(ChainCanvasTest, ADroppedProfileSaysWhichAndWhere) {
  const QSignalSpy dropped(&canvas, &ChainCanvas::profileDropped);
  QMimeData mime;
  mime.setData(QLatin1String(ChainCanvas::kProfileMime), "adam-t7v");
  QDragEnterEvent enter(QPoint(300, 200), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(canvas.viewport(), &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent event(QPointF(300, 200), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(canvas.viewport(), &event);
  ASSERT_EQ(dropped.count(), 1);
  EXPECT_EQ(dropped.front().front().toString(), u"adam-t7v");
}

TEST_F(ChainCanvasTest, ArrowsGoFromCardToCardAndMoveThemWithCtrl) {
  canvas.select("computer");
  QTest::keyClick(&canvas, Qt::Key_Right);
  EXPECT_EQ(canvas.selected(), "zen-go");
  QTest::keyClick(&canvas, Qt::Key_Left);
  EXPECT_EQ(canvas.selected(), "computer");
  const QPointF before = placeOf("computer");
  QTest::keyClick(&canvas, Qt::Key_Down, Qt::ControlModifier);
  EXPECT_EQ(placeOf("computer"), before + QPointF(0, 8));
}

TEST_F(ChainCanvasTest, WheelZoomsAtThePointer) {
  const QPoint at(500, 300);
  const QPointF under = canvas.mapToScene(at);
  const double before = canvas.transform().m11();
  QWheelEvent wheel(at, canvas.viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton,
                    Qt::NoModifier, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(canvas.viewport(), &wheel);
  EXPECT_GT(canvas.transform().m11(), before);
  EXPECT_NEAR(canvas.mapToScene(at).x(), under.x(), 3.0);
  EXPECT_NEAR(canvas.mapToScene(at).y(), under.y(), 3.0);
}

TEST_F(ChainCanvasTest, WhatIsLitStandsOutAndTheRestStepsBack) {
  canvas.light({{"line", Role::loop}});
  EXPECT_EQ(canvas.drawing().item("line")->emphasis().lit, Role::loop);
  EXPECT_TRUE(canvas.drawing().item("m1")->emphasis().isDimmed);
  canvas.light({});
  EXPECT_FALSE(canvas.drawing().item("m1")->emphasis().isDimmed);
}

}  // namespace
}  // namespace linecheck::ui
