#include "app/screenshot.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>
#include <chrono>
#include <cstdio>
#include <memory>
#include <utility>

#include "app/main_window.h"
#include "hum/hunt_pane.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 60s;
constexpr auto kDrawn = 300ms;

void giveUp(const QString& why) {
  std::fprintf(stderr, "linecheck: %s\n", qPrintable(why));
  QApplication::exit(1);
}

void save(MainWindow& window, const QString& file) {
  if (window.grab().save(file)) {
    QApplication::exit(0);
  } else {
    giveUp(MainWindow::tr("The picture cannot be written: %1").arg(file));
  }
}

}  // namespace

void saveOnceDrawn(MainWindow& window, const QString& file) {
  // Behind the events that showing it brings about, which lay it out.
  QTimer::singleShot(kDrawn, &window, [&window, file] { save(window, file); });
}

void saveAfterMeasuring(MainWindow& window, const QString& file) {
  QObject::connect(&window, &MainWindow::measured, &window,
                   [&window, file] { saveOnceDrawn(window, file); });
}

void huntByItself(MainWindow& window, int steps, std::function<void()> whenDone) {
  HuntController& hunt = window.hunt().controller();
  auto goOn = [&window, &hunt, left = steps, whenDone = std::move(whenDone),
               isOver = false]() mutable {
    const auto stage = hunt.stage();
    if (isOver || stage == HuntStand::Stage::hearing || stage == HuntStand::Stage::measuring) {
      return;
    }
    if (stage == HuntStand::Stage::idle || (stage == HuntStand::Stage::proposing && left > 0)) {
      if (stage == HuntStand::Stage::proposing) --left;
      // Behind the signal that told of the stage.
      QTimer::singleShot(0, &window, [&window] { window.hunt().nextStep(); });
      return;
    }
    isOver = true;
    if (whenDone) whenDone();
  };
  auto shared = std::make_shared<decltype(goOn)>(std::move(goOn));
  QObject::connect(&hunt, &HuntController::changed, &window, [shared] { (*shared)(); });
  QObject::connect(
      &window, &MainWindow::verdictShown, &window, [shared] { (*shared)(); },
      Qt::SingleShotConnection);
}

void saveAfterVerdict(MainWindow& window, Session& session, const QString& file) {
  const auto saveIt = [&window, file] { save(window, file); };
  // Once the banner has found room for its new text.
  QObject::connect(&window, &MainWindow::verdictShown, &window, saveIt, Qt::QueuedConnection);
  QObject::connect(&session, &Session::failed, &window,
                   [](const Error& error) { giveUp(QString::fromStdString(error.message())); });
  QTimer::singleShot(kPatience, &window, [] { giveUp(MainWindow::tr("No verdict came.")); });
}

}  // namespace linecheck::ui
