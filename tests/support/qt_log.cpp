#include "support/qt_log.h"

#include <gtest/gtest.h>

#include <QtGlobal>
#include <array>
#include <atomic>
#include <cstdio>

namespace linecheck::testing {
namespace {

std::atomic<bool> warnedOutsideTests{false};

bool isHarmless(const QString& text) {
  static const std::array<QLatin1String, 3> kKnown{
      QLatin1String("This plugin does not support"),
      QLatin1String("QStandardPaths: "),
      QLatin1String("qt.qpa."),
  };
  for (const QLatin1String known : kKnown) {
    if (text.startsWith(known)) return true;
  }
  return false;
}

void onMessage(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  if (type == QtDebugMsg || type == QtInfoMsg) return;
  if (isHarmless(text)) return;
  const std::string category = context.category != nullptr ? context.category : "";
  std::fprintf(stderr, "Qt (%s): %s\n", category.c_str(), qPrintable(text));
  if (::testing::UnitTest::GetInstance()->current_test_info() == nullptr) {
    warnedOutsideTests = true;
    return;
  }
  ADD_FAILURE() << "Qt warned (" << category << "): " << text.toStdString();
}

}  // namespace

void failOnQtWarnings() {
  qInstallMessageHandler(onMessage);
}

bool qtWarnedOutsideTests() {
  return warnedOutsideTests;
}

}  // namespace linecheck::testing
