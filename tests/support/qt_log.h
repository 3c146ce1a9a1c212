#pragma once

#include <QString>

namespace linecheck::testing {

/// From now on every Qt warning that is not known to be harmless fails the running test. Known
/// ones come from the platform plugin, not from us.
void failOnQtWarnings();

/// Whether a warning came outside any test, where it could fail none.
[[nodiscard]] bool qtWarnedOutsideTests();

}  // namespace linecheck::testing
