// One live frame of the spectrum at 1600×900: reduce 64K-point powers to columns and paint.
#include <QApplication>
#include <QImage>
#include <algorithm>
#include <random>

#include "bench/report.h"
#include "plots/spectrum_plot.h"
#include "support/spectrum_frames.h"

namespace linecheck::bench {
namespace {

using ui::MainsMarks;

measure::SpectrumFrame noisyFrame(unsigned seed) {
  testing::FrameMaker maker;
  for (int order = 1; order <= 19; order += 2) maker.line(50.0 * order, -60.0 - order);
  measure::SpectrumFrame frame = maker.frame();
  std::mt19937 random(seed);
  std::exponential_distribution<float> power(1.0F);
  for (float& bin : frame.average) bin *= power(random);
  frame.peakHold = frame.average;
  for (float& bin : frame.peakHold) bin *= 4.0F;
  return frame;
}

void measurePlot(Report& report) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int argc = 1;
  char name[] = "linecheck_bench";
  char* argv[] = {name, nullptr};
  const QApplication app(argc, argv);
  const ui::Theme theme(ui::ThemeChoice::dark);
  const SteadyClock clock;
  ui::SpectrumPlot plot(theme, clock);
  plot.resize(1600, 900);
  plot.show();
  MainsMarks marks;
  for (int order = 1; order <= 20; ++order) {
    marks.marks.push_back({order, Hertz::of(50.0 * order), order % 2 == 1});
  }
  plot.showMains(marks);
  plot.moveCursorTo(150.0);

  // Each frame looks different, as in life; two take turns so that making them costs nothing.
  const std::array frames{noisyFrame(1), noisyFrame(2)};
  QImage screen(1600, 900, QImage::Format_RGB32);
  std::size_t turn = 0;
  const double seconds = medianSeconds(200, [&] {
    plot.showFrame(frames[turn++ % frames.size()]);
    plot.render(&screen);
  });
  report.atMost("one live frame, 64K points at 1600×900, reduced and painted", 1e3 * seconds, 4.0,
                "ms");
}

const Registration kPlot{"plot", measurePlot};

}  // namespace
}  // namespace linecheck::bench
