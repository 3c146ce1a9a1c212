// What the page Hum costs while it listens: all spectra and analyses of a second of audio, and
// spectrum and waterfall painted for each picture, in processor time of the whole process.
#include <QApplication>
#include <QImage>
#include <ctime>

#include "bench/report.h"
#include "dsp/generators.h"
#include "measure/analysis.h"
#include "measure/live_spectrum.h"
#include "plots/spectrum_plot.h"
#include "plots/waterfall_plot.h"

namespace linecheck::bench {
namespace {

constexpr int kRate = 48000;
constexpr std::size_t kSecond = kRate;
constexpr int kSeconds = 12;
constexpr std::size_t kBlock = 2048;

std::vector<double> hum() {
  auto samples = dsp::whiteNoise(DecibelsFs::of(-100.0), kSecond * (kSeconds + 2), 1);
  for (int order = 1; order <= 19; order += 2) {
    dsp::addSine(samples, {Hertz::of(50.02 * order), 1e-3 / order}, Hertz::of(kRate));
  }
  return samples;
}

// On systems where this is the time of day the figure is too high, never too low.
double processorSeconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

class LivePage {
 public:
  LivePage() {
    plot_.resize(1600, 540);
    waterfall_.resize(1600, 360);
    plot_.show();
    waterfall_.show();
  }

  void take(std::span<const double> samples) {
    while (!samples.empty()) {
      const auto block = samples.first(std::min(kBlock, samples.size()));
      spectrum_.push(block, [this](const auto& fill) {
        fill(frame_);
        ++frame_.sequence;
        measure::WaterfallRow row;
        row.time = Seconds::of(static_cast<double>(spectrum_.newestEnd()) / kRate);
        spectrum_.fill(row);
        rows_.push_back(std::move(row));
        paint();
      });
      samples = samples.subspan(block.size());
    }
  }
  [[nodiscard]] std::uint64_t frames() const { return frame_.sequence; }

 private:
  void paint() {
    waterfall_.addRows(rows_);
    rows_.clear();
    plot_.showFrame(frame_);
    plot_.render(&screen_);
    waterfall_.render(&screen_, {0, 540});
  }

  ui::Theme theme_{ui::ThemeChoice::dark};
  SteadyClock clock_;
  ui::SpectrumPlot plot_{theme_, clock_};
  ui::WaterfallPlot waterfall_{theme_, plot_};
  QImage screen_{1600, 900, QImage::Format_RGB32};
  measure::LiveSpectrum spectrum_{{}, kRate};
  measure::SpectrumFrame frame_;
  std::vector<measure::WaterfallRow> rows_;
};

void measureLivePage(Report& report) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int argc = 1;
  char name[] = "linecheck_bench";
  char* argv[] = {name, nullptr};
  const QApplication app(argc, argv);
  const std::vector<double> samples = hum();
  LivePage page;
  // The first spectrum, and what is made once.
  page.take(std::span(samples).first(2 * kSecond));
  const std::uint64_t before = page.frames();
  double start = processorSeconds();
  page.take(std::span(samples).subspan(2 * kSecond));
  const double picture = (processorSeconds() - start) / kSeconds;
  const auto frames = static_cast<double>(page.frames() - before) / kSeconds;

  // Once a second the newest five, on both channels.
  constexpr std::size_t kStretch = 5 * kSecond;
  start = processorSeconds();
  for (int channel = 0; channel < 2; ++channel) {
    (void)measure::analyzeChannel(std::span(samples).first(kStretch), Hertz::of(kRate), {});
  }
  const double analysis = processorSeconds() - start;
  report.atMost("live page, 64K points, 1600×900, processor per second of audio",
                100.0 * (picture + analysis), 25.0, "% core");
  report.note("of which spectra, waterfall and painting " + std::to_string(100.0 * picture) +
              " %, at " + std::to_string(frames) + " pictures a second");
}

const Registration kLivePage{"live page", measureLivePage};

}  // namespace
}  // namespace linecheck::bench
