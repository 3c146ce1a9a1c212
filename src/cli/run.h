#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace linecheck::cli {

/// Runs one command line, without the program's name, and returns the exit status. `answers` is
/// where questions are answered; null where nobody can be asked.
[[nodiscard]] int run(const std::vector<std::string>& arguments, std::ostream& out,
                      std::ostream& err, std::istream* answers = nullptr);

}  // namespace linecheck::cli
