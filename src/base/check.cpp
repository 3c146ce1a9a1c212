#include "base/check.h"

#include <cstdlib>

#include "base/log.h"

namespace linecheck::detail {

void checkFailed(const char* condition, const char* file, int line) noexcept {
  log::error("Broken assumption: {} ({}:{})", condition, file, line);
#ifdef LINECHECK_CHECKS_ABORT
  log::flush();  // abort() would take the message with it.
  std::abort();
#endif
}

}  // namespace linecheck::detail
