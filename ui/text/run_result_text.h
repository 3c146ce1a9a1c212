#pragma once

#include <QString>
#include <optional>
#include <string_view>

#include "measure/figure_rows.h"
#include "measure/procedure_result.h"
#include "text/banner_state.h"

/// What a run found, in one sentence, without how the path is.
namespace linecheck::ui {

/// What stands in a cell: "−96.20", "< −129.50", a word, "—"; no unit.
[[nodiscard]] QString figureCellText(const measure::FigureRow& row,
                                     const measure::FigureCell& cell);

/// Something that a measurement tells in words and that has to be seen to.
struct RunFinding {
  QString text;
  BannerState::Tone tone = BannerState::Tone::attention;
};

/// The gravest of them; none if all is as it should be.
[[nodiscard]] std::optional<RunFinding> gravestFinding(const measure::Reading& reading);

/// What the measurement was made for: "Noise, A-weighted: −112.31 and −112.28 dBFS". Empty without
/// figures.
[[nodiscard]] QString mainFigureText(std::string_view kind, const measure::Reading& reading);

}  // namespace linecheck::ui
