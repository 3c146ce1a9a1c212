#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/measure_context.h"

/// What `measure all` made of the studio.
namespace linecheck::cli {

/// Why a measurement of the check-up was not made.
enum class LeftOut { loud, sampleRate, ended };

struct Checkup {
  struct NotMade {
    const measure::Procedure* procedure = nullptr;
    LeftOut why = LeftOut::ended;
  };
  std::vector<measure::ProcedureResult> results;
  std::vector<NotMade> leftOut;
  std::optional<Error> ended;  ///< What came in between.

  /// What is wrong with the path is as wrong for all measurements.
  [[nodiscard]] bool isSound() const;
  /// Whether all that was to be measured was, to its end.
  [[nodiscard]] bool isComplete() const;
};

/// The linecheck.checkup/1 document, with a newline; `besides` are its results.
[[nodiscard]] std::string checkupJson(const Checkup& checkup,
                                      const std::vector<ResultBeside>& besides);

/// The same for people.
[[nodiscard]] std::string checkupText(const Checkup& checkup,
                                      const std::vector<ResultBeside>& besides);

}  // namespace linecheck::cli
