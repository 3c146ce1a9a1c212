#pragma once

#include <QByteArray>
#include <QString>

#include "base/result.h"
#include "levels/run_history.h"

namespace linecheck::ui {

// What is written of a run. Errors: `io` with what to do; `unsupported` for the samples of a run
// that are no longer kept.

/// Figures and statements line by line, then all curves.
[[nodiscard]] QString runAsCsv(const PastRun& run);
/// Writes whole or not at all.
[[nodiscard]] Result<void> saveContent(const QString& file, const QByteArray& content);
/// The linecheck.measurement/1 document.
[[nodiscard]] Result<void> saveRunJson(const PastRun& run, const QString& file);
/// One file for each step: "run.wav", or "run-1.wav" and "run-2.wav".
[[nodiscard]] Result<void> saveRunCaptures(const PastRun& run, const QString& file);

}  // namespace linecheck::ui
