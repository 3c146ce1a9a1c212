#include "levels/trace_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

#include "measure/figure_words.h"
#include "measure/trace_smoothing.h"
#include "plots/chart_plot.h"
#include "text/levels_text.h"

namespace linecheck::ui {
namespace {

constexpr int kSideWidth = 216;
constexpr int kRun = Qt::UserRole;
constexpr std::array kTolerances{0.1, 0.5, 1.0, 3.0};
constexpr std::array kFractions{48, 24, 12, 6, 3, 2, 1};

QLabel* makeHeading(const QString& text, QWidget* of) {
  auto* label = new QLabel(text);
  label->setFont(textFont(TextSize::caption, QFont::DemiBold));
  label->setForegroundRole(QPalette::PlaceholderText);
  label->setBuddy(of);
  return label;
}

bool hasNumbers(const measure::Trace& trace) {
  return std::any_of(trace.y.begin(), trace.y.end(), [](double y) { return std::isfinite(y); });
}

}  // namespace

TracePanel::TracePanel(const Theme& theme, const RunHistory& history, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      history_(history),
      plot_(new ChartPlot(theme)),
      traces_(new QComboBox),
      smoothing_(new QComboBox),
      runs_(new QListWidget),
      limitsButton_(new QPushButton(tr("Limits…"))),
      judgement_(new QLabel),
      nothing_(new QLabel),
      side_(new QWidget) {
  setAccessibleName(tr("Curves"));
  plot_->setAccessibleName(tr("Curve"));
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->setWordWrap(true);
  nothing_->setMargin(space::kWide);
  nothing_->setForegroundRole(QPalette::PlaceholderText);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(plot_, 1);
  row->addWidget(nothing_, 1);
  buildSide();
  row->addWidget(side_);
  refresh();
}

void TracePanel::buildSide() {
  traces_->setAccessibleName(tr("Curve"));
  traces_->setToolTip(traces_->accessibleName());
  traces_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  smoothing_->setAccessibleName(tr("Smoothing"));
  smoothing_->addItem(tr("Not smoothed"), 0.0);
  for (const int fraction : kFractions) {
    smoothing_->addItem(fraction == 1 ? tr("Smoothed over 1 octave")
                                      : tr("Smoothed over 1/%1 octave").arg(fraction),
                        1.0 / fraction);
  }
  smoothing_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  runs_->setAccessibleName(tr("Earlier runs"));
  runs_->setFrameShape(QFrame::NoFrame);
  runs_->viewport()->setAutoFillBackground(false);
  auto* load = new QPushButton(tr("Load a run…"));
  limitsButton_->setMenu(new QMenu(limitsButton_));
  judgement_->setWordWrap(true);
  judgement_->setAccessibleDescription(tr("Within the limits"));
  connect(limitsButton_->menu(), &QMenu::aboutToShow, this, &TracePanel::fillLimitsMenu);
  connect(load, &QPushButton::clicked, this, &TracePanel::loadRunWanted);
  connect(traces_, &QComboBox::activated, this, [this] {
    trace_ = traces_->currentData().toString().toStdString();
    lastTrace_[kind_] = trace_;
    refresh();
  });
  connect(smoothing_, &QComboBox::currentIndexChanged, this, &TracePanel::refresh);
  connect(runs_, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
    setOverlay(item->data(kRun).toInt(), item->checkState() == Qt::Checked);
  });

  side_->setFixedWidth(kSideWidth);
  auto* column = new QVBoxLayout(side_);
  column->setContentsMargins(space::kTight, space::kTight, space::kSnug, space::kTight);
  column->setSpacing(space::kHair + 2);
  column->addWidget(traces_);
  column->addWidget(smoothing_);
  column->addWidget(makeHeading(tr("Earlier runs"), runs_));
  column->addWidget(runs_, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(space::kHair + 2);
  buttons->addWidget(load, 1);
  buttons->addWidget(limitsButton_, 1);
  column->addWidget(judgement_);
  column->addLayout(buttons);
}

void TracePanel::show(const std::string& kind, const measure::Reading& reading, int run,
                      const std::optional<WholeAxis>& whole) {
  whole_ = whole;
  const bool isOther = kind != kind_;
  kind_ = kind;
  reading_ = reading;
  run_ = run;
  if (isOther) overlaid_.clear();
  fillTraces();
  refreshRuns();
}

void TracePanel::setNothingText(const QString& text) {
  nothing_->setText(text);
}

void TracePanel::fillTraces() {
  std::vector<std::string> ids;
  for (const auto& trace : reading_.traces) {
    if (std::find(ids.begin(), ids.end(), trace.id) == ids.end()) ids.push_back(trace.id);
  }
  const auto wanted = lastTrace_.find(kind_);
  const bool isThere =
      wanted != lastTrace_.end() && std::find(ids.begin(), ids.end(), wanted->second) != ids.end();
  // Something to look at, if there is.
  const auto seen = std::find_if(reading_.traces.begin(), reading_.traces.end(), hasNumbers);
  const auto first = seen == reading_.traces.end() ? reading_.traces.begin() : seen;
  trace_ = isThere ? wanted->second : ids.empty() ? std::string() : first->id;
  const QSignalBlocker quiet(traces_);
  traces_->clear();
  for (const std::string& id : ids) {
    traces_->addItem(measureWord(measure::figureName(id)), QString::fromStdString(id));
  }
  traces_->setCurrentIndex(traces_->findData(QString::fromStdString(trace_)));
  traces_->setEnabled(ids.size() > 1);
}

void TracePanel::refreshRuns(int laidUnder) {
  if (laidUnder != 0) overlaid_.insert(laidUnder);
  {
    const QSignalBlocker quiet(runs_);
    runs_->clear();
    for (auto run = history_.runs().rbegin(); run != history_.runs().rend(); ++run) {
      if (run->kind != kind_ || run->number == run_) continue;
      auto* item = new QListWidgetItem(
          run->reading.isComplete ? run->name : tr("%1, partial").arg(run->name), runs_);
      item->setData(kRun, run->number);
      item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
      item->setCheckState(overlaid_.contains(run->number) ? Qt::Checked : Qt::Unchecked);
    }
    if (runs_->count() == 0) {
      // Nothing to choose, but to be read: not in the paler ink of what is disabled.
      (new QListWidgetItem(tr("None yet"), runs_))->setFlags(Qt::ItemIsEnabled);
    }
  }
  refresh();
}

void TracePanel::setOverlay(int run, bool isOn) {
  if (isOn) {
    overlaid_.insert(run);
  } else {
    overlaid_.erase(run);
  }
  refreshRuns();
}

std::vector<int> TracePanel::overlays() const {
  return {overlaid_.begin(), overlaid_.end()};
}

void TracePanel::chooseTrace(const std::string& id) {
  lastTrace_[kind_] = id;
  fillTraces();
  refresh();
}

void TracePanel::chooseSmoothing(double octaves) {
  smoothing_->setCurrentIndex(std::max(0, smoothing_->findData(octaves)));
}

double TracePanel::octaves() const {
  return smoothing_->currentData().toDouble();
}

std::vector<ShownTrace> TracePanel::shown() const {
  std::vector<ShownTrace> traces;
  const auto add = [&](const measure::Reading& reading, const QString& run, std::size_t place) {
    for (const auto& trace : reading.traces) {
      if (trace.id != trace_) continue;
      const bool isAlike = traces.empty() || (traces.front().trace.xUnit == trace.xUnit &&
                                              traces.front().trace.yUnit == trace.yUnit);
      if (!isAlike) continue;
      traces.push_back({run, place, octaves() > 0.0 ? smoothed(trace, octaves()) : trace});
    }
  };
  add(reading_, tr("This run"), 0);
  std::size_t place = 0;
  for (const int number : overlaid_) {
    const PastRun* run = history_.find(number);
    if (run == nullptr || number == run_) continue;
    add(run->reading, run->name, ++place);
  }
  return traces;
}

bool TracePanel::hasCurves() const {
  return std::any_of(reading_.traces.begin(), reading_.traces.end(), hasNumbers);
}

void TracePanel::refresh() {
  const auto traces = shown();
  plot_->setVisible(hasCurves());
  nothing_->setVisible(!hasCurves());
  side_->setVisible(hasCurves());
  const bool canSmooth = std::any_of(traces.begin(), traces.end(), [](const ShownTrace& shown) {
    return measure::isSmoothable(shown.trace);
  });
  smoothing_->setEnabled(canSmooth);
  limitsButton_->setEnabled(!traces.empty());
  if (!traces.empty()) {
    plot_->show(std::make_shared<TraceChart>(tracePicture(traces, limits(), whole_), traces));
  }
  judge(traces);
}

void TracePanel::judge(const std::vector<ShownTrace>& traces) {
  QStringList texts;
  isWithin_.reset();
  if (const auto* within = limits()) {
    for (const ShownTrace& shown : traces) {
      if (shown.place != 0) continue;
      const auto judged = measure::judge(shown.trace, *within);
      isWithin_ = isWithin_.value_or(true) && judged.isWithin;
      texts << judgementText(judged, shown.trace, shown.trace.channel);
    }
  }
  judgement_->setText(texts.join(u'\n'));
  judgement_->setVisible(!texts.isEmpty());
  Q_EMIT judged();
}

const measure::Limits* TracePanel::limits() const {
  const auto found = limits_.find(limitsKey());
  return found == limits_.end() ? nullptr : &found->second;
}

void TracePanel::setLimits(std::optional<measure::Limits> limits) {
  if (limits) {
    limits_[limitsKey()] = *std::move(limits);
  } else {
    limits_.erase(limitsKey());
  }
  refresh();
}

void TracePanel::limitAround(double tolerance) {
  const auto traces = shown();
  if (!traces.empty()) setLimits(measure::limitsAround(traces.front().trace, tolerance));
}

std::optional<bool> TracePanel::isWithinLimits() const {
  return isWithin_;
}

QString TracePanel::judgement() const {
  return judgement_->text();
}

void TracePanel::fillLimitsMenu() {
  QMenu* menu = limitsButton_->menu();
  menu->clear();
  const auto traces = shown();
  if (traces.empty()) return;
  const auto symbol = measure::unitSymbol(traces.front().trace.yUnit);
  const bool isLevel = measure::isSmoothable(traces.front().trace) || symbol.starts_with("dB");
  for (const double tolerance : kTolerances) {
    const QString unit = isLevel
                             ? QStringLiteral("dB")
                             : QString::fromUtf8(symbol.data(), static_cast<int>(symbol.size()));
    menu->addAction(tr("This curve ± %1 %2").arg(tolerance).arg(unit), this,
                    [this, tolerance] { limitAround(tolerance); });
  }
  menu->addSeparator();
  menu->addAction(tr("Load from a file…"), this, &TracePanel::loadLimitsWanted);
  QAction* save = menu->addAction(tr("Save to a file…"), this, &TracePanel::saveLimitsWanted);
  QAction* remove = menu->addAction(tr("No limits"), this, [this] { setLimits({}); });
  save->setEnabled(limits() != nullptr);
  remove->setEnabled(limits() != nullptr);
}

}  // namespace linecheck::ui
