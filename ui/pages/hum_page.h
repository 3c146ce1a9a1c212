#pragma once

#include <QList>
#include <QWidget>
#include <filesystem>
#include <optional>

#include "app/session.h"
#include "base/clock.h"
#include "calibration/calibration_keeper.h"
#include "canvas/chain_view.h"
#include "diagnosis/verdict.h"
#include "hum/hunt_pane.h"
#include "plots/spectrum_overlays.h"
#include "text/banner_state.h"
#include "text/figures_text.h"
#include "theme/theme.h"

class QAction;
class QActionGroup;
class QMenu;

namespace linecheck::ui {

class ChainDocument;
class DifferencePlot;
class FiguresPanel;
class NoticeLine;
class PlotBar;
class SessionBar;
class SpectrumPlot;
class VerdictBanner;
class WaterfallPlot;
class WayStrip;

/// Finds the hum: devices, chain, verdict, spectrum and results of one session.
class HumPage : public QWidget {
  Q_OBJECT

 public:
  /// All outlive the page. `chain` is shown while the document is empty; it may be empty too.
  /// Without a file, calibrations are kept as long as the page lives.
  HumPage(Theme& theme, Session& session, const Clock& clock, ChainDocument& document,
          const ChainView& chain, const std::filesystem::path& calibrations,
          QWidget* parent = nullptr);

  /// What the page adds to the window's menus; all of it belongs to the page.
  [[nodiscard]] QAction* openRecordingAction() const { return openRecording_; }
  [[nodiscard]] QMenu* measureMenu() const { return measureMenu_; }
  /// Hides itself while no simulated studio is listened to.
  [[nodiscard]] QMenu* studioMenu() const { return studioMenu_; }
  [[nodiscard]] QList<QAction*> viewActions() const { return viewActions_; }

  /// The page answers its keys only while it is the one that is seen.
  void setCurrent(bool isCurrent);
  /// The line at the window's lower edge.
  [[nodiscard]] const QString& status() const { return status_; }
  /// What levels are read with.
  [[nodiscard]] CalibrationKeeper& calibrations() { return calibrations_; }
  [[nodiscard]] HuntPane& hunt() const { return *hunt_; }

  /// Keeps the spectrum as it is now; A is also what the hunt tells changes against. False, told on
  /// the page, if there is none.
  bool mark(OverlaySlot slot);
  [[nodiscard]] bool isMarked(OverlaySlot slot) const;

 Q_SIGNALS:
  /// The banner shows the verdict on new analyses.
  void verdictShown(const linecheck::diagnosis::Verdict& verdict);
  void statusChanged();
  void marksChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build(ChainDocument& document, const ChainView& chain, const Clock& clock);
  void buildMenus();
  void buildMeasureMenu();
  void buildViewActions();
  void buildUnitMenu();
  void buildStudioMenu();
  void connectSession();
  void connectPlot();
  QWidget* buildHunt(ChainDocument& document, const Clock& clock);
  void connectHunt();
  void showHeard(const BannerState& state);
  void showPictures(const HuntPane::Picture& before, const HuntPane::Picture& after);
  [[nodiscard]] QString audibilityText(const diagnosis::Diagnosis& diagnosis) const;
  QWidget* buildPanes(const Clock& clock);
  void connectPanes();
  void enableActions();

  void onChoices();
  void onFailed(const Error& error);
  void onRunning(bool running);
  void onFrame(const measure::SpectrumFrame& frame);
  void onAnalysis(const measure::LiveAnalysis& analysis);
  void onDiagnosis(const diagnosis::Diagnosis& diagnosis, const measure::LiveAnalysis& analysis);
  void onInterrupted(qint64 lostFrames);
  void onInputLife(audio::InputLife life);
  void openRecording();
  void clearMarks();
  [[nodiscard]] bool isMarked() const;
  void placeCalibration();
  void applyCalibration();
  void applyUnit();
  void showNotice();
  void showFaults();
  [[nodiscard]] const measure::ChannelAnalysis* shownChannel() const;
  void showAnalysis();
  void showFigures();

  Theme& theme_;
  Session& session_;
  const ChainDocument& document_;
  SessionBar* deviceBar_ = nullptr;
  NoticeLine* notice_ = nullptr;
  WayStrip* strip_ = nullptr;
  VerdictBanner* banner_ = nullptr;
  BannerState heard_;  ///< What the banner says while the hunt says nothing.
  HuntPane* hunt_ = nullptr;
  PlotBar* plotBar_ = nullptr;
  SpectrumPlot* plot_ = nullptr;
  DifferencePlot* difference_ = nullptr;
  WaterfallPlot* waterfall_ = nullptr;
  FiguresPanel* figures_ = nullptr;
  QAction* openRecording_ = nullptr;
  QMenu* measureMenu_ = nullptr;
  QMenu* unitMenu_ = nullptr;
  QMenu* studioMenu_ = nullptr;
  QList<QAction*> viewActions_;
  QAction* tone_ = nullptr;
  QActionGroup* unitActions_ = nullptr;
  QList<QAction*> keyed_;  ///< Whose keys count on this page only.
  bool isCurrent_ = true;
  QString status_;
  CalibrationKeeper calibrations_;
  std::optional<measure::LiveAnalysis> analysis_;  ///< Since the capture was last broken.
  std::optional<LiveLevel> level_;
  bool isNoticeOfFailure_ = false;
  audio::InputLife inputLife_ = audio::InputLife::unknown;
};

}  // namespace linecheck::ui
