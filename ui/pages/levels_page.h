#pragma once

#include <QWidget>
#include <map>

#include "levels/checkup.h"
#include "levels/measurement_run.h"
#include "levels/run_beside.h"
#include "levels/run_history.h"
#include "midi/binding.h"
#include "pages/page_menu.h"
#include "theme/theme.h"

class QAction;

namespace linecheck::ui {

class ChainDocument;
class CheckupTable;
class FigureTable;
class MeasurementList;
class NoticeLine;
class PathDetails;
class RunPanel;
class TracePanel;
class VerdictBanner;

/// Measures the chain through its loop: what there is to measure, how it is run, curves and
/// figures.
class LevelsPage : public QWidget {
  Q_OBJECT

 public:
  /// All outlive the page. What the chain predicts stands beside what is measured, and where it is
  /// calibrated the level at the jack.
  LevelsPage(const Theme& theme, Session& session, const ChainDocument& document,
             CalibrationKeeper& calibrations, QWidget* parent = nullptr);

  /// What the page adds to the window's menus; all of it belongs to the page.
  [[nodiscard]] QMenu* levelsMenu() const { return menu_; }
  /// The page answers its keys only while it is the one that is seen.
  void setCurrent(bool isCurrent);
  /// The line at the window's lower edge.
  [[nodiscard]] QString status() const;

  /// By id, or "all" for the check-up; false if there is none.
  bool choose(const QString& id);
  /// Runs what is chosen. Unless loud ones are to be asked about, nothing else is asked either:
  /// `idle` follows in any case.
  void run(LoudOnes loud = LoudOnes::ask);
  /// Ends all that goes on.
  void stop();
  /// What a MIDI control asks for. Next: the cables are plugged, or the next measurement; start and
  /// stop: the one that is chosen. What asks first still waits for consent on the screen.
  void perform(midi::Action action);
  [[nodiscard]] const MeasurementRun& current() const { return *run_; }
  [[nodiscard]] const Checkup& checkup() const { return *checkup_; }
  [[nodiscard]] const RunHistory& history() const { return history_; }

  // Without asking; what is wrong is told on the page.
  void loadRun(const QString& file);
  void loadLimits(const QString& file);
  void saveLimits(const QString& file);
  void saveImage(const QString& file);
  void saveCsv(const QString& file);
  void saveJson(const QString& file);
  void saveCaptures(const QString& file);

 Q_SIGNALS:
  void statusChanged();
  /// All that was asked for is over.
  void idle();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  using Save = void (LevelsPage::*)(const QString&);

  void layOut();
  void buildActions();
  void connectParts();
  void askForFile(const QString& title, const QString& name, const QString& filter, Save save);
  void askToOpen(const QString& title, const QString& filter, Save open);
  void tell(const QString& message);
  void tell(const Result<void>& result);

  /// With the gain that this loop was saved with.
  [[nodiscard]] measure::GateOptions gate() const;
  void begin(const measure::Procedure& procedure, const measure::Values& values);
  /// Whether somebody may hear it who should not; asks for what has to be done first.
  bool asksToUnplug();
  void lookAtDesk();
  void runNext();
  void answer(bool isYes);
  void onState();
  void onCheckup();
  void onPart(const ResultPtr& result);
  void onFinished(const ResultPtr& result);
  void onFailed(const Error& error);
  void endRun();
  void onJudged();
  void onChosen();
  [[nodiscard]] bool isBusy() const { return !run_->isIdle() || !checkup_->isIdle(); }
  [[nodiscard]] BannerState bannerState() const;
  void refresh();
  void showResults();
  /// Where the window is low, the picture of the cables leaves its room to the results.
  void fitPanel();
  /// Why there is nothing to be seen, or when there will be.
  [[nodiscard]] QString nothingText() const;
  [[nodiscard]] const measure::Procedure* shown() const;
  [[nodiscard]] const PastRun* shownRun() const;

  const Theme& theme_;
  Session& session_;
  const ChainDocument& document_;
  CalibrationKeeper& calibrations_;
  RunHistory history_;
  MeasurementRun* run_;
  Checkup* checkup_;
  VerdictBanner* banner_;
  NoticeLine* notice_;
  MeasurementList* list_;
  RunPanel* panel_;
  PathDetails* path_;
  TracePanel* traces_;
  FigureTable* figures_;
  CheckupTable* summary_;
  QWidget* curvesAndFigures_ = nullptr;
  PageMenu* menu_ = nullptr;
  LoudOnes loud_ = LoudOnes::ask;
  bool isNobodyListening_ = false;  ///< The user has said so, for the desk as it is.
  bool isAskingToUnplug_ = false;
  ResultPtr part_;
  RunBeside beside_;  ///< Of the run that is shown.
  std::map<const measure::Procedure*, Error> errors_;
};

}  // namespace linecheck::ui
