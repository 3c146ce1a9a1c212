#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <span>

#include "cli/exit_code.h"
#include "diagnosis/diagnosis.h"

namespace linecheck::cli {

/// How bad a finding is, for `--fail-on`.
enum class Severity { attention, bad };

/// The severity of what one channel holds; none for a quiet one. Interference at −80 dBFS or more
/// is `bad`: at a line output with a usual full scale of +20 dBu that is −60 dBu, which an
/// amplifier at working gain makes audible in the pauses.
[[nodiscard]] std::optional<Severity> severityOf(const diagnosis::Diagnosis& channel);

/// `--fail-on attention|bad`; unset where the user does not ask.
void addFailOn(CLI::App& command, std::optional<Severity>& failOn);

/// The same where the path's check and the desk are what finds.
void addPathFailOn(CLI::App& command, std::optional<Severity>& failOn);

/// `found` if any channel reaches `failOn`, else `done`.
[[nodiscard]] ExitCode exitCodeFor(std::span<const diagnosis::Diagnosis> channels,
                                   std::optional<Severity> failOn);

}  // namespace linecheck::cli
