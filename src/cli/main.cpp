#include <exception>
#include <iostream>

#include "cli/run.h"
#include "cli/terminal.h"

int main(int argc, char** argv) {
  try {
    using namespace linecheck::cli;
    return run({argv + 1, argv + argc}, std::cout, std::cerr,
               isTerminalAttended() ? &std::cin : nullptr);
  } catch (const std::exception& error) {
    std::cerr << "linecheck-cli: " << error.what() << '\n';
    return 2;
  }
}
