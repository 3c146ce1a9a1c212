// One frame of dragging a card on a drawing of 100 devices: the hand's move and the paint. And one
// step of a knob, after which the rules, the grounds and the levels are worked out anew.
#include <QApplication>
#include <QMouseEvent>
#include <string>

#include "bench/report.h"
#include "canvas/chain_canvas.h"
#include "pages/chain_page.h"

namespace linecheck::bench {
namespace {

constexpr int kDesks = 25;
constexpr double kFrameMilliseconds = 1e3 / 60.0;

/// Computer, interface, amplifier and headphones, 25 times, on a strip for each five.
chain::Chain hundredDevices() {
  using namespace chain;
  Chain desk;
  const auto device = [&](const std::string& id, const char* profile) {
    Device one;
    one.id = DeviceId(id);
    one.profile = profile;
    desk.devices.push_back(std::move(one));
  };
  const auto cable = [&](CableKind kind, const std::string& from, const char* fromPort,
                         const std::string& to, const char* toPort) {
    Cable one;
    one.id = CableId(from + "-" + to);
    one.kind = kind;
    one.from.socket = {DeviceId(from), fromPort, {}};
    one.to.socket = {DeviceId(to), toPort, {}};
    desk.cables.push_back(std::move(one));
  };
  for (int i = 0; i < kDesks; ++i) {
    const std::string n = std::to_string(i);
    device("computer" + n, "generic-computer");
    device("interface" + n, "antelope-zen-go");
    device("amplifier" + n, "topping-l30-ii");
    device("phones" + n, "neuropunk-m1");
    cable(CableKind::usb, "computer" + n, "usb-a", "interface" + n, "usb");
    cable(CableKind::analogue, "interface" + n, "line-out", "amplifier" + n, "line-in");
    cable(CableKind::headphone, "amplifier" + n, "headphones", "phones" + n, "plug");
    const std::string strip = "strip" + std::to_string(i / 5);
    if (i % 5 == 0) {
      PowerPoint point;
      point.id = PowerPointId(strip);
      point.kind = PowerPoint::Kind::strip;
      desk.powerPoints.push_back(std::move(point));
    }
    for (const std::string& fed : {"computer" + n, "amplifier" + n}) {
      PowerLead lead;
      lead.id = PowerLeadId(fed + "-lead");
      lead.from = PowerPointId(strip);
      lead.to = DeviceId(fed);
      desk.powerLeads.push_back(std::move(lead));
    }
  }
  return desk;
}

void measureDrag(Report& report, ui::ChainCanvas& canvas, const std::string& name) {
  const auto* card = canvas.drawing().card("interface12");
  const QPoint grip = canvas.mapFromScene(card->pos() + QPointF(100, 12));
  QWidget* viewport = canvas.viewport();
  const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton button) {
    const Qt::MouseButtons held =
        type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, viewport->mapToGlobal(at), button, held, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &event);
  };
  QCoreApplication::processEvents();
  send(QEvent::MouseButtonPress, grip, Qt::LeftButton);
  int step = 0;
  const double seconds = medianSeconds(200, [&] {
    ++step;
    const QPoint by(step * 7 % 200, step * 11 % 160);
    send(QEvent::MouseMove, grip + by, Qt::NoButton);
    QCoreApplication::processEvents();  // The scene gathers what to paint, then paints it.
  });
  report.atMost(name, 1e3 * seconds, kFrameMilliseconds, "ms");
  send(QEvent::MouseButtonRelease, grip, Qt::LeftButton);
}

void measurePage(Report& report, const ui::Theme& theme, ui::ChainDocument& document) {
  ui::ChainPage page(theme, document);
  page.resize(1600, 900);
  page.show();
  QCoreApplication::processEvents();
  int step = 0;
  const double seconds = medianSeconds(20, [&] {
    const double fraction = 0.01 * (++step % 100);
    document.applyMerged(chain::changeSetting(document.desk(), chain::DeviceId("amplifier7"),
                                              "volume", chain::Travel{fraction}));
    QCoreApplication::processEvents();
  });
  report.atMost("a step of a knob, 100 devices, all found, planned and painted anew", 1e3 * seconds,
                50.0, "ms");
}

void measureCanvas(Report& report) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int argc = 1;
  char name[] = "linecheck_bench";
  char* argv[] = {name, nullptr};
  const QApplication app(argc, argv);
  const ui::Theme theme(ui::ThemeChoice::dark);
  const auto library = profiles::Library::load(profiles::locations());
  ui::ChainDocument document(library);
  document.replace(hundredDevices());
  ui::ChainCanvas canvas(theme, document);
  canvas.resize(1600, 900);
  canvas.show();
  measureDrag(report, canvas, "dragging a card, 100 devices, all of them seen");
  document.undoAction()->trigger();
  canvas.zoomBy(6.0);
  canvas.centerOn(canvas.drawing().card("interface12"));
  measureDrag(report, canvas, "dragging a card, 100 devices, close up");
  canvas.hide();
  measurePage(report, theme, document);
}

const Registration kCanvas{"canvas", measureCanvas};

}  // namespace
}  // namespace linecheck::bench
