#pragma once

#include <QMainWindow>
#include <optional>

#include "app/session.h"
#include "base/clock.h"
#include "canvas/chain_view.h"
#include "diagnosis/verdict.h"
#include "text/figures_text.h"
#include "theme/theme.h"

class QAction;
class QActionGroup;
class QLabel;

namespace linecheck::ui {

class DeviceBar;
class FiguresPanel;
class NoticeLine;
class PlotBar;
class SpectrumPlot;
class VerdictBanner;

/// The window: devices, chain, verdict, spectrum and results of one session.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// All outlive the window. `chain` may be empty: no strip is shown then.
  MainWindow(Theme& theme, Session& session, const Clock& clock, const ChainView& chain,
             QWidget* parent = nullptr);
  ~MainWindow() override;

 Q_SIGNALS:
  /// The banner shows the verdict on new analyses.
  void verdictShown(const linecheck::diagnosis::Verdict& verdict);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build(const ChainView& chain, const Clock& clock);
  void buildMenus();
  void buildFileMenu();
  void buildMeasureMenu();
  void buildViewMenu();
  void buildStudioMenu();
  void buildHelpMenu();
  void connectSession();
  void connectPlot();

  void toggleRunning();
  void onChoices();
  void onFailed(const Error& error);
  void onRunning(bool running);
  void onFrame(const measure::SpectrumFrame& frame);
  void onAnalysis(const measure::LiveAnalysis& analysis);
  void onInterrupted(qint64 lostFrames);
  void onInputLife(audio::InputLife life);
  void openRecording();
  void askForCalibration();
  void setCalibration(const std::optional<Calibration>& calibration);
  void applyUnit();
  void showNotice();
  void showFaults();
  [[nodiscard]] const measure::ChannelAnalysis* shownChannel() const;
  void showAnalysis();
  void showFigures();

  Theme& theme_;
  Session& session_;
  DeviceBar* deviceBar_ = nullptr;
  NoticeLine* notice_ = nullptr;
  VerdictBanner* banner_ = nullptr;
  PlotBar* plotBar_ = nullptr;
  SpectrumPlot* plot_ = nullptr;
  FiguresPanel* figures_ = nullptr;
  QLabel* status_ = nullptr;
  QMenu* studioMenu_ = nullptr;
  QAction* tone_ = nullptr;
  QActionGroup* unitActions_ = nullptr;
  std::optional<Calibration> calibration_;
  std::optional<measure::LiveAnalysis> analysis_;  ///< Since the capture was last broken.
  std::optional<LiveLevel> level_;
  bool isNoticeOfFailure_ = false;
  audio::InputLife inputLife_ = audio::InputLife::unknown;
};

}  // namespace linecheck::ui
