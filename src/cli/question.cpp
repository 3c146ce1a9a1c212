#include "cli/question.h"

#include <istream>
#include <ostream>

namespace linecheck::cli {

std::optional<std::string> ask(const Session& session, const std::string& question) {
  std::string answer;
  session.err << question << std::flush;
  if (std::getline(*session.input, answer)) return answer;
  // The line of the question has no end of its own.
  session.err << '\n';
  return std::nullopt;
}

bool agrees(const Session& session, const std::string& question) {
  const auto answer = ask(session, question + " [y/N] ");
  return answer && (*answer == "y" || *answer == "Y" || *answer == "yes");
}

}  // namespace linecheck::cli
