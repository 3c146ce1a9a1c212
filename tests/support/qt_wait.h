#pragma once

#include <QTest>
#include <utility>

namespace linecheck::testing {

/// Runs the event loop until `condition` holds; false if it does not within half a minute. Ends
/// as soon as it does, so a generous limit costs nothing.
template <class Condition>
[[nodiscard]] bool waitUntil(Condition&& condition) {
  return QTest::qWaitFor(std::forward<Condition>(condition), 30'000);
}

}  // namespace linecheck::testing
