// The main() of tests that need a window: any display there is, else none at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QTimer>
#include <cstdlib>

#include "support/qt_log.h"

int main(int argc, char** argv) {
  const bool display = std::getenv("DISPLAY") != nullptr ||
                       std::getenv("WAYLAND_DISPLAY") != nullptr ||
                       std::getenv("QT_QPA_PLATFORM") != nullptr;
  if (!display) qputenv("QT_QPA_PLATFORM", "offscreen");
  ::testing::InitGoogleMock(&argc, argv);
  linecheck::testing::failOnQtWarnings();
  const QApplication app(argc, argv);
  // From within the event loop: before it runs, Qt holds back changes of the palette.
  int failed = 1;
  QTimer::singleShot(0, &app, [&failed] {
    failed = RUN_ALL_TESTS();
    QApplication::quit();
  });
  QApplication::exec();
  return failed != 0 || linecheck::testing::qtWarnedOutsideTests() ? 1 : 0;
}
