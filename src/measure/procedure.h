#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "measure/harness.h"
#include "measure/parameters.h"
#include "measure/reading.h"
#include "measure/recording.h"
#include "measure/sequence.h"

namespace linecheck::measure {

/// What is done between two changes of cables.
struct ProcedureStep {
  Harness harness = Harness::loop;
  bool hasLoop = true;  ///< What is played comes back, so that the path can be checked first.
};

/// One kind of measurement: what it needs, what it plays, what it reads. Immutable; all functions
/// are pure. Thread-safe: yes.
class Procedure {
 public:
  Procedure() = default;
  virtual ~Procedure() = default;
  Procedure(const Procedure&) = delete;
  Procedure& operator=(const Procedure&) = delete;

  /// Stable, as on the command line: "noise", "output-impedance".
  [[nodiscard]] virtual std::string_view id() const = 0;
  /// English, to be translated: "Noise floor".
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// One line: what question it answers.
  [[nodiscard]] virtual std::string_view description() const = 0;
  [[nodiscard]] virtual std::span<const Parameter> parameters() const = 0;
  /// At least one: a plain loop, unless the procedure says otherwise. `values` are checked.
  [[nodiscard]] virtual std::vector<ProcedureStep> steps(const Values& values) const;
  /// Appends what step `step` plays behind the gate. `usage` for values that do not go together
  /// or with the sample rate.
  [[nodiscard]] virtual Result<void> compose(std::size_t step, const Values& values,
                                             Sequence& sequence) const = 0;
  /// Reads one recording for each step, in their order. A recording that was cut short is the
  /// last, and yields what its whole segments tell.
  [[nodiscard]] virtual Reading read(std::span<const Recording> recordings,
                                     const Values& values) const = 0;
};

/// All of them, in the order of a menu.
[[nodiscard]] std::span<const Procedure* const> procedures();

/// Whether it can be run with no more than a loop: one step, and nothing that has to be told. Those
/// make the check-up.
[[nodiscard]] bool isPartOfCheckup(const Procedure& procedure);

/// Null if there is none with this id.
[[nodiscard]] const Procedure* findProcedure(std::string_view id);

}  // namespace linecheck::measure
