#pragma once

#include <QWidget>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "levels/run_history.h"
#include "levels/trace_chart.h"
#include "theme/theme.h"

class QComboBox;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace linecheck::ui {

class ChartPlot;

/// The curves of a measurement: which one, smoothed how, over which earlier runs, within which
/// limits.
class TracePanel : public QWidget {
  Q_OBJECT

 public:
  /// The history outlives the panel.
  TracePanel(const Theme& theme, const RunHistory& history, QWidget* parent = nullptr);

  /// Shows a reading of this kind: of a run that goes on, or of the run of that number, which is
  /// then not on offer to be laid under itself.
  /// `whole` is how far its curves will reach.
  void show(const std::string& kind, const measure::Reading& reading, int run = 0,
            const std::optional<WholeAxis>& whole = {});
  /// What stands where there are no curves.
  void setNothingText(const QString& text);
  /// Whether the reading has anything to draw.
  [[nodiscard]] bool hasCurves() const;
  /// The history has another run; `isLaidUnder` if it is to be seen at once.
  void refreshRuns(int laidUnder = 0);

  /// Lays a run under what is shown, or takes it away.
  void setOverlay(int run, bool isOn);
  [[nodiscard]] std::vector<int> overlays() const;
  void chooseTrace(const std::string& id);
  [[nodiscard]] const std::string& trace() const { return trace_; }
  /// 0 is none.
  void chooseSmoothing(double octaves);
  /// For this kind and this trace, until the program ends.
  void setLimits(std::optional<measure::Limits> limits);
  [[nodiscard]] const measure::Limits* limits() const;
  /// From the first curve that is shown.
  void limitAround(double tolerance);
  /// None without limits or curves.
  [[nodiscard]] std::optional<bool> isWithinLimits() const;
  [[nodiscard]] QString judgement() const;

  [[nodiscard]] ChartPlot& plot() const { return *plot_; }
  /// What is drawn, smoothed as chosen.
  [[nodiscard]] std::vector<ShownTrace> shown() const;

 Q_SIGNALS:
  void loadRunWanted();
  void loadLimitsWanted();
  void saveLimitsWanted();
  /// The limits or the curve within them changed.
  void judged();

 private:
  void buildSide();
  void fillTraces();
  void fillLimitsMenu();
  void refresh();
  void judge(const std::vector<ShownTrace>& traces);
  [[nodiscard]] std::string limitsKey() const { return kind_ + '/' + trace_; }
  [[nodiscard]] double octaves() const;

  const Theme& theme_;
  const RunHistory& history_;
  ChartPlot* plot_;
  QComboBox* traces_;
  QComboBox* smoothing_;
  QListWidget* runs_;
  QPushButton* limitsButton_;
  QLabel* judgement_;
  QLabel* nothing_;
  QWidget* side_;
  std::string kind_;
  std::string trace_;
  measure::Reading reading_;
  int run_ = 0;
  std::optional<WholeAxis> whole_;
  std::set<int> overlaid_;
  std::map<std::string, measure::Limits> limits_;
  std::map<std::string, std::string> lastTrace_;  ///< By kind.
  std::optional<bool> isWithin_;
};

}  // namespace linecheck::ui
