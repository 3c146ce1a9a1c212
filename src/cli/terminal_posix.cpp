#include <unistd.h>

#include "cli/terminal.h"

namespace linecheck::cli {

bool isTerminalAttended() {
  return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0;
}

}  // namespace linecheck::cli
