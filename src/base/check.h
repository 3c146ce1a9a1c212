#pragma once

namespace linecheck::detail {

/// Logs a broken assumption and, in builds with LINECHECK_CHECKS_ABORT, stops the program.
/// Never for bad input from outside: that is an Error.
void checkFailed(const char* condition, const char* file, int line) noexcept;

}  // namespace linecheck::detail

/// True if `condition` holds. Otherwise the bug is reported, loudly in a development build, and
/// the expression is false, so that a release build can recover:
/// `if (!LC_VERIFY(frames >= 0)) return;`
#define LC_VERIFY(condition) \
  ((condition) ? true : (::linecheck::detail::checkFailed(#condition, __FILE__, __LINE__), false))
