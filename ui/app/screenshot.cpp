#include "app/screenshot.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>
#include <chrono>
#include <cstdio>

#include "app/main_window.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 60s;

void giveUp(const QString& why) {
  std::fprintf(stderr, "linecheck: %s\n", qPrintable(why));
  QApplication::exit(1);
}

}  // namespace

void saveAfterVerdict(MainWindow& window, Session& session, const QString& file) {
  const auto save = [&window, file] {
    if (window.grab().save(file)) {
      QApplication::exit(0);
    } else {
      giveUp(MainWindow::tr("The picture cannot be written: %1").arg(file));
    }
  };
  // Once the banner has found room for its new text.
  QObject::connect(&window, &MainWindow::verdictShown, &window, save, Qt::QueuedConnection);
  QObject::connect(&session, &Session::failed, &window,
                   [](const Error& error) { giveUp(QString::fromStdString(error.message())); });
  QTimer::singleShot(kPatience, &window, [] { giveUp(MainWindow::tr("No verdict came.")); });
}

}  // namespace linecheck::ui
