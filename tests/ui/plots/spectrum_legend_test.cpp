#include "plots/spectrum_legend.h"

#include <gtest/gtest.h>

#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

TEST(SpectrumLegend, TracesStandOutOfTheGroundInBothThemes) {
  for (const Palette& palette : {Palette::dark(), Palette::light()}) {
    const TraceColours colours = traceColours(palette);
    for (const QColor& colour : {colours.mean, colours.greatest, colours.held}) {
      EXPECT_GE(contrastRatio(colour, palette[Role::ground]), 3.0);
    }
  }
}

}  // namespace
}  // namespace linecheck::ui
