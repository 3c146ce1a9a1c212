#pragma once

#include <gtest/gtest.h>

#include <cstdlib>

namespace linecheck::testing {

/// Runs `body`, a function or lambda with expectations, in a process of its own, and expects that
/// it fails none and that the process then ends in good order. For what leaves process-wide state
/// behind that would spoil other tests.
template <class Body>
void expectInOwnProcess(Body body) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        body();
        std::exit(::testing::Test::HasFailure() ? 1 : 0);
      },
      ::testing::ExitedWithCode(0), "");
}

}  // namespace linecheck::testing
