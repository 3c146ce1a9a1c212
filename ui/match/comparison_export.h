#pragma once

#include <QPagedPaintDevice>
#include <QString>

#include "base/result.h"
#include "match/candidates.h"

namespace linecheck::ui {

/// All outputs, best first, with a line of names: each figure as low, best value and high, with
/// its unit in its name. Numbers are plain, with a point; what is unknown is empty.
[[nodiscard]] QString comparisonAsCsv(const Candidates& all);

/// What was asked, the best of the table and what is side by side, with plots, on paper. False if
/// the device cannot be drawn on.
[[nodiscard]] bool printComparison(const Candidates& all, QPagedPaintDevice& device);

/// Writes whole or not at all. `io` with what to do.
[[nodiscard]] Result<void> saveComparison(const QString& file, const QByteArray& content);

/// The same as PDF.
[[nodiscard]] Result<QByteArray> comparisonAsPdf(const Candidates& all);

}  // namespace linecheck::ui
