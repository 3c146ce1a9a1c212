#include "plots/spectrum_export.h"

#include <gtest/gtest.h>

namespace linecheck::ui {
namespace {

measure::SpectrumFrame smallFrame() {
  measure::SpectrumFrame frame;
  frame.sequence = 1;
  frame.sampleRate = 8000;
  frame.fftLength = 8;
  frame.average = {1.0F, 0.01F, 0.0F, 1e-6F, 1e-12F};
  return frame;
}

TEST(SpectrumExport, HasOneLinePerBinInTheView) {
  EXPECT_EQ(spectrumAsCsv(smallFrame(), {}, 500.0, 3500.0, std::nullopt),
            u"frequency_hz,average_dbfs\n"
            "1000.0000,-20.00\n"
            "2000.0000,\n"
            "3000.0000,-60.00\n");
}

TEST(SpectrumExport, NamesPeakHoldAndCalibratedLevels) {
  measure::SpectrumFrame frame = smallFrame();
  frame.peakHold = {1.0F, 0.1F, 0.1F, 0.1F, 0.1F};
  const auto calibration = Calibration::withFullScaleAt(DecibelsU::of(18.0));
  EXPECT_EQ(spectrumAsCsv(frame, {}, 900.0, 1100.0, calibration),
            u"frequency_hz,average_dbfs,peak_hold_dbfs,average_dbu\n"
            "1000.0000,-20.00,-10.00,-2.00\n");
}

TEST(SpectrumExport, KeptSpectraStandBesideOrBelow) {
  SpectrumOverlays overlays;
  measure::SpectrumFrame like = smallFrame();
  like.average.assign(5, 1e-3F);
  overlays.set(OverlaySlot::a, SpectrumOverlay{like, {}});
  measure::SpectrumFrame other = smallFrame();
  other.fftLength = 4;
  other.average = {1.0F, 1e-4F, 1e-5F};
  overlays.set(OverlaySlot::b, SpectrumOverlay{other, {}});
  EXPECT_EQ(spectrumAsCsv(smallFrame(), overlays, 900.0, 2100.0, std::nullopt),
            u"frequency_hz,average_dbfs,a_dbfs\n"
            "1000.0000,-20.00,-30.00\n"
            "2000.0000,,-30.00\n"
            "\n"
            "frequency_hz,b_dbfs\n"
            "2000.0000,-40.00\n");
}

}  // namespace
}  // namespace linecheck::ui
